import {
  createProfile,
  createTenant,
  type AgentProfile,
  type TenantConfig,
  type WrapUpPolicy,
} from '@deskwire/domain';

import type {GatewayConfig} from './gateway-config.js';

const callWrapUp: WrapUpPolicy = {
  multiple: false,
  autoSeconds: 60,
  defaultReasonId: 'resolved',
  extendable: true,
};

const QUEUES = ['billing', 'delivery', 'web-support', 'invoices'];

const tenant: TenantConfig = createTenant({
  id: 'demo',
  name: 'Hanbit Logistics',
  language: 'ko',
  idleReasons: [
    {id: 'break', label: {en: 'Break', ko: '휴식'}},
    {id: 'lunch', label: {en: 'Lunch', ko: '점심'}},
    {id: 'meeting', label: {en: 'Meeting', ko: '회의'}},
    {id: 'training', label: {en: 'Training', ko: '교육'}},
    {id: 'coaching', label: {en: 'Coaching', ko: '코칭'}},
    {id: 'paperwork', label: {en: 'Paperwork', ko: '서류 업무'}},
    {id: 'system-problem', label: {en: 'System problem', ko: '시스템 문제'}},
    {id: 'end-of-shift', label: {en: 'End of shift', ko: '근무 종료'}},
  ],
  signInReasonId: 'break',
  wrapUpReasons: [
    {id: 'resolved', label: {en: 'Resolved', ko: '해결됨'}},
    {id: 'follow-up', label: {en: 'Follow-up needed', ko: '후속 조치 필요'}},
    {id: 'refund', label: {en: 'Refund promised', ko: '환불 약속'}},
    {id: 'delivery', label: {en: 'Delivery question', ko: '배송 문의'}},
    {id: 'complaint', label: {en: 'Complaint', ko: '불만 접수'}},
    {id: 'wrong-department', label: {en: 'Wrong department', ko: '다른 부서 문의'}},
    {id: 'no-answer', label: {en: 'Customer did not answer', ko: '고객 응답 없음'}},
    {id: 'spam', label: {en: 'Spam', ko: '스팸'}},
  ],
  wrapUp: {
    voice: callWrapUp,
    chat: {multiple: true, extendable: false},
    social: {multiple: true, extendable: false},
    email: {multiple: false, extendable: false},
  },
  ringSeconds: {voice: 20, chat: 30, social: 30, email: 60},
  connectSeconds: 10,
  graceSeconds: 30,
  queues: [
    {id: 'billing', name: 'Billing', channel: 'voice'},
    {id: 'delivery', name: 'Delivery', channel: 'voice'},
    {id: 'web-support', name: 'Web support', channel: 'chat'},
    {id: 'invoices', name: 'Invoices', channel: 'email'},
  ],
  entryPoints: [
    {id: 'hotline', name: 'Hotline', number: '15880420', channel: 'voice', queueId: 'billing'},
    {id: 'delivery-line', name: 'Delivery line', number: '15880421', channel: 'voice', queueId: 'delivery'},
    {id: 'website', name: 'Website', channel: 'chat', queueId: 'web-support'},
    {id: 'support-mail', name: 'Support mail', channel: 'email', queueId: 'invoices'},
  ],
});

const agent = (id: string, name: string, station: AgentProfile['station']): AgentProfile =>
  createProfile({id, name, station, team: {id: 'seoul', name: 'Seoul'}, queueIds: QUEUES});

/** Of the password `demo`, which everybody knows: it opens the demo tenant and no other. */
const DEMO_HASH = 'scrypt$vG5qQwBvtTdH2ij-zUg9iw$PGnsJBdpOmm9YabTEJ-slkI83L8HseoEqq_OEfTXbis';

const user = (id: string) => ({user: id, agentId: id, hash: DEMO_HASH});

/** A small company to try everything with. Its domains end in `.example`, so that no mail can ever leave. */
export const DEMO_CONFIG: GatewayConfig = {
  tenant,
  agents: [
    agent('yoon', '윤지호', {kind: 'browser-phone', dn: '7001'}),
    agent('park', '박지우', {kind: 'browser-phone', dn: '7002'}),
    agent('han', '한유진', {kind: 'desk-phone', dn: '7003'}),
  ],
  numbers: [
    {name: '한빛 물류창고 인천', number: '+82 32-555-0119'},
    {name: '대한카드 이의신청', number: '1577-0420'},
    {name: '야간 당직', number: '4499'},
  ],
  mail: {
    addresses: {'support@deskwire.example': 'support-mail'},
    mailboxDomains: ['deskwire.example', 'customer.example'],
  },
  assistants: {
    website: {
      name: {en: 'Hanbit assistant', ko: '한빛 도우미'},
      greeting: {en: 'Hello. What can we help you with?', ko: '안녕하세요. 무엇을 도와드릴까요?'},
      handover: {en: 'I am connecting you to an agent.', ko: '상담사에게 연결해 드리겠습니다.'},
    },
  },
  demo: true,
  users: [user('yoon'), user('park'), user('han')],
};
