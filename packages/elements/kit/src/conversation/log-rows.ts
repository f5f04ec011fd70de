import type {Attachment, Author, Instant, Message, Refusal} from '@deskwire/domain';

/** Who looks at the log: their own messages are on the sunken ground. */
export type LogViewer =
  {readonly kind: 'agent'; readonly id: string; readonly name: string} | {readonly kind: 'customer'};

/** A message that was sent and of which no fact is there yet. */
export interface OutgoingMessage {
  /** The id of the command, which becomes the id of the message. */
  readonly id: string;
  readonly text: string;
  readonly since: Instant;
  /** The files that go with it. */
  readonly attachments?: readonly Attachment[];
  /** Why it could not be sent; absent while it is under way. */
  readonly refusal?: Refusal;
}

/** Something that happened and is told by a rule across the log, in the words of the widget. */
export interface LogEvent {
  readonly key: string;
  readonly at: Instant;
  readonly text: string;
}

/** All that a log is made of. */
export interface LogInput {
  readonly viewer: LogViewer;
  /** Oldest first. */
  readonly messages: readonly Message[];
  /** Older ones that are not loaded. */
  readonly earlier: number;
  readonly outgoing: readonly OutgoingMessage[];
  readonly events: readonly LogEvent[];
  /** Everything of the other side after this was new when the viewer came back to it. */
  readonly newSince?: Instant;
  /** The assistant's part at the beginning is one block that can be folded. */
  readonly foldsBot: boolean;
}

/** Where an own message stands. */
export type Delivery = 'sending' | 'sent' | 'delivered' | 'read' | 'failed';

/** One message, with the author where it begins a turn. */
export interface TurnRow {
  readonly kind: 'turn';
  readonly message: Message;
  readonly mine: boolean;
  /** It goes on where the row above stopped: no author, no time. */
  readonly continues: boolean;
  readonly delivery?: Delivery;
  readonly refusal?: Refusal;
}

/** Something that happened. */
export interface RuleRow {
  readonly kind: 'rule';
  readonly at: Instant;
  readonly text: string;
}

/** What stands above the assistant's part, and folds it. */
export interface BotRow {
  readonly kind: 'bot';
  /** What is not loaded yet counts. */
  readonly count: number;
  readonly from: Instant;
  readonly to: Instant;
}

/** A line above an item: a day begins, or what is new does. */
export type Mark =
  {readonly kind: 'day'; readonly at: Instant} | {readonly kind: 'new'; readonly count: number};

/** One item of the log: what is read as one, and what stands above it. */
export interface LogItem {
  /** The same for a message before and after its fact, so that it stays where it is. */
  readonly key: string;
  /** Its place in the whole conversation, from 1, what is not loaded included. */
  readonly position: number;
  readonly marks: readonly Mark[];
  readonly row: TurnRow | RuleRow | BotRow;
  /** It belongs to the assistant's part, whose last item closes the block. */
  readonly block?: 'bot' | 'bot-end';
}

/** A pause after which the author and the time are said again. */
const TURN_MS = 5 * 60_000;

/** The midnight before a point in time, by the reader's own clock. */
export const startOfDay = (at: Instant): Instant => new Date(at).setHours(0, 0, 0, 0);

/** Whether the viewer wrote it. */
export const isMine = (from: Author, viewer: LogViewer): boolean =>
  viewer.kind === 'agent' ? from.kind === 'agent' && from.id === viewer.id : from.kind === 'customer';

/** Whether the other side wrote it: the customer for an agent, an agent for the customer. */
export const isTheirs = (from: Author, viewer: LogViewer): boolean =>
  viewer.kind === 'agent' ? from.kind === 'customer' : from.kind === 'agent';

const isSameAuthor = (a: Author, b: Author): boolean =>
  a.kind === b.kind && (a.kind !== 'agent' || b.kind !== 'agent' || a.id === b.id);

/** Whether a message goes on where the one above it stopped. */
export const goesOn = (above: Message | undefined, {from, at}: Message): boolean =>
  above !== undefined && isSameAuthor(above.from, from) && at - above.at < TURN_MS;

/** Where a message stands that the server has. */
export const deliveryOf = ({deliveredAt, readAt}: Message): Delivery => {
  if (readAt !== undefined) return 'read';
  return deliveredAt === undefined ? 'sent' : 'delivered';
};

const authorOf = (viewer: LogViewer): Author =>
  viewer.kind === 'agent' ? {kind: 'agent', id: viewer.id, name: viewer.name} : {kind: 'customer'};

/** A message under way, as it will be once it is there. */
export const messageOf = ({id, since, text, attachments}: OutgoingMessage, viewer: LogViewer): Message => ({
  id,
  at: since,
  from: authorOf(viewer),
  text,
  ...(attachments ? {attachments} : {}),
});

/** The assistant's part: everything up to its last message before an agent first wrote. */
export const botLength = (messages: readonly Message[]): number => {
  let end = 0;
  for (let index = 0; index < messages.length; index += 1) {
    const kind = messages[index]?.from.kind;
    if (kind === 'agent') break;
    if (kind === 'bot') end = index + 1;
  }
  return end;
};
