// A mailbox of this machine: writes to the contact centre by SMTP and shows what comes back.
import {armPage, byId, language} from './page.js';

interface Mailbox {
  readonly name?: string;
  readonly address: string;
}

interface Received {
  readonly id: string;
  readonly at: number;
  readonly messageId: string;
  readonly from: Mailbox;
  readonly subject: string;
  readonly text: string;
}

const words = {
  en: {
    empty: 'Nothing yet.',
    sent: 'Sent.',
    failed: 'Not sent. The text is still here; check the addresses and try again.',
    reply: 'Reply',
  },
  ko: {
    empty: '아직 없습니다.',
    sent: '보냈습니다.',
    failed: '보내지 못했습니다. 본문은 그대로 있습니다. 주소를 확인하고 다시 보내세요.',
    reply: '회신',
  },
} as const;

const LOOK_MS = 1_500;
const input = (id: string): HTMLInputElement => byId<HTMLInputElement>(id);
let inReplyTo: string | undefined;
let seen = '';

const pathOf = (address: string): string => `/api/mailboxes/${encodeURIComponent(address)}`;

const reply = ({from, subject, messageId}: Received): void => {
  inReplyTo = messageId;
  input('to').value = from.address;
  input('subject').value = /^re:/i.test(subject) ? subject : `Re: ${subject}`;
  input('text').focus();
};

const article = (mail: Received): HTMLElement => {
  const {from, at, subject, text} = mail;
  const element = document.createElement('article');
  element.className = 'mail';
  const title = document.createElement('h3');
  title.textContent = subject;
  const meta = document.createElement('p');
  meta.className = 'muted';
  meta.textContent = `${from.name ?? ''} <${from.address}> · ${new Intl.DateTimeFormat(language(), {dateStyle: 'medium', timeStyle: 'short'}).format(at)}`;
  const body = document.createElement('pre');
  body.textContent = text;
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = words[language()].reply;
  button.addEventListener('click', () => {
    reply(mail);
  });
  element.append(title, meta, body, button);
  return element;
};

const show = (mails: readonly Received[]): void => {
  const state = `${language()} ${mails.map(({id}) => id).join(' ')}`;
  if (state === seen) return;
  seen = state;
  const empty = document.createElement('p');
  empty.className = 'muted';
  empty.textContent = words[language()].empty;
  byId('inbox').replaceChildren(...(mails.length ? mails.map(article) : [empty]));
};

const look = async (): Promise<void> => {
  const answer = await fetch(pathOf(input('address').value));
  if (answer.ok) show(((await answer.json()) as {readonly mails: readonly Received[]}).mails);
};

/** Looks now and then; a gateway that is away is tried again. */
const watch = (): void => {
  void look()
    .catch(() => undefined)
    .finally(() => setTimeout(watch, LOOK_MS));
};

const send = async (): Promise<void> => {
  const body = {
    to: input('to').value,
    subject: input('subject').value,
    text: input('text').value,
    name: input('name').value,
    ...(inReplyTo === undefined ? {} : {inReplyTo}),
  };
  const answer = await fetch(pathOf(input('address').value), {
    method: 'POST',
    headers: {'content-type': 'application/json'},
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(String(answer.status));
};

byId('letter').addEventListener('submit', (event) => {
  event.preventDefault();
  byId('letter-error').textContent = '';
  byId('letter-state').textContent = '';
  send().then(
    () => {
      byId('letter-state').textContent = words[language()].sent;
      for (const id of ['subject', 'text']) input(id).value = '';
      inReplyTo = undefined;
    },
    () => {
      byId('letter-error').textContent = words[language()].failed;
    },
  );
});

armPage(() => {
  void look().catch(() => undefined);
});
void fetch('/api/mailboxes')
  .then(async (answer) => (await answer.json()) as {readonly entryPoints: readonly string[]})
  .then(({entryPoints}) => {
    input('to').value ||= entryPoints[0] ?? '';
  })
  .finally(watch);
