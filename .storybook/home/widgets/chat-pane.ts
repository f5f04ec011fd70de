import type {WidgetPage} from '../model.js';
import {aChat, accepted, NOTES, words} from '../telling.js';

export const chatPane: WidgetPage = {
  tag: 'dw-chat-pane',
  folder: 'chat-pane',
  name: words('Chat', '채팅'),
  summary: words(
    'The conversation and the box to write in: files, canned responses, delivery and reading, colleagues who join. A hundred thousand messages are as quick as ten.',
    '대화와 입력창입니다. 파일, 사전 정의된 채팅 응답, 전달과 읽음 표시, 동료 초대가 됩니다. 메시지가 십만 개여도 열 개처럼 빠릅니다.',
  ),
  begins: accepted(aChat, ({agent, language}, id) => {
    agent.says(
      language === 'ko'
        ? '안녕하세요. 두 번 청구된 내역이 보입니다. 바로 환불해 드리겠습니다.'
        : 'Hello. I can see both charges, and I am refunding the second one now.',
      id,
    );
  }),
  scenarios: [
    'chat',
    'accepts',
    'writes',
    'types',
    'reads',
    'file',
    'leaves',
    'invites',
    'colleagueAccepts',
    'colleagueMisses',
    'colleagueWrites',
    'uploadFails',
    'refuses',
    'stalls',
    'network',
  ],
  keyboard: [
    {keys: ['Enter'], does: words('Send', '보내기')},
    {keys: ['Shift+Enter'], does: words('Begin a line', '줄 바꿈')},
    {
      keys: ['/'],
      does: words(
        'Canned responses; once more or Escape closes them',
        '사전 정의된 채팅 응답 열기. 다시 누르거나 Escape로 닫기',
      ),
    },
    {
      keys: ['Home', 'End'],
      does: words('In the log: first and last message', '대화에서 처음과 마지막 메시지'),
    },
  ],
  accessibility: [
    words(
      'The log is a feed that can be scrolled by keyboard and is no live region; what the customer writes is announced, at most one batch in two seconds.',
      '대화는 키보드로 스크롤할 수 있는 피드이며 라이브 영역이 아닙니다. 고객의 메시지는 2초에 한 번까지 모아서 읽어 줍니다.',
    ),
    words('Only what is on the screen is marked as read.', '화면에 보이는 것만 읽음으로 표시됩니다.'),
    NOTES.composing,
  ],
  anatomy: [
    {name: words('Who, which state, since when', '고객, 상태, 경과 시간'), at: '.identity'},
    {name: words('Transfer, invite, end', '전환, 초대, 종료'), at: '.acts'},
    {
      name: words('What the assistant said, folded', '고객 가상 도우미의 대화. 접혀 있음'),
      at: 'dw-conversation-log >> .bot',
    },
    {name: words('What the customer wrote', '고객의 메시지'), at: 'dw-conversation-log >> .turn'},
    {
      name: words('What the agent wrote, and how far it came', '상담사의 메시지와 전달 상태'),
      at: 'dw-conversation-log >> .turn.mine',
    },
    {name: words('The box to write in', '입력창'), at: 'dw-compose-box'},
    {name: words('Canned responses', '사전 정의된 채팅 응답'), at: '.canned-button'},
  ],
};
