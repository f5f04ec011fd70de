import type {WidgetPage} from '../model.js';
import {aCall, accepted, NOTES, words} from '../telling.js';

export const wrapUp: WidgetPage = {
  tag: 'dw-wrap-up',
  folder: 'wrap-up',
  name: words('Wrap-up', '후속 작업'),
  summary: words(
    'What the contact was about, chosen from admin’s reasons, before the next one comes. Where admin wants it, a countdown that can be stopped.',
    '다음 작업 전에 상담 내용을 관리자가 정한 사유 중에서 고릅니다. 관리자가 정했다면 멈출 수 있는 카운트다운이 있습니다.',
  ),
  begins: accepted(aCall, ({agent}, id) => void agent.ends(id)),
  scenarios: ['call', 'chat', 'mail', 'accepts', 'ends', 'refuses', 'network'],
  keyboard: [
    {
      keys: ['↑', '↓'],
      does: words('Move in the reasons; typing finds one', '사유 사이를 이동. 입력하면 검색'),
    },
    {keys: ['Enter'], does: words('Choose', '선택')},
    {keys: ['Escape'], does: words('Empty the search; closes nothing', '검색어 지우기. 닫히지는 않음')},
    {keys: ['Tab', 'Shift+Tab'], does: words('From control to control', '컨트롤 사이를 이동')},
  ],
  accessibility: [
    words(
      'A dialog that is not modal: it opens without taking the focus from what the agent is writing.',
      '모달이 아닌 대화상자입니다. 작성 중인 곳에서 포커스를 가져가지 않고 열립니다.',
    ),
    words(
      'The countdown can be stopped where admin allows it; what was chosen survives a reload.',
      '관리자가 허용하면 카운트다운을 멈출 수 있고, 고른 사유는 새로 고침 후에도 남습니다.',
    ),
    NOTES.composing,
    NOTES.clock,
  ],
  anatomy: [
    {name: words('Title, and how long it takes', '제목과 경과 시간'), at: '.head'},
    {name: words('Which contact', '어떤 작업인지'), at: '.context'},
    {name: words('Search', '검색'), at: 'dw-search-list >> .search'},
    {name: words('A reason', '사유'), at: 'dw-search-list >> .option'},
    {name: words('What happens by itself, and when', '자동으로 제출되는 사유와 시각'), at: '.countdown'},
    {name: words('Submit', '제출'), at: '.submit'},
  ],
};
