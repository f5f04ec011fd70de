import type {WidgetPage} from '../model.js';
import {aCall, accepted, NOTES, words} from '../telling.js';

export const consultDialog: WidgetPage = {
  tag: 'dw-consult-dialog',
  folder: 'consult-dialog',
  name: words('Consult dialog', '상담 요청 대화상자'),
  summary: words(
    'Ask a colleague, a queue or a number about the call while the customer is on hold.',
    '고객을 보류한 채 동료, 대기열, 번호에 상담을 요청합니다.',
  ),
  onTop: true,
  beside: ['dw-interaction-control'],
  begins: accepted(aCall, ({colleague}) => void colleague.becomesAvailable()),
  unfolds: ({simulator, open}) => {
    simulator.after(200, () => {
      open('dw-consult-dialog', 'call-1');
    });
  },
  scenarios: [
    'opensConsult',
    'colleagueComes',
    'colleagueAccepts',
    'colleagueDeclines',
    'colleagueMisses',
    'colleagueLeaves',
    'hangsUp',
    'refuses',
    'network',
  ],
  keyboard: [
    {keys: ['↑', '↓', 'PageUp', 'PageDown'], does: words('Move in the list', '목록에서 이동')},
    {
      keys: ['Enter'],
      does: words('Choose; on the choice, ask', '선택. 선택한 항목에서 다시 누르면 상담 요청'),
    },
    {keys: ['←', '→'], does: words('Between the tabs', '탭 사이를 이동')},
    {keys: ['Escape'], does: words('Empty the search, then close', '검색어를 지우고, 다시 누르면 닫기')},
    {keys: ['Tab', 'Shift+Tab'], does: words('Round inside the dialog', '대화상자 안에서 순환')},
  ],
  accessibility: [
    NOTES.dialog,
    words(
      'What becomes of the customer meanwhile is the description of the dialog.',
      '그동안 고객이 어떻게 되는지가 대화상자의 설명입니다.',
    ),
    NOTES.reasons,
    NOTES.composing,
  ],
  anatomy: [
    {name: words('What is asked', '무엇을 하는지'), at: '.head'},
    {name: words('Agents, queues, numbers', '상담사, 대기열, 번호'), at: 'dw-directory-picker >> .tabs'},
    {name: words('Search; initial consonants too', '검색. 초성도 됨'), at: 'dw-directory-picker >> .search'},
    {
      name: words('Somebody, and whether they are free', '대상과 현재 상태'),
      at: 'dw-directory-picker >> .option',
    },
    {name: words('What becomes of the customer', '고객이 어떻게 되는지'), at: '#consequence'},
    {name: words('Ask', '상담 요청'), at: '.commit'},
  ],
};
