import * as v from 'valibot';
import {CAD_TYPES} from '@deskwire/domain';

import {LIMITS} from '../limits.js';
import {amount, clipped, clippedList, count, id, instant, label, line, list, maybe, text} from './basics.js';

type Line = v.GenericSchema<string, string>;
const attachmentOf = <const One extends Line>(one: One) =>
  v.object({
    id,
    name: one,
    type: one,
    size: count,
    held: maybe(v.boolean()),
    contentId: maybe(one),
    inline: maybe(v.boolean()),
  });
const mailboxOf = <const One extends Line>(one: One) => v.object({name: maybe(one), address: one});

/** As a desk sends them: what is too long is refused. */
export const attachment = attachmentOf(line);
/** See {@link attachment}. */
export const mailbox = mailboxOf(line);

/** As a gateway passes them on from outside: what is too long is cut. */
const theirLine = clipped(LIMITS.line);
const theirAttachment = attachmentOf(theirLine);
const theirMailbox = mailboxOf(theirLine);

/** Who writes. */
export const author = v.variant('kind', [
  v.object({kind: v.literal('customer'), name: maybe(theirLine)}),
  v.object({kind: v.literal('agent'), id, name: line}),
  v.object({kind: v.literal('bot'), name: line}),
  v.object({kind: v.literal('system')}),
]);

/** What was taken out of a text, and where. */
export const redaction = v.object({
  kind: v.picklist(['card', 'attachment']),
  at: maybe(count),
  length: maybe(count),
});

/** One chat message. */
export const message = v.object({
  id,
  at: instant,
  from: author,
  text: clipped(LIMITS.message),
  attachments: maybe(clippedList(theirAttachment, LIMITS.few)),
  redactions: maybe(list(redaction, LIMITS.few)),
  deliveredAt: maybe(instant),
  readAt: maybe(instant),
});

/** One mail of a thread. */
export const mail = v.object({
  id,
  messageId: theirLine,
  at: instant,
  direction: v.picklist(['in', 'out']),
  from: theirMailbox,
  to: clippedList(theirMailbox, LIMITS.many),
  cc: clippedList(theirMailbox, LIMITS.many),
  subject: clipped(LIMITS.note),
  text: clipped(LIMITS.mailText),
  html: maybe(clipped(LIMITS.mailHtml)),
  quoteAt: maybe(count),
  attachments: clippedList(theirAttachment, LIMITS.few),
  notice: maybe(v.picklist(['bounce', 'auto-reply'])),
  quotes: maybe(id),
  redactions: maybe(clippedList(redaction, LIMITS.few)),
  leavesAt: maybe(instant),
  delivery: maybe(v.picklist(['sending', 'sent', 'failed'])),
  failure: maybe(clipped(LIMITS.note)),
  truncated: maybe(v.boolean()),
});

/** What the customer said or wrote. */
export const content = v.variant('kind', [
  v.object({kind: v.literal('voice')}),
  v.object({
    kind: v.literal('chat'),
    transcript: v.object({messages: list(message), earlier: count, customerLeftAt: maybe(instant)}),
  }),
  v.object({kind: v.literal('email'), thread: v.object({mails: list(mail)})}),
]);

/** Who changed a variable. */
export const changedBy = v.variant('kind', [
  v.object({kind: v.literal('agent'), id, name: line}),
  v.object({kind: v.literal('flow')}),
]);

/** One call-associated variable. */
export const cadVariable = v.object({
  name: line,
  label,
  type: v.picklist(CAD_TYPES),
  value: text(LIMITS.cadValue),
  editable: v.boolean(),
  secure: v.boolean(),
  order: amount,
  version: count,
  changedBy: maybe(changedBy),
  changedAt: maybe(instant),
});

/** What was answered in a call guide, in the order of its questions. */
export const guideReplies = list(v.object({questionId: id, answer: text(LIMITS.cadValue)}), LIMITS.questions);
