import {createProfile, PERMISSIONS, type AgentProfile, type Answers, type Queue} from '@deskwire/domain';

import type {CallArrival, ChatArrival, MailArrival} from '../scripts.js';

import type {SampleLanguage, Words} from './words.js';

const NAMES = {
  yoon: {en: 'Yoon Ji-ho', ko: '윤지호'},
  park: {en: 'Park Ji-woo', ko: '박지우'},
  han: {en: 'Han Yu-jin', ko: '한유진'},
  kim: {en: 'Kim Min-su', ko: '김민수'},
  lee: {en: 'Lee Seo-yeon', ko: '이서연'},
  jung: {en: 'Jung Da-in', ko: '정다인'},
  choi: {en: 'Choi Ha-eun', ko: '최하은'},
} as const satisfies Record<string, Words>;

const TEAM: Words = {en: 'Seoul', ko: '서울'};

/** Yoon Ji-ho and Park Ji-woo in the browser, Han Yu-jin with a phone on the desk. Each serves all these queues. */
export const sampleAgents = (
  language: SampleLanguage,
  queues: readonly Pick<Queue, 'id'>[],
): readonly AgentProfile[] => {
  const agent = (id: 'yoon' | 'park' | 'han', station: AgentProfile['station']): AgentProfile =>
    createProfile({
      id,
      name: NAMES[id][language],
      team: {id: 'seoul', name: TEAM[language]},
      station,
      permissions: PERMISSIONS,
      queueIds: queues.map((queue) => queue.id),
    });
  return [
    agent('yoon', {kind: 'browser-phone', dn: '4401'}),
    agent('park', {kind: 'browser-phone', dn: '4402'}),
    agent('han', {kind: 'desk-phone', dn: '4403'}),
  ];
};

const COMPANIES: readonly (readonly [Words, string])[] = [
  [{en: 'Roaming desk', ko: '로밍 전담'}, '4409'],
  [{en: 'Hanbit warehouse, Incheon', ko: '한빛 물류창고 인천'}, '+82325550119'],
  [{en: 'Daehan Card, disputes', ko: '대한카드 이의신청'}, '+8215770420'],
  [{en: 'Night duty', ko: '야간 당직'}, '4499'],
  [{en: 'Gimhae air cargo', ko: '김해 항공화물'}, '+82515550133'],
  [{en: 'Saebyeok Tyres, fleet desk', ko: '새벽타이어 법인 담당'}, '+82425550160'],
];

/** A small address book. */
export const sampleNumbers = (language: SampleLanguage): Answers['directory.numbers']['numbers'] =>
  COMPANIES.map(([name, number]) => ({name: name[language], number}));

const SAID = {
  hello: {en: 'Hello. What can I help you with?', ko: '안녕하세요. 무엇을 도와드릴까요?'},
  charged: {en: 'I was charged twice for roaming', ko: '로밍 요금이 두 번 청구됐어요'},
  look: {
    en: 'I see two roaming charges on your November bill.',
    ko: '11월 청구서에 로밍 요금이 두 건 있습니다.',
  },
  refund: {en: 'When do I get the refund?', ko: '환불은 언제 되나요?'},
  connecting: {en: 'I am connecting you to an agent.', ko: '상담사에게 연결해 드리겠습니다.'},
  waiting: {en: 'The refund has still not arrived.', ko: '아직 환불이 안 들어왔어요.'},
  howLong: {en: 'How long will it take?', ko: '얼마나 걸릴까요?'},
  account: {en: 'The same account as before, please.', ko: '전에 쓰던 계좌로 부탁드려요.'},
  great: {en: 'Great, thank you.', ko: '네, 감사합니다.'},
  bot: {en: 'Hanbit assistant', ko: '한빛 도우미'},
  subject: {en: 'Invoice for November', ko: '11월 청구서 문의'},
  mail: {
    en: 'Hello,\n\nthe invoice for November lists the delivery of 3 November twice. Could you send a corrected one?\n\nKind regards\nJung Da-in',
    ko: '안녕하세요.\n\n11월 청구서에 11월 3일 배송이 두 번 들어가 있습니다. 수정된 청구서를 보내 주실 수 있을까요?\n\n감사합니다.\n정다인 드림',
  },
  mailThanks: {
    en: 'Thank you. Please send it to our accounts department as well.',
    ko: '감사합니다. 회계팀에도 같이 보내 주세요.',
  },
} as const satisfies Record<string, Words>;

/** Kim Min-su rings about a bill, and hangs on. */
export const sampleCall = (language: SampleLanguage): CallArrival => ({
  name: NAMES.kim[language],
  number: '+821048271934',
  data: {
    'account-number': '8840-2271-06',
    'customer-since': '2019-03-14',
    'plan-tier': 'Gold',
    'resident-id': '4107',
  },
});

/** Kim Min-su wants to be called back about it. */
export const sampleCallback = (language: SampleLanguage): CallArrival => ({
  ...sampleCall(language),
  origin: 'callback',
});

/** Somebody whose number is all that is known rings the priority line, and gives up after a minute and a half. */
export const sampleUrgentCall = (): CallArrival => ({
  number: '+82260221180',
  entryPointId: 'priority',
  script: {patienceMs: 90_000},
});

/** Lee Seo-yeon has spoken with the assistant, and answers what she is asked. */
export const sampleChat = (language: SampleLanguage): ChatArrival => ({
  name: NAMES.lee[language],
  email: 'seoyeon.lee@mail.example',
  text: SAID.waiting[language],
  script: {
    botName: SAID.bot[language],
    before: [
      {from: 'bot', text: SAID.hello[language]},
      {from: 'customer', text: SAID.charged[language]},
      {from: 'bot', text: SAID.look[language]},
      {from: 'customer', text: SAID.refund[language]},
      {from: 'bot', text: SAID.connecting[language]},
    ],
    answers: [
      {text: SAID.howLong[language]},
      {text: SAID.account[language]},
      {text: SAID.great[language], afterMs: 2_500},
    ],
  },
});

/** Choi Ha-eun writes by herself. */
export const samplePlainChat = (language: SampleLanguage): ChatArrival => ({
  name: NAMES.choi[language],
  email: 'haeun.choi@mail.example',
  text: SAID.charged[language],
});

/** Jung Da-in writes about an invoice, and once more after the answer. */
export const sampleMail = (language: SampleLanguage): MailArrival => ({
  name: NAMES.jung[language],
  from: 'dain.jung@hanbit.example',
  subject: SAID.subject[language],
  text: SAID.mail[language],
  script: {replies: [{text: SAID.mailThanks[language], afterMs: 20_000}]},
});
