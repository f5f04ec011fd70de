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
  readonly key: string;
  readonly message: Message;
  readonly mine: boolean;
  /** It goes on where the row above stopped: no author, no time. */
  readonly continues: boolean;
  readonly delivery?: Delivery;
  readonly refusal?: Refusal;
}

/** A row of the log. */
export type LogRow =
  | TurnRow
  | {readonly kind: 'day'; readonly key: string; readonly at: Instant}
  | {readonly kind: 'new'; readonly key: string; readonly count: number}
  | {
      readonly kind: 'rule';
      readonly key: string;
      readonly at: Instant;
      readonly text: string;
      readonly timed: boolean;
    }
  | {
      readonly kind: 'bot';
      readonly key: string;
      readonly turns: readonly TurnRow[];
      readonly count: number;
      readonly from: Instant;
      readonly to: Instant;
    };

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

const goesOn = (last: LogRow | undefined, {from, at}: Message): boolean =>
  last?.kind === 'turn' && isSameAuthor(last.message.from, from) && at - last.message.at < TURN_MS;

const deliveryOf = ({deliveredAt, readAt}: Message): Delivery => {
  if (readAt !== undefined) return 'read';
  return deliveredAt === undefined ? 'sent' : 'delivered';
};

/** The assistant's part: everything up to its last message before an agent first wrote. */
const botLength = (messages: readonly Message[]): number => {
  const firstAgent = messages.findIndex(({from}) => from.kind === 'agent');
  const before = firstAgent === -1 ? messages : messages.slice(0, firstAgent);
  return before.findLastIndex(({from}) => from.kind === 'bot') + 1;
};

/** One thing of the log, in its place in time. */
type Entry =
  | {readonly at: Instant; readonly message: Message; readonly outgoing?: OutgoingMessage}
  | {readonly at: Instant; readonly event: LogEvent};

const authorOf = (viewer: LogViewer): Author =>
  viewer.kind === 'agent' ? {kind: 'agent', id: viewer.id, name: viewer.name} : {kind: 'customer'};

/** Messages keep their order; an event goes before the first message that is younger; what is under way comes last. */
const entriesOf = ({messages, outgoing, events, viewer}: LogInput, skip: number): readonly Entry[] => {
  const entries: Entry[] = [];
  const waiting = [...events].sort((a, b) => a.at - b.at);
  for (const message of messages.slice(skip)) {
    while (waiting[0] && waiting[0].at < message.at) {
      const event = waiting.shift();
      if (event) entries.push({at: event.at, event});
    }
    entries.push({at: message.at, message});
  }
  entries.push(...waiting.map((event) => ({at: event.at, event})));
  const known = new Set(messages.map(({id}) => id));
  for (const one of outgoing) {
    if (known.has(one.id)) continue;
    const {id, since, text, attachments} = one;
    const from = authorOf(viewer);
    const message: Message = {id, at: since, from, text, ...(attachments ? {attachments} : {})};
    entries.push({at: one.since, message, outgoing: one});
  }
  return entries;
};

const outgoingState = ({refusal}: OutgoingMessage): Pick<TurnRow, 'delivery' | 'refusal'> =>
  refusal ? {delivery: 'failed', refusal} : {delivery: 'sending'};

const turnOf = (
  message: Message,
  viewer: LogViewer,
  continues: boolean,
  outgoing?: OutgoingMessage,
): TurnRow => {
  const mine = isMine(message.from, viewer);
  const row: TurnRow = {kind: 'turn', key: message.id, message, mine, continues};
  if (outgoing) return {...row, ...outgoingState(outgoing)};
  return mine ? {...row, delivery: deliveryOf(message)} : row;
};

const turnsOf = (messages: readonly Message[], viewer: LogViewer): readonly TurnRow[] => {
  const turns: TurnRow[] = [];
  for (const message of messages) turns.push(turnOf(message, viewer, goesOn(turns.at(-1), message)));
  return turns;
};

const botRow = (messages: readonly Message[], input: LogInput): LogRow | undefined => {
  const first = messages[0];
  const last = messages.at(-1);
  if (!first || !last) return undefined;
  // The assistant comes first in a conversation, so everything that is not loaded belongs to its part.
  const count = messages.length + input.earlier;
  return {
    kind: 'bot',
    key: 'bot',
    turns: turnsOf(messages, input.viewer),
    count,
    from: first.at,
    to: last.at,
  };
};

/** Only the last of several messages in the same state says so. */
const quieten = (rows: readonly LogRow[]): readonly LogRow[] => {
  let later: Delivery | undefined;
  return [...rows]
    .reverse()
    .map((row) => {
      if (row.kind !== 'turn' || !row.mine || !row.delivery) return row;
      const isRepeated = row.delivery === later && row.delivery !== 'sending' && row.delivery !== 'failed';
      if (row.delivery !== 'sending' && row.delivery !== 'failed') later = row.delivery;
      if (!isRepeated) return row;
      const {delivery: _, ...quiet} = row;
      return quiet;
    })
    .reverse();
};

const systemRow = ({id, at, text}: Message): LogRow => ({kind: 'rule', key: id, at, text, timed: true});

/** Rows as they are put one under the other, each knowing what is above it. */
class Rows {
  readonly list: LogRow[] = [];
  #day: Instant | undefined;
  #isNewTold = false;

  constructor(private readonly input: LogInput) {}

  add(entry: Entry): void {
    this.#startDay(entry.at);
    if ('event' in entry) {
      const {key, at, text} = entry.event;
      this.list.push({kind: 'rule', key, at, text, timed: true});
      return;
    }
    const {message, outgoing} = entry;
    this.#tellNew(message);
    const continues = goesOn(this.list.at(-1), message);
    this.list.push(
      message.from.kind === 'system'
        ? systemRow(message)
        : turnOf(message, this.input.viewer, continues, outgoing),
    );
  }

  #startDay(at: Instant): void {
    const day = startOfDay(at);
    if (day === this.#day) return;
    this.#day = day;
    this.list.push({kind: 'day', key: `day ${day}`, at: day});
  }

  #tellNew(message: Message): void {
    const {newSince, messages, viewer} = this.input;
    if (newSince === undefined || this.#isNewTold) return;
    const isNew = ({at, from}: Message) => at > newSince && isTheirs(from, viewer);
    if (!isNew(message)) return;
    this.#isNewTold = true;
    this.list.push({kind: 'new', key: 'new', count: messages.filter(isNew).length});
  }
}

/**
 * What is put one under the other in a conversation: the assistant's part, days, turns, what is new, what happened.
 * Pure; the same message has the same key before and after its fact, so that its row stays where it is.
 */
export const logRows = (input: LogInput): readonly LogRow[] => {
  const skip = input.foldsBot ? botLength(input.messages) : 0;
  const bot = botRow(input.messages.slice(0, skip), input);
  const rows = new Rows(input);
  for (const entry of entriesOf(input, skip)) rows.add(entry);
  return quieten(bot ? [bot, ...rows.list] : rows.list);
};
