// The CRM's own part of the desk: the record that is open. Its number is an ordinary tel: link, which Deskwire may take.
import type {Customer, QueueRef} from '@deskwire/domain';
import {phoneText} from '@deskwire/kit';

import {byId, language, type Language} from './page.js';

type Text = string | Readonly<Record<Language, string>>;

/** A record of the CRM: an account, or a customer who made contact. */
interface Open {
  readonly kind: 'account' | 'customer';
  readonly name?: Text | undefined;
  readonly number?: string | undefined;
  readonly email?: string | undefined;
  readonly queue?: string | undefined;
}

const words = {
  en: {
    account: 'Account',
    customer: 'Customer',
    unnamed: 'Unknown customer',
    name: 'Name',
    number: 'Number',
    email: 'Email',
    queue: 'Came by',
  },
  ko: {
    account: '거래처',
    customer: '고객',
    unnamed: '알 수 없는 고객',
    name: '이름',
    number: '전화번호',
    email: '이메일',
    queue: '유입 경로',
  },
} as const;

/** What is open before anybody makes contact: somebody to be called. */
let open: Open = {
  kind: 'account',
  name: {en: 'Daehan Trading', ko: '대한무역'},
  number: '+82260221180',
  email: 'orders@daehan.example',
};

const textIn = (text: Text | undefined): string =>
  text === undefined ? '' : typeof text === 'string' ? text : text[language()];

const row = (label: string, value: string): readonly HTMLElement[] => {
  const [term, description] = [document.createElement('dt'), document.createElement('dd')];
  term.textContent = label;
  description.textContent = value;
  return [term, description];
};

/** Shows what is open in the page's language. */
export const showRecord = (): void => {
  const text = words[language()];
  const {kind, number = '', email = '', queue = ''} = open;
  const name = textIn(open.name);
  byId('account-name').textContent = name || text.unnamed;
  byId('account-kind').textContent = text[kind];
  const link = byId<HTMLAnchorElement>('account-number');
  link.hidden = number === '';
  link.href = `tel:${number}`;
  link.textContent = phoneText(number);
  const rows = {name, number: phoneText(number), email, queue};
  byId('record').replaceChildren(
    ...(['name', 'number', 'email', 'queue'] as const).flatMap((key) =>
      rows[key] ? row(text[key], rows[key]) : [],
    ),
  );
};

/** The screen pop: opens the record of whoever makes contact. */
export const openRecord = ({
  customer,
  queue,
}: {
  readonly customer: Customer;
  readonly queue?: QueueRef | undefined;
}): void => {
  const {name, number, email} = customer;
  open = {kind: 'customer', name, number, email, queue: queue?.name};
  showRecord();
};
