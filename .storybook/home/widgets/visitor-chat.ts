import type {WidgetPage} from '../model.js';
import {NOTES, words} from '../telling.js';

export const visitorChat: WidgetPage = {
  tag: 'dw-visitor-chat',
  folder: 'visitor-chat',
  name: words('Visitor chat', '방문자 채팅'),
  summary: words(
    'The customer’s side, for a company’s website: a short form, then the conversation with whoever answers. Here the buttons play the agent.',
    '회사 웹사이트에 두는 고객용 채팅입니다. 짧은 양식 뒤에 대화가 이어집니다. 여기서는 버튼이 상담사 역할을 합니다.',
  ),
  side: 'customer',
  begins: () => undefined,
  scenarios: [
    'visitorAccepted',
    'visitorSeesTyping',
    'visitorAnswered',
    'visitorGetsFile',
    'visitorEnded',
    'uploadFails',
    'refuses',
    'network',
  ],
  keyboard: [
    {keys: ['Enter'], does: words('Send', '보내기')},
    {keys: ['Shift+Enter'], does: words('Begin a line', '줄 바꿈')},
    {
      keys: ['Home', 'End'],
      does: words('In the log: first and last message', '대화에서 처음과 마지막 메시지'),
    },
    {keys: ['Escape'], does: words('With launcher: close', 'launcher가 있을 때 닫기')},
  ],
  accessibility: [
    words(
      'The form’s errors are told beside the fields; the first wrong one gets the focus.',
      '양식 오류는 입력란 옆에 알리고, 잘못된 첫 입력란으로 포커스가 갑니다.',
    ),
    words(
      'What the agent writes is announced; whoever has the window elsewhere finds it again by its name.',
      '상담사가 쓴 내용은 읽어 줍니다. 채팅 창은 이름으로 다시 찾을 수 있습니다.',
    ),
    NOTES.composing,
  ],
  anatomy: [
    {name: words('Who the visitor writes to', '누구에게 쓰는지'), at: '.title'},
    {
      name: words('Name; filled in where the page knows it', '이름. 페이지가 알면 채워짐'),
      at: '.field:has(#name)',
    },
    {name: words('Email, where the visitor gives it', '이메일. 선택'), at: '.field:has(#email)'},
    {name: words('The first message', '첫 메시지'), at: '#message'},
    {name: words('Begin the chat', '채팅 시작'), at: '.submit'},
  ],
};
