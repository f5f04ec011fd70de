import {CAD_MAX_CARRIED, GUIDE_MAX_QUESTIONS, HISTORY_MAX_ROWS} from '@deskwire/domain';

/** Who sends, as far as the gateway knows: a `stranger` has not said hello yet. */
export type Sender = 'agent' | 'customer' | 'stranger';

/** The largest message, in bytes of UTF-8, that each sender may send. */
export const MESSAGE_BYTES: Readonly<Record<Sender, number>> = {
  stranger: 8 * 1024,
  customer: 16 * 1024,
  agent: 64 * 1024,
};

/**
 * A mail with its HTML is larger than anything else an agent sends: the longest that `checkCommand` takes, in Korean, at
 * three bytes for a unit. It is the limit to set on the socket itself.
 */
export const MAIL_BYTES = 4 * 1024 * 1024;

/** A snapshot of a busy desk, with its mails. Longer texts (UTF-16 units) from a gateway are not read. */
export const SERVER_MESSAGE_LENGTH = 32 * 1024 * 1024;

/**
 * The longest strings and lists that are taken off the wire. They guard memory, not meaning: what a person may type is
 * shorter (`checkCommand`), so that too much text gets its own refusal with its own words.
 */
export const LIMITS = {
  commandId: 64,
  token: 4_096,
  id: 256,
  /** Names, labels, numbers, addresses, one-line things. */
  line: 1_024,
  message: 16_384,
  note: 8_192,
  cadValue: 4_096,
  /** In both directions: what a mail's text and its HTML may be. */
  mailText: 1_000_000,
  mailHtml: 2_000_000,
  /** Lists inside a command. */
  few: 200,
  /** Call-associated variables of one interaction: a desk shows fewer, none is lost on the way. */
  variables: CAD_MAX_CARRIED,
  /** Questions of a call guide, and replies to them. */
  questions: GUIDE_MAX_QUESTIONS,
  /** Rows of one page of a history. */
  page: HISTORY_MAX_ROWS,
  /** Lists inside a fact or an answer: messages of a chat, interactions of a desk. */
  many: 10_000,
  /** Rows of a directory. */
  rows: 100_000,
} as const;

/** The size of a text in bytes of UTF-8. Counting stops once the limit is passed. */
export const bytesOf = (text: string, limit: number): number => {
  if (text.length > limit) return text.length;
  let bytes = text.length;
  for (let at = 0; at < text.length && bytes <= limit; at += 1) {
    const unit = text.charCodeAt(at);
    // A surrogate pair is two units and four bytes: two for each half.
    if (unit > 0x7f) bytes += unit > 0x7ff && (unit < 0xd800 || unit > 0xdfff) ? 2 : 1;
  }
  return bytes;
};
