import type {Scenario} from '../model.js';

import {always, lasting, scenario} from './scenario.js';

/** What goes wrong between the desk and the contact centre. */
export const TROUBLE = {
  network: lasting(
    scenario(
      'The network drops',
      '네트워크가 끊깁니다',
      always(({simulator}) => {
        simulator.networkDrops();
      }),
    ),
    scenario(
      'The network returns',
      '네트워크가 돌아옵니다',
      always(({simulator}) => {
        simulator.networkReturns();
      }),
    ),
  ),
  stalls: lasting(
    scenario(
      'The server stops answering',
      '서버가 응답하지 않습니다',
      always(({simulator}) => {
        simulator.backendStalls();
      }),
    ),
    scenario(
      'The server answers again',
      '서버가 다시 응답합니다',
      always(({simulator}) => {
        simulator.backendGoesOn();
      }),
    ),
  ),
  refuses: scenario(
    'The next command is refused',
    '다음 명령이 거부됩니다',
    always(({simulator}) => {
      simulator.refusesNext('DW_SERVER_FAILED');
    }),
  ),
  elsewhere: scenario(
    'The desk is opened elsewhere',
    '다른 곳에서 데스크가 열립니다',
    always(({simulator, agent}) => {
      simulator.sessionEnds(agent.agentId);
    }),
  ),
  linesFull: lasting(
    scenario(
      'All lines are taken',
      '회선이 모두 찹니다',
      always(({simulator}) => {
        simulator.linesAreFull(27);
      }),
    ),
    scenario(
      'Lines are free',
      '회선이 빕니다',
      always(({simulator}) => {
        simulator.linesAreFree();
      }),
    ),
  ),
  mailRefused: lasting(
    scenario(
      'The mail server refuses',
      '메일 서버가 거부합니다',
      always(({simulator}) => {
        simulator.mailServerRefuses('550 No such mailbox');
      }),
    ),
    scenario(
      'The mail server takes mails',
      '메일 서버가 다시 받습니다',
      always(({simulator}) => {
        simulator.mailServerRefuses();
      }),
    ),
  ),
  uploadFails: scenario(
    'The next upload breaks off',
    '다음 업로드가 끊깁니다',
    always(({simulator}) => {
      simulator.uploadsFail();
    }),
  ),
} as const satisfies Readonly<Record<string, Scenario>>;
