// What can happen to a desk, as buttons say it. Each widget's page names those that make sense there.
import {sampleCall, sampleCallback, samplePlainChat, sampleUrgentCall} from '@deskwire/adapter-simulator';
import type {Channel, InteractionId, Phase, Verdict} from '@deskwire/domain';

import type {Group, Outcome, Scenario, Stage, Words} from './model.js';
import {aCall, aChat, aMail, words} from './telling.js';

const DONE: Verdict = {ok: true};

/** Whatever happens without a yes or no. */
const always =
  (run: (stage: Stage) => void) =>
  (stage: Stage): Outcome => {
    run(stage);
    return DONE;
  };

const LACKS: Readonly<Record<Channel, Words>> = {
  voice: words('Let a call arrive first.', '먼저 전화가 오게 하세요.'),
  chat: words('Let a chat arrive first.', '먼저 채팅이 오게 하세요.'),
  email: words('Let a mail arrive first.', '먼저 메일이 오게 하세요.'),
  social: words('Let a message arrive first.', '먼저 메시지가 오게 하세요.'),
};
const NOTHING = words('There is nothing like that on the desk.', '지금 데스크에 해당하는 작업이 없습니다.');

/** The newest contact of the agent that is of this channel, or in this phase. */
export const contactOf = (
  {simulator, agent}: Stage,
  {channel, phase}: {readonly channel?: Channel; readonly phase?: Phase},
): InteractionId | undefined => {
  const {work = []} = simulator.centre.agents.get(agent.agentId) ?? {};
  return work.findLast((one) => (!channel || one.channel === channel) && (!phase || one.phase === phase))
    ?.interactionId;
};

const about =
  (channel: Channel, run: (stage: Stage, id: InteractionId) => Verdict) =>
  (stage: Stage): Outcome => {
    const id = contactOf(stage, {channel});
    return id === undefined ? {ok: false, lacks: LACKS[channel]} : run(stage, id);
  };

const whereItIs =
  (phase: Phase, run: (stage: Stage, id: InteractionId) => Verdict) =>
  (stage: Stage): Outcome => {
    const id = contactOf(stage, {phase});
    return id === undefined ? {ok: false, lacks: NOTHING} : run(stage, id);
  };

const scenario = (en: string, ko: string, run: Scenario['run']): Scenario => ({label: words(en, ko), run});

const lasting = (there: Scenario, back: Scenario): Scenario => ({...there, back});

const SAYS = {
  another: words('One more thing: can you send me the form?', '한 가지 더요, 양식을 보내 주실 수 있나요?'),
  look: words(
    'Thanks. I can see both charges on your November bill.',
    '확인했습니다. 11월 청구서에 두 번 청구된 내역이 보입니다.',
  ),
  moved: words('Moved to the premium tier today', '오늘 프리미엄 등급으로 변경'),
} as const;

const receipt = (): File => new File(['receipt'], 'receipt.pdf', {type: 'application/pdf'});

const CUSTOMER = {
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

const AGENT = {
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

const COLLEAGUE = {
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

/** On the customer's page the agent is somebody else. */
const AGENT_OF_VISITOR = {
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

const TROUBLE = {
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

const BY_GROUP: readonly (readonly [Group, Readonly<Record<string, Scenario>>])[] = [
  ['customer', CUSTOMER],
  ['agent', AGENT],
  ['agent', AGENT_OF_VISITOR],
  ['colleague', COLLEAGUE],
  ['trouble', TROUBLE],
];

/** Every scenario by its name, with who makes it happen. */
export const SCENARIOS: ReadonlyMap<string, Scenario & {readonly group: Group}> = new Map(
  BY_GROUP.flatMap(([group, all]) =>
    Object.entries(all).map(([name, one]) => [name, {...one, group}] as const),
  ),
);
