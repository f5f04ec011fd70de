import {createTransport} from 'nodemailer';
import * as v from 'valibot';

import {RateLimit} from '../../auth/rate-limit.js';
import {address, maybeLine, readBody} from '../../http/schema.js';
import {RefusedError} from '../../refused.js';
import type {DeliveredMail} from '../../store/index.js';
import type {ChannelApi} from '../channel.js';
import type {MailParser} from './mail-parser.js';
import type {ParsedMail} from './parsed-mail.js';
import {recipientOf} from './recipients.js';
import type {Spool} from './spool.js';

const MAX_MAILS = 50;
const MAX_REMEMBERED = 500;

const params = v.object({address});
const letter = v.object({
  to: address,
  subject: maybeLine(300),
  text: v.pipe(v.string(), v.maxLength(200_000)),
  name: maybeLine(100),
  /** Message-ID of the mail that this one answers. */
  inReplyTo: v.optional(v.pipe(v.string(), v.regex(/^<[^<>\s]{1,250}>$/))),
});

/** Mails never change, so that one is read once. */
class Reader {
  readonly #spool: Spool;
  readonly #parser: MailParser;
  readonly #known = new Map<string, ParsedMail>();

  constructor(spool: Spool, parser: MailParser) {
    this.#spool = spool;
    this.#parser = parser;
  }

  async read({id, at, messageId}: DeliveredMail) {
    const parsed = this.#known.get(id) ?? (await this.#parser.parse(await this.#spool.read(id)));
    this.#known.set(id, parsed);
    if (this.#known.size > MAX_REMEMBERED) this.#known.delete(this.#known.keys().next().value ?? '');
    const {from = {address: ''}, to, cc, subject, text, thread} = parsed;
    return {id, at, messageId, from, to, cc, subject, text, ...(thread[0] ? {inReplyTo: thread[0]} : {})};
  }
}

const mailboxOf = ({config}: ChannelApi, from: unknown): string => {
  const {address: asked} = readBody(params, from);
  if (recipientOf(config.mail, asked)?.kind !== 'mailbox') throw new RefusedError('DW_WIRE_UNKNOWN');
  return asked;
};

/**
 * The mailboxes of this machine, for the demo's page: GET /api/mailboxes/:address reads one, POST sends a mail from it,
 * by SMTP to the built-in receiver like any other client. Whoever reaches them can read them all.
 */
export const mailboxRoutes = (
  api: ChannelApi,
  spool: Spool,
  parser: MailParser,
  smtpUrl: () => string,
): void => {
  const reader = new Reader(spool, parser);
  const limit = new RateLimit({burst: 60, perSecond: 1}, () => api.now());

  api.app.get('/api/mailboxes', async () => ({
    entryPoints: Object.keys(api.config.mail.addresses),
    domains: api.config.mail.mailboxDomains,
  }));

  api.app.get('/api/mailboxes/:address', async (request, reply) => {
    const mails = await api.store.mail.mailbox(mailboxOf(api, request.params), MAX_MAILS);
    const read = [];
    for (const mail of mails) read.push(await reader.read(mail));
    reply.header('cache-control', 'no-store');
    return {mails: read};
  });

  api.app.post('/api/mailboxes/:address', async (request, reply) => {
    const from = mailboxOf(api, request.params);
    const {to, subject, text, name, inReplyTo} = readBody(letter, request.body);
    if (!limit.take(request.ip)) throw new RefusedError('DW_WIRE_RATE');
    if (!recipientOf(api.config.mail, to)) throw new RefusedError('DW_INPUT_INVALID', {field: 'to'});
    const transport = createTransport(`${smtpUrl()}?ignoreTLS=true`);
    const {messageId} = await transport.sendMail({
      from: {name, address: from},
      to,
      subject,
      text,
      ...(inReplyTo === undefined ? {} : {inReplyTo, references: [inReplyTo]}),
      disableFileAccess: true,
      disableUrlAccess: true,
    });
    return reply.code(201).send({messageId});
  });
};
