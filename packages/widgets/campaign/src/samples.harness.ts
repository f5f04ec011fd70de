import type {
  AgentProfile,
  CadVariable,
  Campaign,
  Engagement,
  GuideQuestion,
  Interaction,
  TenantConfig,
} from '@deskwire/domain';
import {fakeStream, type FakeStream, type FakeStreamOptions} from '@deskwire/testing';
import {
  AGENT,
  anActive,
  anEngagement,
  anInteraction,
  aProfile,
  aTenant,
  aVariable,
  aWrapUp,
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
export const SAMPLE_CAMPAIGN: Campaign = {
  id: 'fibre',
  name: 'Fibre renewal',
  teams: ['team-1'],
  skippable: true,
  fields: [
    {name: 'plan', label: {en: 'Plan', ko: '요금제'}},
    {name: 'ends', label: {en: 'Contract ends', ko: '계약 종료일'}},
    {name: 'autopay', label: {en: 'Automatic payment', ko: '자동 이체'}},
    {name: 'pin', label: {en: 'Customer PIN', ko: '고객 PIN'}},
    {name: 'remark', label: {en: 'Remark', ko: '비고'}},
  ],
  guide: SAMPLE_GUIDE,
};

/** Another campaign of the same team, without a guide. */
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
  aTenant({campaigns: [SAMPLE_CAMPAIGN], callCancellable: true, ...set});

/** An agent who may work on campaigns. */
export const campaignProfile = (set: Partial<AgentProfile> = {}): AgentProfile =>
  aProfile({permissions: ['transfer', 'consult', 'campaign'], ...set});

/** A contact of the campaign that the agent looks at: nothing rings. */
export const aPreview = (set: Partial<Interaction> = {}): Interaction =>
  anInteraction({
    id: 'contact-1',
    origin: 'campaign',
    campaignId: SAMPLE_CAMPAIGN.id,
    legs: [],
    engagements: [anEngagement()],
    cad: SAMPLE_CAD,
    ...set,
  });

const asContact = (interaction: Interaction, set: Partial<Interaction>): Interaction => ({
  ...interaction,
  ...{id: 'contact-1', origin: 'campaign', campaignId: SAMPLE_CAMPAIGN.id, cad: SAMPLE_CAD},
  ...set,
});

/** The same while they talk. */
export const aTalk = (set: Partial<Interaction> = {}): Interaction => asContact(anActive(), set);

/** The same in wrap-up. */
export const aContactWrapUp = (
  set: Partial<Interaction> = {},
  wrapUp: Engagement['wrapUp'] = {since: NOON},
) =>
  asContact(
    aWrapUp({engagements: [anEngagement({phase: 'wrap-up', acceptedAt: NOON - 60_000, wrapUp})]}),
    set,
  );

/** A desk of that agent, with these contacts. */
export const aCampaignDesk = (
  interactions: readonly Interaction[] = [],
  {snapshot, ...options}: FakeStreamOptions = {},
): FakeStream =>
  fakeStream({
    interactions,
    ...options,
    snapshot: {tenant: campaignTenant(), profile: campaignProfile(), ...snapshot},
  });

/** About the sample contact, by its agent. */
export const ON_CONTACT = {interactionId: 'contact-1', agentId: AGENT.id} as const;
