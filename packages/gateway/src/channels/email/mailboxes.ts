import type {FastifyReply} from 'fastify';
import {createTransport} from 'nodemailer';
import * as v from 'valibot';

import {RateLimit} from '../../auth/rate-limit.js';
import {contentDisposition} from '../../files/disposition.js';
import {servedType} from '../../files/kinds.js';
import {address, maybeLine, readBody} from '../../http/schema.js';
import {RefusedError} from '../../refused.js';
import type {DeliveredMail} from '../../store/index.js';
import type {ChannelApi} from '../channel.js';
import type {MailParser} from './mail-parser.js';
import {MailboxReader} from './mailbox-reader.js';
import {recipientOf} from './recipients.js';
import type {Spool} from './spool.js';

const MAX_MAILS = 50;
const MAX_FILES = 20;
/** Of a letter with its files as base64: what the built-in receiver takes, and a little more. */
const MAX_LETTER_BYTES = 42 * 1024 * 1024;

/** Whatever a browser makes of it, it is nobody: no script, no form, no origin. */
const SANDBOX = "sandbox; default-src 'none'; frame-ancestors 'none'";

const messageId = v.pipe(v.string(), v.regex(/^<[^<>\s]{1,250}>$/));
const file = v.object({
  name: v.pipe(v.string(), v.minLength(1), v.maxLength(255)),
  type: v.pipe(v.string(), v.regex(/^[\w.+-]{1,80}\/[\w.+-]{1,80}$/)),
  /** As base64; the body's limit is the only one. */
  content: v.string(),
  /** For an image that the HTML shows by `cid:`. */
  contentId: v.optional(v.pipe(v.string(), v.regex(/^[\w.@-]{1,200}$/))),
});
const letter = v.object({
  to: address,
  cc: v.optional(v.pipe(v.array(address), v.maxLength(20))),
  subject: maybeLine(300),
  text: v.pipe(v.string(), v.maxLength(200_000)),
  html: v.optional(v.pipe(v.string(), v.maxLength(1_000_000))),
  name: maybeLine(100),
  /** Message-ID of the mail that this one answers, and of those before it. */
  inReplyTo: v.optional(messageId),
  references: v.optional(v.pipe(v.array(messageId), v.maxLength(100))),
  attachments: v.optional(v.pipe(v.array(file), v.maxLength(MAX_FILES))),
});
type Letter = v.InferOutput<typeof letter>;

const box = v.object({address});
const one = v.object({address, id: v.pipe(v.string(), v.regex(/^[\w-]{1,100}$/))});
const part = v.object({...one.entries, at: v.pipe(v.string(), v.regex(/^\d{1,4}$/))});

const messageOf = (
  from: string,
  {name, attachments = [], references, inReplyTo, html, cc, ...rest}: Letter,
) => ({
  ...rest,
  from: {name: name ?? '', address: from},
  ...(cc ? {cc} : {}),
  ...(html === undefined ? {} : {html}),
  ...(inReplyTo === undefined ? {} : {inReplyTo, references: references ?? [inReplyTo]}),
  attachments: attachments.map((one) => ({
    filename: one.name,
    contentType: one.type,
    content: Buffer.from(one.content, 'base64'),
    ...(one.contentId === undefined ? {} : {cid: one.contentId}),
  })),
  disableFileAccess: true,
  disableUrlAccess: true,
});

/** To be kept and not shown. */
const give = (reply: FastifyReply, name: string, type: string, bytes: Uint8Array): FastifyReply =>
  reply
    .headers({
      'content-type': type,
      'content-disposition': contentDisposition(name),
      'content-security-policy': SANDBOX,
      'cache-control': 'no-store',
    })
    .send(Buffer.from(bytes));

/**
 * The mailboxes of this machine, for the demo's page: GET /api/mailboxes/:address reads one, `/:id/raw` gives the bytes of
 * one mail, `/:id/files/:at` one of its files; POST sends a mail, by SMTP to the built-in receiver like any other client.
 * Whoever reaches them can read them all.
 */
export const mailboxRoutes = (
  api: ChannelApi,
  spool: Spool,
  parser: MailParser,
  smtpUrl: () => string,
): void => {
  const {app, config, store} = api;
  const reader = new MailboxReader(spool, parser);
  const limit = new RateLimit({burst: 60, perSecond: 1}, () => api.now());
  const mine = (asked: string): string => {
    if (recipientOf(config.mail, asked)?.kind !== 'mailbox') throw new RefusedError('DW_WIRE_UNKNOWN');
    return asked;
  };
  const find = async (asked: string, id: string): Promise<DeliveredMail> => {
    const mails = await store.mail.mailbox(mine(asked), MAX_MAILS);
    const found = mails.find((mail) => mail.id === id);
    if (!found) throw new RefusedError('DW_WIRE_UNKNOWN');
    return found;
  };

  app.get('/api/mailboxes', async () => ({
    entryPoints: Object.keys(config.mail.addresses),
    domains: config.mail.mailboxDomains,
  }));

  app.get('/api/mailboxes/:address', async (request, reply) => {
    const mails = await store.mail.mailbox(mine(readBody(box, request.params).address), MAX_MAILS);
    const read = [];
    for (const mail of mails) read.push(await reader.read(mail));
    reply.header('cache-control', 'no-store');
    return {mails: read};
  });

  app.get('/api/mailboxes/:address/:id/raw', async (request, reply) => {
    const {address: asked, id} = readBody(one, request.params);
    return give(reply, `${id}.eml`, 'message/rfc822', await reader.raw(await find(asked, id)));
  });

  app.get('/api/mailboxes/:address/:id/files/:at', async (request, reply) => {
    const {address: asked, id, at} = readBody(part, request.params);
    const found = await reader.file(await find(asked, id), Number(at));
    if (!found?.bytes) throw new RefusedError('DW_FILE_UNKNOWN');
    return give(reply, found.name || 'file', servedType(found.type), found.bytes);
  });

  app.post('/api/mailboxes/:address', {bodyLimit: MAX_LETTER_BYTES}, async (request, reply) => {
    const from = mine(readBody(box, request.params).address);
    const sent = readBody(letter, request.body);
    if (!limit.take(request.ip)) throw new RefusedError('DW_WIRE_RATE');
    if (![sent.to, ...(sent.cc ?? [])].every((to) => recipientOf(config.mail, to)))
      throw new RefusedError('DW_INPUT_INVALID', {field: 'to'});
    const transport = createTransport(`${smtpUrl()}?ignoreTLS=true`);
    const {messageId} = await transport.sendMail(messageOf(from, sent));
    return reply.code(201).send({messageId});
  });
};
