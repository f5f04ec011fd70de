import {
  reduceInteraction,
  type Content,
  type Fact,
  type Interaction,
  type InteractionFact,
  type Mail,
  type Message,
} from '@deskwire/domain';

import type {PastContact} from './history-store.js';
import type {SqlRow, SqlValue} from './sqlite-driver.js';

/** Reads what the store has of one contact. */
export interface WordsOf {
  all(sql: string, ...values: SqlValue[]): readonly SqlRow[];
  /** The same for rows of `facts`, as facts. */
  facts(sql: string, ...values: SqlValue[]): readonly Fact[];
}

/** Where a window ends, and how much it may hold. */
export interface Window {
  readonly before?: string;
  readonly limit: number;
}

type Chat = Extract<Content, {kind: 'chat'}>;
type Email = Extract<Content, {kind: 'email'}>;

/** So much text and HTML of a thread at once, in UTF-16 units; a single mail is told whatever its size. */
const THREAD_LENGTH = 4_000_000;

const NOTHING: readonly [] = [];

/** The position in `facts` before which the window lies; undefined where no message of these facts has that id. */
const placeOf = (id: string, before: string | undefined, {all}: WordsOf): number | undefined => {
  if (before === undefined) return Number.MAX_SAFE_INTEGER;
  const sql = `SELECT seq FROM facts WHERE interaction_id = ? AND type = 'message.posted'
    AND json_extract(body, '$.message.id') = ? LIMIT 1`;
  const seq = all(sql, id, before)[0]?.['seq'];
  return seq === undefined ? undefined : Number(seq);
};

const countBefore = (id: string, seq: number, {all}: WordsOf): number => {
  const sql = `SELECT count(*) AS count FROM facts WHERE interaction_id = ? AND type = 'message.posted' AND seq < ?`;
  return Number(all(sql, id, seq)[0]?.['count'] ?? 0);
};

/** What became of these messages: on the customer's device, of card data in them, and of held files. */
const receipts = (id: string, messages: readonly Message[], since: number, {facts}: WordsOf) =>
  facts(
    `SELECT * FROM facts WHERE interaction_id = ? AND seq > ? AND (
        type IN ('attachment.released', 'attachment.dropped')
        OR (type IN ('message.delivered', 'message.read', 'message.redacted')
          AND json_extract(body, '$.messageId') IN (SELECT value FROM json_each(?)))
      ) ORDER BY seq`,
    id,
    since,
    JSON.stringify(messages.map((message) => message.id)),
  );

const withFacts = (contact: Interaction, facts: readonly Fact[]): Interaction =>
  facts.reduce((one, fact) => reduceInteraction(one, fact as InteractionFact) ?? one, contact);

/**
 * A window of a conversation: what was posted, and before that what was said already when the contact arrived (to a
 * virtual assistant). It costs what the window holds, and a count of what came before.
 */
export const messageWindow = (
  contact: Interaction,
  {transcript}: Chat,
  {before, limit}: Window,
  words: WordsOf,
): PastContact => {
  const first = transcript.messages;
  const inFirst = first.findIndex(({id}) => id === before);
  const place = inFirst < 0 ? placeOf(contact.id, before, words) : 0;
  if (place === undefined)
    return {
      contact: {...contact, content: {kind: 'chat', transcript: {...transcript, messages: []}}},
      isPlaced: false,
    };
  const sql = `SELECT * FROM facts WHERE interaction_id = ? AND type = 'message.posted' AND seq < ?
    ORDER BY seq DESC LIMIT ?`;
  const posted = [...words.facts(sql, contact.id, place, limit)].reverse();
  const oldest = posted[0]?.seq ?? place;
  const end = inFirst < 0 ? first.length : inFirst;
  const begin = Math.max(0, end - (limit - posted.length));
  const messages = [
    ...first.slice(begin, end),
    ...posted.flatMap((fact) => (fact.type === 'message.posted' ? [fact.message] : NOTHING)),
  ];
  const earlier = begin + (posted.length ? countBefore(contact.id, oldest, words) : 0);
  const since = begin < end ? 0 : oldest;
  const shown: Interaction = {
    ...contact,
    content: {kind: 'chat', transcript: {...transcript, messages, earlier}},
  };
  return {contact: withFacts(shown, receipts(contact.id, messages, since, words)), isPlaced: true};
};

/** A mail of a thread before it is read: where it lies, and how much it is. */
interface MailRow {
  readonly size: number;
  /** The position of its fact; absent for what the contact arrived with. */
  readonly seq?: number;
  readonly mail?: Mail;
}

/** Every mail by id, in the order of the thread; a mail that was sent again keeps its place. */
const threadOf = (id: string, first: readonly Mail[], {all}: WordsOf): ReadonlyMap<string, MailRow> => {
  const thread = new Map<string, MailRow>(
    first.map((mail) => [mail.id, {mail, size: mail.text.length + (mail.html?.length ?? 0)}]),
  );
  const sql = `SELECT seq, json_extract(body, '$.mail.id') AS id, length(body) AS size FROM facts
    WHERE interaction_id = ? AND type IN ('mail.received', 'mail.queued') ORDER BY seq`;
  for (const row of all(sql, id)) {
    thread.set(String(row['id']), {seq: Number(row['seq']), size: Number(row['size'])});
  }
  return thread;
};

/** The newest mails before the end that fit; at least one. */
const fitting = (rows: readonly MailRow[], limit: number): readonly MailRow[] => {
  let length = 0;
  const newest = rows.slice(-limit);
  const tooMuch = newest.findLastIndex(({size}, index) => {
    length += size;
    return length > THREAD_LENGTH && index < newest.length - 1;
  });
  return newest.slice(tooMuch + 1);
};

const mailAt = ({seq, mail}: MailRow, {facts}: WordsOf): readonly Mail[] => {
  if (seq === undefined) return mail ? [mail] : NOTHING;
  const [fact] = facts('SELECT * FROM facts WHERE seq = ?', seq);
  return fact?.type === 'mail.received' || fact?.type === 'mail.queued' ? [fact.mail] : NOTHING;
};

/** A window of a thread: so many mails, and fewer where they are large. */
export const mailWindow = (
  contact: Interaction,
  {thread: {mails: first}}: Email,
  {before, limit}: Window,
  words: WordsOf,
): PastContact => {
  const thread = threadOf(contact.id, first, words);
  const end = before === undefined ? thread.size : [...thread.keys()].indexOf(before);
  const rows = fitting([...thread.values()].slice(0, Math.max(0, end)), limit);
  const mails = rows.flatMap((row) => mailAt(row, words));
  const shown: Interaction = {...contact, content: {kind: 'email', thread: {mails}}};
  const sql = `SELECT * FROM facts WHERE interaction_id = ? AND type IN (
    'mail.sent', 'mail.failed', 'mail.recalled', 'attachment.released', 'attachment.dropped') ORDER BY seq`;
  return {contact: withFacts(shown, words.facts(sql, contact.id)), isPlaced: end >= 0};
};
