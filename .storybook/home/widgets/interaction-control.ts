import type {WidgetPage} from '../model.js';
import {aCall, accepted, KEYS, NOTES, words} from '../telling.js';

export const interactionControl: WidgetPage = {
  tag: 'dw-interaction-control',
  folder: 'interaction-control',
  name: words('Interaction control', '상호 작용 제어 창'),
  summary: words(
    'The call in hand: who is on the line and who is on hold, and what can be done now. Consult, transfer and conference are followed as they are, on both ends.',
    '진행 중인 통화입니다. 누가 통화 중이고 누가 보류되었는지, 지금 무엇을 할 수 있는지 보여 줍니다. 상담, 전환, 전화회의도 양쪽에서 그대로 따라갑니다.',
  ),
  beside: ['dw-consult-dialog', 'dw-transfer-dialog', 'dw-wrap-up'],
  begins: accepted(aCall),
  unfolds: (stage) => {
    stage.simulator.after(120, () => {
      stage.colleague.becomesAvailable();
      stage.agent.consults({kind: 'agent', agentId: stage.colleague.agentId});
      stage.simulator.after(60, () => void stage.colleague.accepts());
    });
  },
  scenarios: [
    'call',
    'accepts',
    'hangsUp',
    'holds',
    'asks',
    'colleagueAsks',
    'colleagueAccepts',
    'colleagueDeclines',
    'colleagueMisses',
    'colleagueLeaves',
    'refuses',
    'stalls',
    'network',
  ],
  keyboard: [
    {keys: ['Alt+Shift+H'], does: words('Hold or resume', '보류 또는 보류 해제')},
    {keys: ['Alt+Shift+O'], does: words('Consult', '상담')},
    {keys: ['Alt+Shift+R'], does: words('Transfer', '전환')},
    {keys: ['Alt+Shift+F'], does: words('Conference', '전화회의')},
    {keys: ['Alt+Shift+E'], does: words('End', '종료')},
    {keys: ['Alt+Shift+U'], does: words('Mute', '음소거')},
    {
      keys: ['Alt+Shift+D'],
      does: words('Keypad: one stop of Tab, arrows between keys', '키패드. Tab 한 번, 방향키로 이동'),
    },
    {keys: ['Alt+Shift+G'], does: words('Pause the recording', '녹음 일시 중지')},
    KEYS.tab,
    KEYS.press,
  ],
  accessibility: [
    words(
      'Shortcuts are read on the whole page, never while somebody types; each can be changed or switched off (shortcuts).',
      '단축키는 페이지 전체에서 동작하지만 입력 중에는 동작하지 않으며, shortcuts로 바꾸거나 끌 수 있습니다.',
    ),
    words(
      'The focus stays on a button whose label changes under it (Hold, Resume).',
      '보류와 보류 해제처럼 이름이 바뀌는 버튼에서도 포커스가 그대로 있습니다.',
    ),
    NOTES.reasons,
    NOTES.colour,
    NOTES.clock,
  ],
  anatomy: [
    {name: words('Who is on the line', '통화 상대'), at: '#call .identity'},
    {name: words('The state, and since when', '상태와 경과 시간'), at: '#call .state'},
    {name: words('How long the call has lasted', '통화 시간'), at: '#call .clock'},
    {
      name: words('Call data; secure values are masked', '통화 관련 데이터. 보안 값은 가려짐'),
      at: '#call .data',
    },
    {name: words('The recording, and its pause', '녹음와 일시 중지'), at: '#call .recording'},
    {name: words('What can be done with the call', '통화에 할 수 있는 동작'), at: '#call .actions'},
    {name: words('Why something cannot', '할 수 없는 이유'), at: '#call .why'},
    {name: words('The consult: a pane of its own', '상담. 따로 있는 창'), at: '#consult', part: 'pane'},
  ],
};
