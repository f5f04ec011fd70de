import type {Message} from '@deskwire/domain';

/** More than any page of older messages has. */
const WINDOW = 200;

/** A talk that went before: each message is made when it is looked at. */
export interface LongTalk {
  readonly length: number;
  at(index: number): Message;
  /** Where a message stands; -1 for one that is not part of it. */
  indexOf(messageId: string): number;
}

/** A part of a conversation, and how many messages come before it. */
export interface MessageWindow {
  readonly messages: readonly Message[];
  readonly before: number;
}

/** Everything in a conversation that is too old for a snapshot, oldest first: however long it is, it takes no room. */
export class OlderMessages {
  readonly #talk: LongTalk;
  readonly #lines: readonly Message[];
  readonly length: number;

  /** @param lines What was said after the talk. */
  constructor(talk: LongTalk, lines: readonly Message[], length = talk.length + lines.length) {
    this.#talk = talk;
    this.#lines = lines;
    this.length = length;
  }

  /** The oldest ones only. */
  first(count: number): OlderMessages {
    return new OlderMessages(this.#talk, this.#lines, count);
  }

  /** As much as a page before a message can need, with the message itself where it is one of these. */
  upTo(messageId: string): MessageWindow {
    const index = this.#indexOf(messageId);
    const end = index < 0 ? this.length : index + 1;
    const before = Math.max(0, end - 1 - WINDOW);
    return {messages: this.slice(before, end), before};
  }

  /** From one place up to another. */
  slice(begin = 0, end = this.length): readonly Message[] {
    const {length} = this.#talk;
    const count = Math.max(0, Math.min(end, length) - begin);
    return [
      ...Array.from({length: count}, (_, index) => this.#talk.at(begin + index)),
      ...this.#lines.slice(Math.max(0, begin - length), Math.max(0, end - length)),
    ];
  }

  #indexOf(messageId: string): number {
    const line = this.#lines.findIndex(({id}) => id === messageId);
    const index = line < 0 ? this.#talk.indexOf(messageId) : line + this.#talk.length;
    return index < this.length ? index : -1;
  }
}

/** Nothing went before. */
export const NO_TALK: LongTalk = {
  length: 0,
  at: (index) => {
    throw new RangeError(`there is no message ${index}`);
  },
  indexOf: () => -1,
};

/** Of a conversation that is short enough. */
export const NO_OLDER_MESSAGES: OlderMessages = new OlderMessages(NO_TALK, []);
