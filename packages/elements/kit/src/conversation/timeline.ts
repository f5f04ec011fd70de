import type {Instant, Message} from '@deskwire/domain';

import {
  botLength,
  deliveryOf,
  goesOn,
  isMine,
  isTheirs,
  messageOf,
  startOfDay,
  type Delivery,
  type LogEvent,
  type LogInput,
  type LogItem,
  type Mark,
  type OutgoingMessage,
  type TurnRow,
} from './log-rows.js';

/** What stands at one place of the log. */
type Entry =
  | {readonly kind: 'bot'}
  | {readonly kind: 'message'; readonly at: Instant; readonly message: Message; readonly index: number}
  | {
      readonly kind: 'outgoing';
      readonly at: Instant;
      readonly message: Message;
      readonly sent: OutgoingMessage;
    }
  | {readonly kind: 'event'; readonly at: Instant; readonly event: LogEvent};

/** The first index of a range for which something is true that stays true after it; the end where it never is. */
const firstIndex = (from: number, end: number, test: (index: number) => boolean): number => {
  let low = from;
  let high = end;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (test(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
};

/** Those of which no fact is there. One pass from the newest, since a conversation may have many thousands of messages. */
const stillOut = (outgoing: readonly OutgoingMessage[], messages: readonly Message[]): typeof outgoing => {
  const waiting = new Set(outgoing.map(({id}) => id));
  for (let index = messages.length - 1; index >= 0 && waiting.size > 0; index -= 1) {
    waiting.delete(messages[index]?.id ?? '');
  }
  return outgoing.filter(({id}) => waiting.has(id));
};

/**
 * What is put one under the other in a conversation: the assistant's part, days, turns, what is new, what happened. An item is
 * made when it is asked for, so that a conversation of 100,000 messages costs what is seen of it. Pure: it keeps nothing of
 * another input.
 */
export class Timeline {
  /** How many items there are. */
  readonly length: number;
  /** How many the whole conversation has, what is not loaded included. */
  readonly total: number;

  readonly #input: LogInput;
  readonly #bot: number;
  /** Items of the assistant's part: the fold alone, or the fold and its messages. */
  readonly #lead: number;
  /** Oldest first. */
  readonly #events: readonly LogEvent[];
  /** For each event, the number of messages of the rest that stand above it. */
  readonly #above: readonly number[];
  readonly #outgoing: readonly OutgoingMessage[];
  /** The first message that is new, where one is. */
  readonly #firstNew: number;

  constructor(input: LogInput, isBotOpen: boolean) {
    const {messages, events, outgoing, foldsBot, earlier} = input;
    this.#input = input;
    this.#bot = foldsBot ? botLength(messages) : 0;
    this.#lead = this.#bot === 0 ? 0 : isBotOpen ? this.#bot + 1 : 1;
    this.#events = [...events].sort((a, b) => a.at - b.at);
    // An event goes before the first message that is younger.
    this.#above = this.#events.map(({at}) => this.#firstAfter(at) - this.#bot);
    this.#outgoing = stillOut(outgoing, messages);
    this.#firstNew = this.#findNew();
    this.length = this.#lead + this.#rest + this.#events.length + this.#outgoing.length;
    this.total = this.length + (this.isFolded ? 0 : earlier);
  }

  /** The assistant's part is there, and folded: what is not loaded belongs to it. */
  get isFolded(): boolean {
    return this.#lead === 1;
  }

  /** Whether an assistant's part is there. */
  get hasBot(): boolean {
    return this.#lead > 0;
  }

  /** The key of the item at an index; empty where there is none. */
  keyAt(index: number): string {
    const entry = this.#entryAt(index);
    if (!entry) return '';
    if (entry.kind === 'bot') return 'bot';
    return entry.kind === 'event' ? `event ${entry.event.key}` : entry.message.id;
  }

  /**
   * Where the item with a key is: at one of the guesses, e.g. where it was, and where it was from the end; otherwise all are
   * looked at.
   * @returns -1 where it is not.
   */
  indexOf(key: string, ...guesses: readonly number[]): number {
    const guess = guesses.find((index) => this.keyAt(index) === key);
    if (guess !== undefined) return guess;
    for (let index = this.length - 1; index >= 0; index -= 1) if (this.keyAt(index) === key) return index;
    return -1;
  }

  /** The items of a part of the log. */
  items(start: number, end: number): readonly LogItem[] {
    return Array.from({length: end - start}, (_, offset) => this.#itemAt(start + offset));
  }

  /** How many messages of the rest there are. */
  get #rest(): number {
    return this.#input.messages.length - this.#bot;
  }

  #firstAfter(at: Instant): number {
    const {messages} = this.#input;
    return firstIndex(this.#bot, messages.length, (index) => (messages[index]?.at ?? 0) > at);
  }

  #findNew(): number {
    const {newSince, messages, viewer} = this.#input;
    if (newSince === undefined) return -1;
    for (let index = this.#firstAfter(newSince); index < messages.length; index += 1) {
      const message = messages[index];
      if (message && isTheirs(message.from, viewer)) return index;
    }
    return -1;
  }

  #entryAt(index: number): Entry | undefined {
    if (index < 0 || index >= this.length) return undefined;
    if (index < this.#lead) return index === 0 ? {kind: 'bot'} : this.#messageAt(index - 1);
    const place = index - this.#lead;
    const before = this.#above.findIndex((above, event) => above + event >= place);
    const passed = before === -1 ? this.#events.length : before;
    const event = this.#events[passed];
    if (event && (this.#above[passed] ?? 0) + passed === place) return {kind: 'event', at: event.at, event};
    const message = place - passed;
    return message < this.#rest ? this.#messageAt(this.#bot + message) : this.#sentAt(message - this.#rest);
  }

  #messageAt(index: number): Entry | undefined {
    const message = this.#input.messages[index];
    return message && {kind: 'message', at: message.at, message, index};
  }

  #sentAt(index: number): Entry | undefined {
    const sent = this.#outgoing[index];
    return sent && {kind: 'outgoing', at: sent.since, message: messageOf(sent, this.#input.viewer), sent};
  }

  #itemAt(index: number): LogItem {
    const entry = this.#entryAt(index);
    if (!entry) throw new RangeError(`The log has no item ${index}.`);
    const isBot = index < this.#lead;
    const base = {
      key: this.keyAt(index),
      position: index + 1 + this.#offsetOf(index),
      ...(isBot ? ({block: index === this.#lead - 1 ? 'bot-end' : 'bot'} as const) : {}),
    };
    if (entry.kind === 'bot') return {...base, marks: [], row: this.#botRow()};
    // The fold, and what is under it, stand apart.
    const isFirst = index === this.#lead || (isBot && index === 1);
    const above = isFirst ? undefined : this.#entryAt(index - 1);
    const marks = isBot ? [] : this.#marks(entry, above);
    return {...base, marks, row: this.#row(entry, marks.length > 0 ? undefined : above)};
  }

  /** How many older messages are not loaded that stand above an item. */
  #offsetOf(index: number): number {
    return this.isFolded || (index === 0 && this.hasBot) ? 0 : this.#input.earlier;
  }

  #botRow(): Extract<LogItem['row'], {kind: 'bot'}> {
    const {messages, earlier} = this.#input;
    const [from, to] = [messages[0]?.at ?? 0, messages[this.#bot - 1]?.at ?? 0];
    // The assistant comes first in a conversation, so everything that is not loaded belongs to its part.
    return {kind: 'bot', count: this.#bot + earlier, from, to};
  }

  #marks(entry: Exclude<Entry, {kind: 'bot'}>, above: Entry | undefined): readonly Mark[] {
    const day = startOfDay(entry.at);
    const isNewDay = !above || above.kind === 'bot' || startOfDay(above.at) !== day;
    const isNew = entry.kind === 'message' && entry.index === this.#firstNew;
    return [
      ...(isNewDay ? [{kind: 'day', at: day} as const] : []),
      ...(isNew ? [{kind: 'new', count: this.#countNew()} as const] : []),
    ];
  }

  #countNew(): number {
    const {messages, viewer} = this.#input;
    let count = 0;
    for (let index = this.#firstNew; index < messages.length; index += 1) {
      const message = messages[index];
      if (message && isTheirs(message.from, viewer)) count += 1;
    }
    return count;
  }

  #row(entry: Exclude<Entry, {kind: 'bot'}>, above: Entry | undefined): LogItem['row'] {
    if (entry.kind === 'event') return {kind: 'rule', at: entry.at, text: entry.event.text};
    const {message} = entry;
    if (message.from.kind === 'system') return {kind: 'rule', at: message.at, text: message.text};
    const said = above?.kind === 'message' || above?.kind === 'outgoing' ? above.message : undefined;
    const turn: TurnRow = {
      kind: 'turn',
      message,
      mine: isMine(message.from, this.#input.viewer),
      continues: goesOn(said, message),
    };
    return {...turn, ...this.#standing(entry, turn.mine)};
  }

  #standing(entry: Extract<Entry, {message: Message}>, mine: boolean): Pick<TurnRow, 'delivery' | 'refusal'> {
    if (entry.kind === 'outgoing') {
      const {refusal} = entry.sent;
      return refusal ? {delivery: 'failed', refusal} : {delivery: 'sending'};
    }
    if (!mine) return {};
    const delivery = deliveryOf(entry.message);
    return this.#nextDelivery(entry.index) === delivery ? {} : {delivery};
  }

  /** Only the last of several messages in the same state says so. */
  #nextDelivery(index: number): Delivery | undefined {
    const {messages, viewer} = this.#input;
    for (let next = index + 1; next < messages.length; next += 1) {
      const message = messages[next];
      if (message && isMine(message.from, viewer)) return deliveryOf(message);
    }
    return undefined;
  }
}
