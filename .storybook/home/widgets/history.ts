import type {KeyRow, Part, WidgetPage} from '../model.js';
import {aCall, accepted, NOTES, words} from '../telling.js';

const KEYBOARD: readonly KeyRow[] = [
  {keys: ['Tab'], does: words('Into the rows: one stop for all', '목록으로 이동. 모든 행이 한 번의 Tab')},
  {
    keys: ['↑', '↓', 'Home', 'End', 'PageUp', 'PageDown'],
    does: words('Between the rows', '행 사이를 이동'),
  },
  {keys: ['←', '→'], does: words('Within a row, and between the tabs', '행 안에서, 그리고 탭 사이를 이동')},
  {keys: ['Enter'], does: words('Open', '열기')},
];
const ACCESSIBILITY = [
  words(
    'A list with the place of each contact in the whole, also of those not loaded yet.',
    '아직 불러오지 않은 것까지 포함해 전체에서의 순서를 알려 주는 목록입니다.',
  ),
  NOTES.focus,
  NOTES.colour,
];
const ANATOMY: readonly Part[] = [
  {name: words('Title, and a fresh look', '제목과 새로 고침'), at: '.head'},
  {name: words('By channel', '채널별 탭'), at: '.tabs', part: 'tabs'},
  {name: words('The list; it loads as one scrolls', '목록. 스크롤하면 더 불러옴'), at: '.list', part: 'list'},
  {name: words('One contact', '연락 한 건'), at: '.row', part: 'row'},
  {name: words('Who, when, how long', '누구와 언제 얼마나'), at: '.row .facts'},
  {name: words('Open its content', '내용 열기'), at: '.row .open'},
];

export const history: WidgetPage = {
  tag: 'dw-history',
  folder: 'history',
  name: words('Agent interaction history', '상담사 상호 작용 기록'),
  summary: words(
    'What the agent has handled: calls, chats, mails, with their content. A number in it can be called again.',
    '상담사가 처리한 전화, 채팅, 메일과 그 내용입니다. 번호로 다시 전화할 수 있습니다.',
  ),
  beside: ['dw-wrap-up'],
  begins: () => undefined,
  scenarios: ['call', 'chat', 'mail', 'accepts', 'ends', 'picksUp', 'refuses', 'network'],
  keyboard: KEYBOARD,
  accessibility: ACCESSIBILITY,
  anatomy: ANATOMY,
};

export const contactHistory: WidgetPage = {
  tag: 'dw-contact-history',
  folder: 'history',
  name: words('Contact history', '연락처 기록'),
  summary: words(
    'What this customer had to do with the company before, whoever handled it.',
    '담당자와 상관없이 이 고객과 회사 사이에 있었던 일입니다.',
  ),
  begins: accepted(aCall),
  scenarios: ['call', 'chat', 'mail', 'accepts', 'hangsUp', 'ends', 'refuses', 'network'],
  keyboard: KEYBOARD,
  accessibility: ACCESSIBILITY,
  anatomy: ANATOMY,
};
