import {
  createTenant,
  TENANT_DEFAULTS,
  type EntryPoint,
  type Queue,
  type Reason,
  type TenantConfig,
} from '@deskwire/domain';

import {sampleCampaign} from './campaign.js';
import {sampleResponses} from './responses.js';
import {sampleEmail} from './templates.js';
import {SAMPLE_VARIABLES} from './variables.js';
import type {SampleLanguage, Words} from './words.js';

const reasons = (words: Readonly<Record<string, Words>>): readonly Reason[] =>
  Object.entries(words).map(([id, label]) => ({id, label}));

/** More than a handful, so that the list of states can be searched. */
const IDLE_REASONS = reasons({
  'signed-in': {en: 'Just signed in', ko: '방금 로그인'},
  lunch: {en: 'Lunch', ko: '점심'},
  meeting: {en: 'Meeting', ko: '회의'},
  training: {en: 'Training', ko: '교육'},
  'after-call': {en: 'After-call admin', ko: '통화 후 행정'},
  break: {en: 'Break', ko: '휴식'},
  coaching: {en: 'Coaching', ko: '코칭'},
  'system-problem': {en: 'System problem', ko: '시스템 문제'},
});

const WRAP_UP_REASONS = reasons({
  resolved: {en: 'Resolved', ko: '해결됨'},
  'charge-explained': {en: 'Charge explained', ko: '요금 안내'},
  'refund-promised': {en: 'Refund promised', ko: '환불 약속'},
  'address-changed': {en: 'Address changed', ko: '주소 변경'},
  'follow-up': {en: 'Follow-up needed', ko: '후속 조치 필요'},
  complaint: {en: 'Complaint', ko: '불만 접수'},
  'wrong-department': {en: 'Wrong department', ko: '다른 부서 문의'},
  'call-dropped': {en: 'Call dropped', ko: '통화 끊김'},
});

const QUEUES: readonly (Omit<Queue, 'name'> & {readonly name: Words})[] = [
  {id: 'billing', channel: 'voice', name: {en: 'Billing', ko: '요금 문의'}},
  {id: 'priority-care', channel: 'voice', name: {en: 'Priority care', ko: '우선 상담'}},
  {id: 'web-support', channel: 'chat', name: {en: 'Web support', ko: '웹 지원'}},
  {id: 'invoices', channel: 'email', name: {en: 'Invoices', ko: '청구서'}},
];

const ENTRY_POINTS: readonly (Omit<EntryPoint, 'name'> & {readonly name: Words})[] = [
  {
    id: 'hotline',
    channel: 'voice',
    queueId: 'billing',
    number: '1588-0420',
    name: {en: 'Hotline', ko: '대표 번호'},
  },
  {
    id: 'priority',
    channel: 'voice',
    queueId: 'priority-care',
    number: '1588-0421',
    name: {en: 'Priority line', ko: '우선 상담 번호'},
  },
  {id: 'website', channel: 'chat', queueId: 'web-support', name: {en: 'Website', ko: '홈페이지'}},
  {
    id: 'invoice-mail',
    channel: 'email',
    queueId: 'invoices',
    number: 'invoices@hanbit.example',
    name: {en: 'Invoice mail', ko: '청구서 메일'},
  },
];

const ANIS: readonly (readonly [Words, string])[] = [
  [{en: 'Hotline', ko: '대표 번호'}, '15880420'],
  [{en: 'Seoul office', ko: '서울 사무소'}, '+82221550100'],
  [{en: 'Busan office', ko: '부산 사무소'}, '+82515550100'],
  [{en: 'Claims', ko: '사고 접수'}, '+82221550150'],
];

const outdialOf = (language: SampleLanguage): TenantConfig['outdial'] => ({
  entryPointId: 'hotline',
  anis: ANIS.map(([name, number]) => ({name: name[language], number})),
  defaultAni: '15880420',
  availableAfter: false,
  dialPlan: [
    {name: {en: 'Length of a number', ko: '번호 길이'}[language], minDigits: 8, maxDigits: 13},
    {
      name: {en: 'No premium-rate numbers', ko: '유료 정보 번호 금지'}[language],
      blockedPrefixes: ['060', '+8260', '008260'],
    },
  ],
});

const {attachments} = TENANT_DEFAULTS.chat;

/** Photos beside documents: a parcel can be damaged. */
const chatOf = (language: SampleLanguage): TenantConfig['chat'] => ({
  attachments: {...attachments, types: [...attachments.types, '.png', '.jpg', '.jpeg', '.gif', '.webp']},
  responses: sampleResponses(language),
});

const NAME: Words = {en: 'Hanbit Logistics', ko: '한빛로지스틱스'};

/** A small company with a queue of every kind. Nothing of it is real; its domains end in `.example`. */
export const sampleTenant = (language: SampleLanguage, set: Partial<TenantConfig> = {}): TenantConfig =>
  createTenant({
    id: 'sample',
    name: NAME[language],
    language,
    idleReasons: IDLE_REASONS,
    signInReasonId: 'signed-in',
    wrapUpReasons: WRAP_UP_REASONS,
    wrapUp: {
      voice: {multiple: false, autoSeconds: 60, defaultReasonId: 'resolved', extendable: true},
      chat: {multiple: true, extendable: false},
      social: {multiple: true, extendable: false},
      email: {multiple: false, extendable: false},
    },
    queues: QUEUES.map((queue) => ({...queue, name: queue.name[language]})),
    entryPoints: ENTRY_POINTS.map((one) => ({...one, name: one.name[language], variables: SAMPLE_VARIABLES})),
    consultVariables: ['account-number', 'plan-tier', 'reason-for-call']
      .flatMap((name) => SAMPLE_VARIABLES.find((one) => one.name === name) ?? [])
      .map(({name, label}) => ({name, label})),
    outdial: outdialOf(language),
    chat: chatOf(language),
    email: sampleEmail(language),
    cardData: {action: 'redact', unreadable: 'allow'},
    callCancellable: true,
    campaigns: [sampleCampaign(language)],
    recording: {enabled: true, privacyShield: true, pauseSeconds: 30},
    ...set,
  });
