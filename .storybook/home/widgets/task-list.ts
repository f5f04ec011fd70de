import type {WidgetPage} from '../model.js';
import {aCall, aChat, aMail, NOTES, words} from '../telling.js';

export const taskList: WidgetPage = {
  tag: 'dw-task-list',
  folder: 'task-list',
  name: words('Task list', '작업 목록'),
  summary: words(
    'Everything that the agent has in hand, one row each: who, where from, what state, since when, how much is unread.',
    '상담사가 맡은 모든 작업을 한 줄씩 보여 줍니다. 누구인지, 어디서 왔는지, 상태와 경과 시간, 읽지 않은 수가 보입니다.',
  ),
  begins: (stage) => {
    const {simulator, agent} = stage;
    const [call, chat, mail] = [aCall(stage), aChat(stage), aMail(stage)];
    simulator.after(60, () => {
      for (const id of [call, chat, mail]) agent.accepts(id);
      agent.ends(mail);
      aChat(stage);
    });
  },
  scenarios: ['call', 'chat', 'mail', 'writes', 'hangsUp', 'accepts', 'holds', 'ends', 'network'],
  keyboard: [
    {
      keys: ['Tab'],
      does: words('Into the list: one stop for all rows', '목록으로 이동. 모든 행이 한 번의 Tab'),
    },
    {keys: ['↑', '↓', 'Home', 'End'], does: words('From row to row', '행 사이를 이동')},
    {keys: ['Enter', 'Space'], does: words('Choose the contact', '작업 선택')},
  ],
  accessibility: [
    words(
      'The chosen row is aria-current; its name has the customer, the channel and the state.',
      '선택한 행은 aria-current이며, 이름에 고객, 채널, 상태가 담깁니다.',
    ),
    NOTES.focus,
    NOTES.colour,
    NOTES.clock,
  ],
  anatomy: [
    {name: words('Title and count', '제목과 개수'), at: '.head'},
    {name: words('One contact', '작업 한 건'), at: '.row', part: 'row'},
    {name: words('Who', '고객'), at: '.row .who'},
    {name: words('Since when', '경과 시간'), at: '.row dw-timer'},
    {name: words('How much is unread', '읽지 않은 수'), at: '.row .badge'},
    {name: words('Its state, as icon and word', '상태. 아이콘과 단어'), at: '.row .state'},
  ],
};
