import {sampleCallback, samplePlainChat, sampleUrgentCall} from '@deskwire/adapter-simulator';

import type {Scenario} from '../model.js';
import {aCall, aChat, aMail} from '../telling.js';

import {about, always, receipt, SAYS, scenario} from './scenario.js';

/** Who calls and writes. */
export const CUSTOMER = {
  call: scenario('A call arrives', '전화가 옵니다', always(aCall)),
  urgent: scenario(
    'An unknown caller rings',
    '모르는 번호가 울립니다',
    always(({simulator}) => simulator.callArrives(sampleUrgentCall())),
  ),
  callback: scenario(
    'Somebody wants to be called back',
    '콜백 요청이 옵니다',
    always(({simulator, language}) => simulator.callArrives(sampleCallback(language))),
  ),
  chat: scenario('A chat arrives', '채팅이 옵니다', always(aChat)),
  mail: scenario('A mail arrives', '메일이 옵니다', always(aMail)),
  photoMail: scenario(
    'A mail with a photo arrives',
    '사진이 든 메일이 옵니다',
    always(({simulator, mails}) => simulator.mailArrives(mails.damaged)),
  ),
  six: scenario(
    'Six at once',
    '여섯 건이 한꺼번에 옵니다',
    always(({simulator, language, mails}) => {
      for (let count = 0; count < 3; count += 1) {
        simulator.mailArrives(mails.thread);
        simulator.chatArrives(samplePlainChat(language));
      }
    }),
  ),
  writes: scenario(
    'The customer writes',
    '고객이 메시지를 보냅니다',
    about('chat', ({simulator, language}, id) => simulator.customerSays(id, SAYS.another[language])),
  ),
  writesMail: scenario(
    'The customer writes once more',
    '고객이 한 번 더 메일을 보냅니다',
    about('email', ({simulator, language}, id) => simulator.customerSays(id, SAYS.another[language])),
  ),
  types: scenario(
    'The customer is typing',
    '고객이 입력 중입니다',
    about('chat', ({simulator}, id) => simulator.customerTypes(id)),
  ),
  reads: scenario(
    'The customer reads',
    '고객이 읽습니다',
    about('chat', ({simulator}, id) => simulator.customerReads(id)),
  ),
  file: scenario(
    'The customer sends a file',
    '고객이 파일을 보냅니다',
    about('chat', ({simulator}, id) => simulator.customerSendsFile(id, receipt())),
  ),
  leaves: scenario(
    'The customer leaves',
    '고객이 나갑니다',
    about('chat', ({simulator}, id) => simulator.customerLeaves(id)),
  ),
  hangsUp: scenario(
    'The customer hangs up',
    '고객이 전화를 끊습니다',
    about('voice', ({simulator}, id) => simulator.customerHangsUp(id)),
  ),
  picksUp: scenario(
    'The customer picks up',
    '고객이 전화를 받습니다',
    about('voice', ({simulator}, id) => simulator.customerPicksUp(id)),
  ),
  doesNotPickUp: scenario(
    'Nobody picks up',
    '아무도 받지 않습니다',
    about('voice', ({simulator}, id) => simulator.customerDoesNotPickUp(id)),
  ),
  bounces: scenario(
    'The mail bounces',
    '메일이 반송됩니다',
    about('email', ({simulator}, id) => simulator.mailBounces(id)),
  ),
  away: scenario(
    'An automatic reply comes',
    '자동 회신이 옵니다',
    about('email', ({simulator}, id) => simulator.customerIsAway(id)),
  ),
  flow: scenario(
    'The flow changes a value',
    '플로우가 값을 바꿉니다',
    about('voice', ({simulator, language}, id) =>
      simulator.flowSets(id, {'reason-for-call': SAYS.moved[language], 'plan-tier': 'Platinum'}),
    ),
  ),
} as const satisfies Readonly<Record<string, Scenario>>;
