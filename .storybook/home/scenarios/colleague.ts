import {sampleCall} from '@deskwire/adapter-simulator';

import type {Scenario} from '../model.js';

import {DONE, lasting, SAYS, scenario} from './scenario.js';

/** Agent 2. */
export const COLLEAGUE = {
  colleagueComes: lasting(
    scenario('Agent 2 becomes available', '상담사 2가 대기합니다', ({colleague}) =>
      colleague.becomesAvailable(),
    ),
    scenario('Agent 2 goes to lunch', '상담사 2가 점심에 갑니다', ({colleague}) =>
      colleague.goesIdle('lunch'),
    ),
  ),
  colleagueAsks: scenario('Agent 2 asks you', '상담사 2가 나에게 상담을 요청합니다', (stage) => {
    const {simulator, colleague, agent, language} = stage;
    agent.goesIdle('meeting');
    colleague.becomesAvailable();
    const interactionId = simulator.callArrives(sampleCall(language));
    simulator.after(60, () => {
      colleague.accepts(interactionId);
      agent.becomesAvailable();
      colleague.consults({kind: 'agent', agentId: agent.agentId}, interactionId);
    });
    return DONE;
  }),
  colleagueAccepts: scenario('Agent 2 accepts', '상담사 2가 수락합니다', ({colleague}) =>
    colleague.accepts(),
  ),
  colleagueDeclines: scenario('Agent 2 declines', '상담사 2가 거절합니다', ({colleague}) =>
    colleague.declines(),
  ),
  colleagueMisses: scenario('Agent 2 does not answer', '상담사 2가 받지 않습니다', ({colleague}) =>
    colleague.misses(),
  ),
  colleagueLeaves: scenario('Agent 2 leaves the consult', '상담사 2가 상담에서 나갑니다', ({colleague}) =>
    colleague.endsConsult(),
  ),
  colleagueWrites: scenario('Agent 2 writes', '상담사 2가 메시지를 보냅니다', ({colleague, language}) =>
    colleague.says(SAYS.look[language]),
  ),
} as const satisfies Readonly<Record<string, Scenario>>;
