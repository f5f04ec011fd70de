import {findAcross, maskCards, type CardSpan} from '@deskwire/card-data';
import {
  refuse,
  type Attachment,
  type Author,
  type Content,
  type Message,
  type Redaction,
  type Refusal,
  type TenantConfig,
} from '@deskwire/domain';
import {given} from './given.js';
import type {SignalOf} from './handlers.js';
import {cleanMail} from './mail-cards.js';

/** A text after the tenant's rule about card data (CHAT-8). */
interface Cleaned {
  readonly text: string;
  readonly redactions: readonly Redaction[];
}

const cleaned = (text: string, spans?: readonly CardSpan[]): Cleaned => {
  const masked = maskCards(text, spans);
  return {text: masked.text, redactions: masked.masks.map((mask) => ({kind: 'card', ...mask}))};
};

const isSame = (a: Author, b: Author): boolean =>
  a.kind === b.kind && (a.kind !== 'agent' || b.kind !== 'agent' || a.id === b.id);

type Arrival = SignalOf<'contact.arrived'>;
type CardAction = TenantConfig['cardData']['action'];

/** A number can be split over so many messages. */
const EARLIER = 2;

/** What becomes of a message, and of the sender's earlier ones whose digits belong to its number. */
export interface Inspected {
  readonly message: Message;
  readonly earlier: readonly (Cleaned & {readonly messageId: string})[];
}

/** Whether a message may not be posted at all. */
export const isRefused = (inspected: Inspected | Refusal): inspected is Refusal => 'code' in inspected;

/**
 * Takes card numbers out of a new message, as admin wants it. A number that was split over the sender's last messages is
 * taken out of all of them; dropping the last part alone would leave the others.
 */
export const inspectMessage = (
  message: Message,
  before: readonly Message[],
  action: CardAction,
): Inspected | Refusal => {
  if (action === 'off') return {message, earlier: []};
  const last = before.filter(({from}) => isSame(from, message.from)).slice(-EARLIER);
  const spans = findAcross([...last.map(({text}) => text), message.text]);
  const own = spans.at(-1) ?? [];
  const touched = last.flatMap(({id, text}, at) => {
    const found = spans[at] ?? [];
    return found.length ? [{messageId: id, ...cleaned(text, found)}] : [];
  });
  if (action === 'drop' && own.length > 0 && touched.length === 0) return refuse('DW_MESSAGE_CARD');
  if (own.length === 0) return {message: withCleanFiles(message), earlier: touched};
  return {message: withCleanFiles({...message, ...cleaned(message.text, own)}), earlier: touched};
};

const cleanName = (file: Attachment): Attachment => ({...file, name: maskCards(file.name).text});

const withCleanFiles = (message: Message): Message =>
  message.attachments ? {...message, attachments: message.attachments.map(cleanName)} : message;

const redactEarlier = (messages: readonly Message[], {earlier}: Inspected): readonly Message[] =>
  messages.map((message) => {
    const found = earlier.find(({messageId}) => messageId === message.id);
    return found ? {...message, text: found.text, redactions: found.redactions} : message;
  });

const cleanAuthor = (author: Author): Author =>
  'name' in author && author.name !== undefined ? {...author, name: maskCards(author.name).text} : author;

/** A conversation that began elsewhere, with a bot say. What was said already is redacted, never refused. */
const cleanTranscript = (messages: readonly Message[]): readonly Message[] =>
  messages.reduce<readonly Message[]>((clean, message) => {
    const inspected = inspectMessage({...message, from: cleanAuthor(message.from)}, clean, 'redact');
    return isRefused(inspected) ? clean : [...redactEarlier(clean, inspected), inspected.message];
  }, []);

const cleanContent = (content: Content | undefined): Content | undefined => {
  if (content?.kind === 'email') return {...content, thread: {mails: content.thread.mails.map(cleanMail)}};
  if (content?.kind !== 'chat') return content;
  const {transcript} = content;
  return {...content, transcript: {...transcript, messages: cleanTranscript(transcript.messages)}};
};

const cleanLine = (text: string | undefined): string | undefined =>
  text === undefined ? undefined : maskCards(text).text;

/** What a contact brings along is looked at before anybody is told about it: a typed name, a subject, a talk with a bot. */
export const cleanArrival = (arrival: Arrival, {cardData}: TenantConfig): Arrival => {
  if (cardData.action === 'off') return arrival;
  const {customer, subject, content} = arrival;
  return {
    ...arrival,
    customer: {...customer, ...given('name', cleanLine(customer.name))},
    ...given('subject', cleanLine(subject)),
    ...given('content', cleanContent(content)),
  };
};
