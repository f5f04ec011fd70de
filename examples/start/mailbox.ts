// A mailbox of this machine: writes to the contact centre by SMTP and shows what comes back.
import {dataUrlOf} from './data-url.js';
import {armPage, byId, language} from './page.js';
import {mailArticle, withQuote, type Received} from './received.js';

const words = {
  en: {
    empty: 'Nothing yet.',
    sent: 'Sent.',
    failed: 'Not sent. The text is still here; check the addresses and try again.',
    tooLarge: 'Not sent. The files are more than 25 MB together.',
  },
  ko: {
    empty: '아직 없습니다.',
    sent: '보냈습니다.',
    failed: '보내지 못했습니다. 본문은 그대로 있습니다. 주소를 확인하고 다시 보내세요.',
    tooLarge: '보내지 못했습니다. 파일은 모두 합쳐 25MB까지 보낼 수 있습니다.',
  },
} as const;

const LOOK_MS = 1_500;
const MAX_BYTES = 25_000_000;
const input = (id: string): HTMLInputElement => byId<HTMLInputElement>(id);
let answered: Received | undefined;
let seen = '';

class TooLarge extends Error {}

const pathOf = (address: string): string => `/api/mailboxes/${encodeURIComponent(address)}`;

const reply = (mail: Received): void => {
  answered = mail;
  input('to').value = mail.from.address;
  input('subject').value = /^re:/i.test(mail.subject) ? mail.subject : `Re: ${mail.subject}`;
  input('text').focus();
};

const show = (address: string, mails: readonly Received[]): void => {
  const state = `${language()} ${address} ${mails.map(({id}) => id).join(' ')}`;
  if (state === seen) return;
  seen = state;
  const empty = document.createElement('p');
  empty.className = 'muted';
  empty.textContent = words[language()].empty;
  const articles = mails.map((mail) => mailArticle(mail, `${pathOf(address)}/${mail.id}`, reply));
  byId('inbox').replaceChildren(...(articles.length ? articles : [empty]));
};

const look = async (): Promise<void> => {
  const address = input('address').value;
  const answer = await fetch(pathOf(address));
  if (answer.ok) show(address, ((await answer.json()) as {readonly mails: readonly Received[]}).mails);
};

/** Looks now and then; a gateway that is away is tried again. */
const watch = (): void => {
  void look()
    .catch(() => undefined)
    .finally(() => setTimeout(watch, LOOK_MS));
};

const base64 = async (file: File): Promise<string> => (await dataUrlOf(file)).replace(/^[^,]*,/, '');

const attachments = async (): Promise<readonly object[]> => {
  const files = [...(input('files').files ?? [])];
  if (files.reduce((sum, {size}) => sum + size, 0) > MAX_BYTES) throw new TooLarge();
  return Promise.all(
    files.map(async (file) => ({
      name: file.name,
      type: file.type || 'application/octet-stream',
      content: await base64(file),
    })),
  );
};

const threadOf = ({messageId, references}: Received): object => ({
  inReplyTo: messageId,
  references: [...references, messageId].slice(-20),
});

const send = async (): Promise<void> => {
  const text = input('text').value;
  const body = {
    to: input('to').value,
    subject: input('subject').value,
    text: answered ? withQuote(text, answered) : text,
    name: input('name').value,
    attachments: await attachments(),
    ...(answered ? threadOf(answered) : {}),
  };
  const answer = await fetch(pathOf(input('address').value), {
    method: 'POST',
    headers: {'content-type': 'application/json'},
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(String(answer.status));
};

const clear = (): void => {
  for (const id of ['subject', 'text', 'files']) input(id).value = '';
  answered = undefined;
};

byId('letter').addEventListener('submit', (event) => {
  event.preventDefault();
  const button = byId<HTMLButtonElement>('send');
  byId('letter-error').textContent = '';
  byId('letter-state').textContent = '';
  button.disabled = true;
  send()
    .then(
      () => {
        byId('letter-state').textContent = words[language()].sent;
        clear();
      },
      (error: unknown) => {
        byId('letter-error').textContent =
          words[language()][error instanceof TooLarge ? 'tooLarge' : 'failed'];
      },
    )
    .finally(() => {
      button.disabled = false;
    });
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
