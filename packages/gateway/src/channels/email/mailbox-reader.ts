import type {DeliveredMail} from '../../store/index.js';
import type {MailParser} from './mail-parser.js';
import type {ParsedFile, ParsedMail} from './parsed-mail.js';
import type {Spool} from './spool.js';

const MAX_REMEMBERED = 500;

/** Reads the mails of mailboxes. They never change, so that one is read once. */
export class MailboxReader {
  readonly #spool: Spool;
  readonly #parser: MailParser;
  readonly #known = new Map<string, ParsedMail>();

  constructor(spool: Spool, parser: MailParser) {
    this.#spool = spool;
    this.#parser = parser;
  }

  /** A mail as a mail client shows it, without the bytes of its files. */
  async read({id, at, messageId}: DeliveredMail) {
    const parsed = this.#known.get(id) ?? (await this.#parser.parse(await this.#spool.read(id)));
    this.#known.set(id, parsed);
    if (this.#known.size > MAX_REMEMBERED) this.#known.delete(this.#known.keys().next().value ?? '');
    const {from = {address: ''}, to, cc, subject, text, html, thread, attachments} = parsed;
    return {
      ...{id, at, messageId, from, to, cc, subject, text, references: [...thread].reverse()},
      ...(html === undefined ? {} : {html}),
      ...(thread[0] ? {inReplyTo: thread[0]} : {}),
      attachments: attachments.map(({name, type, size, contentId, isShown}, at) => ({
        ...{id: String(at), name, type, size},
        ...(contentId === undefined ? {} : {contentId}),
        ...(isShown ? {inline: true} : {}),
      })),
    };
  }

  /** The bytes as they came over the wire. */
  raw({id}: DeliveredMail): Promise<Buffer> {
    return this.#spool.read(id);
  }

  /** One file with its bytes, by its place in the mail. */
  async file(mail: DeliveredMail, at: number): Promise<ParsedFile | undefined> {
    const {attachments} = await this.#parser.parse(await this.raw(mail), {withFiles: true});
    return attachments[at];
  }
}
