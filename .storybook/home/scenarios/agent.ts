import type {Scenario} from '../model.js';

import {about, always, DONE, lasting, receipt, SAYS, scenario, whereItIs} from './scenario.js';

/** Agent 1, whose desk is shown. */
export const AGENT = {
  accepts: scenario(
    'You accept',
    '내가 수락합니다',
    whereItIs('offered', ({agent}, id) => agent.accepts(id)),
  ),
  misses: scenario(
    'You do not answer',
    '내가 받지 않습니다',
    whereItIs('offered', ({agent}, id) => agent.misses(id)),
  ),
  holds: lasting(
    scenario(
      'You hold the call',
      '내가 보류합니다',
      about('voice', ({agent}, id) => agent.holds(id)),
    ),
    scenario(
      'You resume the call',
      '내가 보류를 풉니다',
      about('voice', ({agent}, id) => agent.resumes(id)),
    ),
  ),
  ends: scenario(
    'You end it',
    '내가 종료합니다',
    whereItIs('active', ({agent}, id) => agent.ends(id)),
  ),
  dials: scenario('You dial', '내가 전화를 겁니다', ({agent}) => agent.dials('+82221550133')),
  asks: scenario(
    'You ask agent 2',
    '상담사 2에게 상담을 요청합니다',
    about('voice', ({agent, colleague}, id) => {
      colleague.becomesAvailable();
      return agent.consults({kind: 'agent', agentId: colleague.agentId}, id);
    }),
  ),
  invites: scenario(
    'You invite agent 2',
    '상담사 2를 초대합니다',
    about('chat', ({agent, colleague}, id) => {
      colleague.becomesAvailable();
      return agent.invites(colleague.agentId, id);
    }),
  ),
  idles: lasting(
    scenario('You go to lunch', '점심 시간으로 바꿉니다', ({agent}) => agent.goesIdle('lunch')),
    scenario('You are available', '사용 가능으로 바꿉니다', ({agent}) => agent.becomesAvailable()),
  ),
  takesContact: scenario('You take a contact', '연락처를 가져옵니다', ({agent}) =>
    agent.takesContact('renewals'),
  ),
  callsContact: scenario('You call the contact', '연락처에 전화합니다', ({agent}) => agent.callsContact()),
  opensTransfer: scenario(
    'Open the dialog',
    '대화상자를 엽니다',
    whereItIs('active', ({open}, id) => {
      open('dw-transfer-dialog', id);
      return DONE;
    }),
  ),
  opensConsult: scenario(
    'Open the dialog',
    '대화상자를 엽니다',
    whereItIs('active', ({open}, id) => {
      open('dw-consult-dialog', id);
      return DONE;
    }),
  ),
  opensOutdial: scenario(
    'Open the dialog',
    '대화상자를 엽니다',
    always(({open}) => {
      open('dw-outdial');
    }),
  ),
  opensCampaign: scenario(
    'Open the dialog',
    '대화상자를 엽니다',
    always(({open}) => {
      open('dw-campaign');
    }),
  ),
} as const satisfies Readonly<Record<string, Scenario>>;

/** On the customer's page the agent is somebody else. */
export const AGENT_OF_VISITOR = {
  visitorAccepted: scenario('The agent accepts', '상담사가 수락합니다', ({agent}) => {
    agent.becomesAvailable();
    return agent.accepts();
  }),
  visitorAnswered: scenario('The agent writes', '상담사가 답장합니다', ({agent, language}) =>
    agent.says(SAYS.look[language]),
  ),
  visitorSeesTyping: scenario('The agent is typing', '상담사가 입력 중입니다', ({agent}) => agent.types()),
  visitorGetsFile: scenario('The agent sends a file', '상담사가 파일을 보냅니다', ({agent}) =>
    agent.sendsFile(receipt()),
  ),
  visitorEnded: scenario('The agent ends the chat', '상담사가 채팅을 종료합니다', ({agent}) => agent.ends()),
} as const satisfies Readonly<Record<string, Scenario>>;
