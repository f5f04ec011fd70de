import type {Campaign, GuideAnswer, GuideQuestion} from '@deskwire/domain';
import type {CampaignContact} from '@deskwire/engine';

import {sampleCustomers} from './crowd.js';
import type {SampleLanguage, Words} from './words.js';

/** The id of the sample campaign. */
export const SAMPLE_CAMPAIGN = 'renewals';

const answer = (id: string, en: string, ko: string, next?: string): GuideAnswer => ({
  id,
  label: {en, ko},
  ...(next === undefined ? {} : {next}),
});

/** Eight questions; the answers lead along five ways and meet again. */
const GUIDE: readonly GuideQuestion[] = [
  {
    id: 'holder',
    text: {en: 'Am I speaking with the contract holder?', ko: '계약하신 분 본인이십니까?'},
    hint: {en: 'Say your name and Hanbit Logistics first.', ko: '먼저 이름과 한빛로지스틱스를 밝히세요.'},
    kind: 'choice',
    answers: [
      answer('yes', 'Yes', '예', 'satisfied'),
      answer('no', 'No, somebody else', '아니요, 다른 분', 'when'),
      answer('wrong', 'Wrong number', '잘못된 번호'),
    ],
  },
  {
    id: 'satisfied',
    text: {en: 'How satisfied are you with our deliveries?', ko: '배송 서비스에 얼마나 만족하십니까?'},
    kind: 'choice',
    answers: [
      answer('very', 'Very satisfied', '매우 만족', 'renew'),
      answer('so-so', 'So-so', '보통', 'problem'),
      answer('not', 'Not satisfied', '불만족', 'problem'),
    ],
  },
  {
    id: 'problem',
    text: {en: 'What went wrong most often?', ko: '어떤 점이 가장 불편하셨습니까?'},
    kind: 'choice',
    answers: [
      answer('late', 'Late deliveries', '배송 지연', 'renew'),
      answer('damaged', 'Damaged parcels', '파손', 'damage'),
      answer('price', 'The price', '요금', 'renew'),
    ],
  },
  {
    id: 'damage',
    text: {en: 'What was damaged, and when?', ko: '무엇이 언제 파손되었습니까?'},
    hint: {en: 'Parcel number, if the customer has it.', ko: '송장 번호를 알면 함께 적으세요.'},
    kind: 'text',
    next: 'renew',
  },
  {
    id: 'renew',
    text: {en: 'Would you like to renew for another year?', ko: '1년 더 갱신하시겠습니까?'},
    kind: 'choice',
    answers: [
      answer('yes', 'Yes, as it is', '예, 지금 그대로', 'note'),
      answer('offer', 'Yes, with the offer', '예, 제안 조건으로', 'note'),
      answer('later', 'Not yet', '아직 결정하지 않음', 'when'),
      answer('no', 'No', '아니요', 'why'),
    ],
  },
  {
    id: 'why',
    text: {en: 'May we know why?', ko: '이유를 여쭤봐도 될까요?'},
    kind: 'text',
    next: 'note',
  },
  {
    id: 'when',
    text: {en: 'When may we call again?', ko: '언제 다시 연락드리면 될까요?'},
    kind: 'text',
    next: 'note',
  },
  {
    id: 'note',
    text: {en: 'Anything else worth keeping?', ko: '더 남길 내용이 있습니까?'},
    kind: 'text',
    optional: true,
  },
];

const NAME: Words = {en: 'Contract renewals', ko: '계약 갱신'};

/** A preview campaign of the sample team, with a call guide. */
export const sampleCampaign = (language: SampleLanguage, set: Partial<Campaign> = {}): Campaign => ({
  id: SAMPLE_CAMPAIGN,
  name: NAME[language],
  teams: ['seoul'],
  skippable: true,
  entryPointId: 'hotline',
  ani: '+82221550100',
  fields: [
    {name: 'plan-tier', label: {en: 'Plan tier', ko: '요금제 등급'}},
    {name: 'contract-end', label: {en: 'Contract ends', ko: '계약 만료일'}},
    {name: 'offer', label: {en: 'Offer', ko: '제안'}},
  ],
  guide: GUIDE,
  ...set,
});

const TIERS = ['Silver', 'Gold', 'Platinum'];
const OFFERS: readonly Words[] = [
  {en: '10 % off for a year', ko: '1년간 10% 할인'},
  {en: 'Free pick-up on Saturdays', ko: '토요일 방문 접수 무료'},
  {en: 'Next tier at the same price', ko: '같은 요금으로 상위 등급'},
];

const dayOf = (index: number): string => `2027-0${1 + (index % 3)}-${String(5 + index).padStart(2, '0')}`;

/** The list of the sample campaign: everybody whose contract ends soon. */
export const sampleContacts = (
  language: SampleLanguage,
): Readonly<Record<string, readonly CampaignContact[]>> => ({
  [SAMPLE_CAMPAIGN]: sampleCustomers(language).map(({name, number}, index) => ({
    id: `contact-${index + 1}`,
    name,
    number,
    values: {
      'account-number': `8840-${2300 + index * 17}-0${1 + (index % 8)}`,
      'plan-tier': TIERS[index % TIERS.length] ?? '',
      'contract-end': dayOf(index),
      offer: OFFERS[index % OFFERS.length]?.[language] ?? '',
    },
  })),
});
