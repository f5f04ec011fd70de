import type {WidgetPage} from '../model.js';
import {KEYS, NOTES, words} from '../telling.js';

export const agentState: WidgetPage = {
  tag: 'dw-agent-state',
  folder: 'agent-state',
  name: words('Agent state', '상담사 상태'),
  summary: words(
    'Whether the agent takes work, why not, and for how long. What the work makes of it (engaged, wrap-up, RONA) is shown and cannot be chosen.',
    '상담사가 업무를 받는지, 받지 않는다면 이유와 경과 시간을 보여 줍니다. 통화 중, 후속 작업, RONA처럼 업무에서 생기는 상태는 보여 주기만 합니다.',
  ),
  begins: () => undefined,
  scenarios: ['call', 'accepts', 'misses', 'ends', 'idles', 'refuses', 'network'],
  keyboard: [
    {keys: ['Enter', 'Space', '↓'], does: words('Open the menu', '메뉴 열기')},
    {keys: ['↑', '↓', 'Home', 'End'], does: words('Move in the list', '목록에서 이동')},
    {keys: ['Escape'], does: words('Empty the search, then close', '검색어를 지우고, 다시 누르면 닫기')},
    KEYS.tab,
  ],
  accessibility: [
    words(
      'One button whose name says whose state it shows and which; aria-expanded says whether the menu is open.',
      '버튼 하나입니다. 이름에 누구의 상태이고 무엇인지가 담기며, 메뉴가 열렸는지는 aria-expanded로 알립니다.',
    ),
    words(
      'From seven reasons on the menu is a combobox with a search, Korean initial consonants included.',
      '사유가 일곱 개 이상이면 검색이 있는 콤보박스가 되며, 초성 검색도 됩니다.',
    ),
    NOTES.reasons,
    NOTES.clock,
  ],
  anatomy: [
    {name: words('The button', '상태 버튼'), at: '.anchor', part: 'button'},
    {name: words('The state in words, with its icon', '상태 이름과 아이콘'), at: '.anchor .name'},
    {name: words('How long', '경과 시간'), at: '.anchor dw-timer'},
    {name: words('It opens the menu of states', '상태 메뉴를 여는 표시'), at: '.anchor .chevron'},
  ],
};
