import type {
  AgentProfile,
  CadVariable,
  Campaign,
  DialStage,
  Engagement,
  GuideQuestion,
  Interaction,
  TenantConfig,
} from '@deskwire/domain';
import {fakeStream, type FakeStream, type FakeStreamOptions} from '@deskwire/testing';
import {
  aCampaign,
  aContact,
  aContactWrapUp,
  aDiallingProfile,
  aDiallingTenant,
  AGENT,
  anActiveContact,
  anEngagement,
  aVariable,
  NOON,
} from '@deskwire/testing/fixtures.js';

/** A guide of five questions with two branches, for stories and tests. */
export const SAMPLE_GUIDE: readonly GuideQuestion[] = [
  {
    id: 'reached',
    kind: 'choice',
    text: {en: 'Are you speaking with the contract holder?', ko: '계약자 본인과 통화 중입니까?'},
    hint: {en: 'Ask for the name and the date of birth.', ko: '성함과 생년월일을 확인하세요.'},
    answers: [
      {id: 'yes', label: {en: 'Yes', ko: '예'}, next: 'interest'},
      {id: 'no', label: {en: 'No, somebody else', ko: '아니요, 다른 사람입니다'}, next: 'when'},
    ],
  },
  {
    id: 'interest',
    kind: 'choice',
    text: {
      en: 'Would they renew the fibre plan for another two years?',
      ko: '광랜 요금제를 2년 더 재약정할 의향이 있습니까?',
    },
    answers: [
      {id: 'yes', label: {en: 'Yes, on the same terms', ko: '예, 같은 조건으로'}, next: 'note'},
      {id: 'offer', label: {en: 'Only with a better offer', ko: '더 나은 조건이면'}, next: 'price'},
      {id: 'no', label: {en: 'No', ko: '아니요'}, next: 'note'},
    ],
  },
  {
    id: 'price',
    kind: 'text',
    text: {en: 'What offer would they accept?', ko: '어떤 조건이면 수락하겠습니까?'},
    hint: {
      en: 'Price per month, or what the competitor offers.',
      ko: '월 요금 또는 경쟁사가 제시한 조건을 적으세요.',
    },
    next: 'note',
  },
  {
    id: 'when',
    kind: 'text',
    text: {en: 'When can the contract holder be reached?', ko: '계약자와 언제 통화할 수 있습니까?'},
    next: 'note',
  },
  {
    id: 'note',
    kind: 'text',
    text: {en: 'Anything else worth knowing?', ko: '그 밖에 알아 둘 점이 있습니까?'},
    optional: true,
  },
];

/** A campaign with fields, of which one is secure, and the guide. */
export const SAMPLE_CAMPAIGN: Campaign = aCampaign({
  id: 'fibre',
  name: 'Fibre renewal',
  fields: [
    {name: 'plan', label: {en: 'Plan', ko: '요금제'}},
    {name: 'ends', label: {en: 'Contract ends', ko: '계약 종료일'}},
    {name: 'autopay', label: {en: 'Automatic payment', ko: '자동 이체'}},
    {name: 'pin', label: {en: 'Customer PIN', ko: '고객 PIN'}},
    {name: 'remark', label: {en: 'Remark', ko: '비고'}},
  ],
  guide: SAMPLE_GUIDE,
});

/** Another campaign of the same team, without a guide; its contacts cannot be skipped. */
export const OTHER_CAMPAIGN: Campaign = {
  id: 'arrears',
  name: 'Arrears reminder',
  teams: ['team-1', 'team-2'],
  skippable: false,
  fields: [],
};

const cad = (order: number, set: Partial<CadVariable>): CadVariable =>
  aVariable({order, editable: false, ...set});

/** The variables of a sample contact: in the flow's order, not in the campaign's. */
export const SAMPLE_CAD: readonly CadVariable[] = [
  cad(0, {name: 'pin', value: '4471-secret', secure: true}),
  cad(1, {name: 'plan', value: 'Fibre 500'}),
  cad(2, {name: 'ends', type: 'date', value: '2026-12-31'}),
  cad(3, {name: 'autopay', type: 'boolean', value: 'true'}),
];

/** A tenant whose calls can be cancelled. */
export const campaignTenant = (set: Partial<TenantConfig> = {}): TenantConfig =>
  aDiallingTenant({campaigns: [SAMPLE_CAMPAIGN], callCancellable: true, ...set});

const ofCampaign = (set: Partial<Interaction>): Partial<Interaction> => ({
  ...{id: 'contact-1', campaignId: SAMPLE_CAMPAIGN.id, cad: SAMPLE_CAD},
  ...set,
});

/** A contact of the campaign that is not talked to yet: looked at, unless it is dialled. */
export const aWaiting = (set: Partial<Interaction> = {}, stage: DialStage = 'preview'): Interaction =>
  aContact(stage, ofCampaign(set));

/** The same while they talk. */
export const aTalk = (set: Partial<Interaction> = {}): Interaction => anActiveContact(ofCampaign(set));

/** The same in wrap-up. */
export const aWrapping = (
  set: Partial<Interaction> = {},
  wrapUp: Engagement['wrapUp'] = {since: NOON},
): Interaction => {
  const engagement = anEngagement({phase: 'wrap-up', acceptedAt: NOON - 60_000, wrapUp});
  return aContactWrapUp(ofCampaign({engagements: [engagement], ...set}));
};

/** A desk of an agent who works on the campaign, with these contacts. */
export const aCampaignDesk = (
  interactions: readonly Interaction[] = [],
  {snapshot, ...options}: FakeStreamOptions = {},
): FakeStream =>
  fakeStream({
    interactions,
    ...options,
    snapshot: {tenant: campaignTenant(), profile: aDiallingProfile(), ...snapshot},
  });

/** About the sample contact, by its agent. */
export const ON_CONTACT = {interactionId: 'contact-1', agentId: AGENT.id} as const;

/** A profile without one of the permissions. */
export const without = (permission: AgentProfile['permissions'][number]): AgentProfile => {
  const profile = aDiallingProfile();
  return {...profile, permissions: profile.permissions.filter((one) => one !== permission)};
};
