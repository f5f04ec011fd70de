import type {InteractionSummary} from '@deskwire/desk';
import type {SampleLanguage} from '@deskwire/adapter-simulator';

import type {Words} from '../model.js';
import {words} from '../telling.js';

/** A customer as the company's own page knows them. */
export interface Account {
  readonly id: string;
  readonly name: Words;
  readonly phone: string;
  readonly email: string;
  readonly number: string;
  readonly plan: Words;
  readonly since: Words;
  readonly owed: Words;
  readonly activity: readonly {readonly when: Words; readonly what: Words}[];
}

const activity = (...list: readonly (readonly [when: Words, what: Words])[]): Account['activity'] =>
  list.map(([when, what]) => ({when, what}));

const NOV_3 = words('3 November', '11월 3일');
const OCT_20 = words('20 October', '10월 20일');
const AUG_2 = words('2 August', '8월 2일');

export const ACCOUNTS: readonly Account[] = [
  {
    id: 'kim',
    name: words('Kim Min-su', '김민수'),
    phone: '+821048271934',
    email: 'minsu.kim@mail.example',
    number: '8840-2271-06',
    plan: words('Gold, 40 parcels a month', '골드, 월 40건'),
    since: words('14 March 2019', '2019년 3월 14일'),
    owed: words('Nothing open', '미납 없음'),
    activity: activity(
      [NOV_3, words('November invoice sent', '11월 청구서 발송')],
      [OCT_20, words('Call: address changed', '전화: 주소 변경')],
      [AUG_2, words('Contract renewed for a year', '계약 1년 갱신')],
    ),
  },
  {
    id: 'lee',
    name: words('Lee Seo-yeon', '이서연'),
    phone: '+821055019012',
    email: 'seoyeon.lee@mail.example',
    number: '8840-4410-02',
    plan: words('Silver, 10 parcels a month', '실버, 월 10건'),
    since: words('2 June 2023', '2023년 6월 2일'),
    owed: words('1 invoice in dispute', '이의 제기 1건'),
    activity: activity(
      [NOV_3, words('Roaming charged twice, reported by chat', '채팅: 로밍 이중 청구 신고')],
      [AUG_2, words('Chat: parcel traced', '채팅: 배송 조회')],
    ),
  },
  {
    id: 'jung',
    name: words('Jung Da-in, Saebyeok Tyres', '정다인, 새벽타이어'),
    phone: '+82325550119',
    email: 'dain.jung@saebyeok.example',
    number: '8840-9003-11',
    plan: words('Platinum, 600 parcels a month', '플래티넘, 월 600건'),
    since: words('9 January 2016', '2016년 1월 9일'),
    owed: words('2 invoices open', '미납 2건'),
    activity: activity(
      [NOV_3, words('November invoice sent', '11월 청구서 발송')],
      [OCT_20, words('Mail: damaged parcel refunded', '메일: 파손 보상')],
    ),
  },
];

/** A page for somebody who is not in the books. */
export const unknownAccount = ({customer}: InteractionSummary): Account => {
  const name = customer.name ?? customer.number ?? customer.email ?? '';
  const none = words('Not known yet', '아직 모름');
  return {
    id: 'unknown',
    name: name ? words(name, name) : words('New contact', '새 고객'),
    phone: customer.number ?? '',
    email: customer.email ?? '',
    number: '',
    plan: none,
    since: none,
    owed: none,
    activity: [],
  };
};

/** The screen pop: whose record is meant. */
export const accountOf = (contact: InteractionSummary, language: SampleLanguage): Account =>
  ACCOUNTS.find(
    ({name, phone, email}) =>
      (contact.customer.number !== undefined && phone === contact.customer.number) ||
      (contact.customer.email !== undefined && email === contact.customer.email) ||
      name[language] === contact.customer.name,
  ) ?? unknownAccount(contact);
