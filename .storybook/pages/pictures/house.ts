import {sampleAgents, sampleTenant, type CallArrival, type SampleLanguage} from '@deskwire/adapter-simulator';
import {
  createProfile,
  PERMISSIONS,
  type AgentProfile,
  type FlowVariable,
  type Queue,
  type Reason,
  type TenantConfig,
} from '@deskwire/domain';

/** A word of the pictures in both languages. */
export type Words = Readonly<Record<SampleLanguage, string>>;

/** Those who are in several pictures. */
export const NAMES = {
  kim: {en: 'Kim Min-su', ko: '김민수'},
  lee: {en: 'Lee Seo-yeon', ko: '이서연'},
  jung: {en: 'Jung Da-in', ko: '정다인'},
  choi: {en: 'Choi Ha-eun', ko: '최하은'},
  accounts: {en: 'Hanbit Logistics, accounts payable', ko: '한빛로지스틱스 매입채무팀'},
} as const satisfies Record<string, Words>;

const variable = (name: string, en: string, ko: string, more: Partial<FlowVariable> = {}): FlowVariable => ({
  name,
  label: {en, ko},
  type: 'string',
  editable: true,
  secure: false,
  ...more,
});

/** The eight variables of the pictures. */
const VARIABLES: readonly FlowVariable[] = [
  variable('account-number', 'Account number', '계정 번호', {editable: false}),
  variable('customer-since', 'Customer since', '가입일', {type: 'date', editable: false}),
  variable('resident-id', 'Resident ID, last 4', '주민등록번호 뒤 4자리', {secure: true}),
  variable('promised-pay-date', 'Promised pay date', '납부 약속일', {type: 'date'}),
  variable('plan-tier', 'Plan tier', '요금제 등급'),
  variable('disputed-amount', 'Disputed amount (KRW)', '이의 금액(원)', {type: 'integer'}),
  variable('callback-consent', 'Callback consent', '콜백 동의', {type: 'boolean'}),
  variable('reason-for-call', 'Reason for call', '문의 사유'),
];

const reasons = (words: Readonly<Record<string, Words>>): readonly Reason[] =>
  Object.entries(words).map(([id, label]) => ({id, label}));

const WRAP_UP_REASONS = reasons({
  'general-enquiry': {en: 'General enquiry', ko: '일반 문의'},
  'charge-explained': {en: 'Charge explained', ko: '요금 설명 완료'},
  'address-changed': {en: 'Address changed', ko: '주소 변경'},
  'refund-promised': {en: 'Refund promised', ko: '환불 약속'},
  'refund-refused': {en: 'Refund refused', ko: '환불 거절'},
  'refund-status': {en: 'Refund status', ko: '환불 진행 상황'},
});

const ROAMING_DESK = {
  id: 'roaming-desk',
  channel: 'voice',
  name: {en: 'Roaming desk', ko: '로밍 전담'},
} as const;

/** The sample company with what the pictures ask of it: nothing that rings gives up while it is looked at. */
export const pictureTenant = (language: SampleLanguage, set: Partial<TenantConfig> = {}): TenantConfig => {
  const sample = sampleTenant(language);
  const never = 3_600;
  return {
    ...sample,
    queues: [...sample.queues, {...ROAMING_DESK, name: ROAMING_DESK.name[language]}],
    entryPoints: sample.entryPoints.map((one) => ({...one, variables: VARIABLES})),
    wrapUpReasons: WRAP_UP_REASONS,
    wrapUp: {
      voice: {multiple: false, extendable: false},
      chat: {multiple: true, extendable: true, autoSeconds: 42, defaultReasonId: 'general-enquiry'},
      social: {multiple: true, extendable: false},
      email: {multiple: false, extendable: false},
    },
    ringSeconds: {voice: never, chat: never, social: never, email: never},
    connectSeconds: never,
    consultVariables: [],
    ...set,
  };
};

const ROAMING_TEAM = {en: 'Roaming desk', ko: '로밍 전담'} as const;

/**
 * The agents of the sample company; Yoon, whose desk is shown, can have as much at once as the picture holds. The picture
 * in English is of a phone on the desk, the one in Korean of a browser phone. Park belongs to the roaming desk.
 */
export const pictureAgents = (
  language: SampleLanguage,
  queues: readonly Pick<Queue, 'id'>[],
): readonly AgentProfile[] =>
  sampleAgents(
    language,
    queues.filter(({id}) => id !== ROAMING_DESK.id),
  ).map((agent) => ({
    ...agent,
    capacity: {voice: 2, chat: 6, social: 3, email: 8},
    ...(agent.id === 'yoon' && {
      station: {kind: language === 'ko' ? 'browser-phone' : 'desk-phone', dn: '4401'},
    }),
    ...(agent.id === 'park' && {team: {id: ROAMING_DESK.id, name: ROAMING_TEAM[language]}}),
  }));

/** Kim Min-su rings about a bill. */
export const kimCalls = (language: SampleLanguage): CallArrival => ({
  name: NAMES.kim[language],
  number: '+821048271934',
  data: {
    'account-number': '8840-2271-06',
    'customer-since': '2019-03-14',
    'resident-id': '4107',
    'promised-pay-date': '2026-11-20',
    'plan-tier': {en: 'Silver', ko: '실버'}[language],
    'disputed-amount': '12400',
    'callback-consent': 'true',
    'reason-for-call': {en: 'Charged twice for November roaming', ko: '11월 로밍 요금이 두 번 청구됨'}[
      language
    ],
  },
});

/** Somebody whose number is all that is known rings the priority line. */
export const someoneCalls: CallArrival = {
  number: '+82260221180',
  entryPointId: 'priority',
  dnis: '1588-0420',
};

/** Those whom the initial consonants find, with their teams; their names are written as their colleagues search for them. */
const FOUND: readonly (readonly [string, Words, string])[] = [
  ['김민수', {en: 'Roaming desk', ko: '로밍 전담'}, '4417'],
  ['강문식', {en: 'Billing tier 2', ko: '요금 2선'}, '4431'],
  ['김미소', {en: 'Retention', ko: '해지 방어'}, '4460'],
  ['고명수', {en: 'Roaming desk', ko: '로밍 전담'}, '4409'],
];
/** The ids of {@link FOUND}. */
export const FOUND_IDS = FOUND.map(([, , dn]) => `agent-${dn}`);

const SURNAMES = [...'이박최정강조윤장임한오서신권'];
const GIVEN = [...'하서지은도현주원유진재희다예'];

/** A house of 312 agents: four with the same initial consonants. */
export const aLargeTeam = (
  language: SampleLanguage,
  queues: readonly Pick<Queue, 'id'>[],
): readonly AgentProfile[] => {
  const own = pictureAgents(language, queues);
  const agent = (name: string, team: Words, dn: string): AgentProfile =>
    createProfile({
      id: `agent-${dn}`,
      name,
      team: {id: team.en, name: team[language]},
      station: {kind: 'browser-phone', dn},
      permissions: PERMISSIONS,
      queueIds: queues.map(({id}) => id),
    });
  const others = Array.from({length: 312 - own.length + 1 - FOUND.length}, (_, at) => {
    const name = [
      SURNAMES[at % SURNAMES.length],
      GIVEN[Math.floor(at / SURNAMES.length) % GIVEN.length],
      GIVEN[Math.floor(at / (SURNAMES.length * GIVEN.length)) + 3],
    ];
    return agent(name.join(''), {en: 'Billing', ko: '요금'}, String(5_000 + at));
  });
  return [...own, ...FOUND.map(([name, team, dn]) => agent(name, team, dn)), ...others];
};
