import type {WidgetPage} from '../model.js';
import {aCall, aChat, aMail, KEYS, NOTES, words} from '../telling.js';

export const incomingCall: WidgetPage = {
  tag: 'dw-incoming-call',
  folder: 'incoming-call',
  name: words('Incoming requests', '수신 요청'),
  summary: words(
    'Every request that waits for the agent: calls, chats, mails, callbacks, a colleague who asks. Here it stands in the page; without placement="inline" it is a tray in the corner of the window.',
    '상담사를 기다리는 모든 요청입니다. 전화, 채팅, 메일, 콜백, 동료의 상담 요청이 여기 뜹니다. 이 페이지에서는 본문 안에 두었으며, placement="inline"이 없으면 창 구석의 트레이가 됩니다.',
  ),
  attributes: {placement: 'inline', muted: ''},
  begins: (stage) => {
    aCall(stage);
    aChat(stage);
  },
  unfolds: (stage) => {
    aMail(stage);
  },
  scenarios: [
    'call',
    'urgent',
    'callback',
    'chat',
    'mail',
    'six',
    'colleagueAsks',
    'accepts',
    'misses',
    'hangsUp',
    'refuses',
    'elsewhere',
    'network',
  ],
  keyboard: [
    {
      keys: ['F8'],
      does: words(
        'Into the tray, and back where one was; another key by shortcut',
        '트레이로 이동하고, 다시 누르면 원래 자리로. shortcut으로 다른 키를 정할 수 있음',
      ),
    },
    {keys: ['Escape'], does: words('Back where one was', '원래 자리로 돌아가기')},
    KEYS.tab,
    KEYS.press,
  ],
  accessibility: [
    NOTES.focus,
    words(
      'Each request is an article named by its customer; each button says whose request it is.',
      '요청마다 고객 이름이 붙은 article이며, 버튼은 누구의 요청인지 말해 줍니다.',
    ),
    words(
      'The RONA popover is an alertdialog. While a modal dialog of the page is open, requests stand inside it and can be answered.',
      'RONA 팝오버는 alertdialog입니다. 페이지의 모달 대화상자가 열려 있으면 요청이 그 안에 표시되어 받을 수 있습니다.',
    ),
    NOTES.colour,
  ],
  anatomy: [
    {name: words('The tray', '트레이'), at: '.tray', part: 'tray'},
    {name: words('The key that leads here', '이곳으로 오는 키'), at: '.tray > .head .key'},
    {
      name: words('A chat or mail: one row', '채팅과 메일 요청. 한 줄'),
      at: '.request.message',
      part: 'request',
    },
    {name: words('Accept', '수락'), at: '.request.message dw-button', part: 'action'},
    {
      name: words('A call: larger, and it rings', '전화 요청. 더 크고 벨이 울림'),
      at: '.request.call',
      part: 'request',
    },
    {name: words('Who calls', '발신자'), at: '.request.call .number'},
    {name: words('How long it has rung', '울린 시간'), at: '.request.call .clock'},
    {name: words('What admin lets a request show', '관리자가 정한 표시 항목'), at: '.request.call .facts'},
    {name: words('Answer and decline', '받기와 거절'), at: '.request.call .acts dw-button', part: 'action'},
  ],
};
