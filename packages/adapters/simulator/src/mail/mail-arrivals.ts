import type {Instant, InteractionId, Mail, Mailbox, Redaction, TenantConfig} from '@deskwire/domain';

import {entryPointFor, given, variablesOf, type Arrived} from '../arrivals.js';
import type {ArrivingFile} from '../chat/file-store.js';
import type {MailArrival, MailBody, MailFile} from '../scripts.js';

/** Takes a file that came with a mail; undefined: the tenant's rule drops it. */
export type TakeFile = (file: ArrivingFile) => Mail['attachments'][number] | undefined;

/** Everything about a mail but what it says. */
export type MailHead = Pick<Mail, 'id' | 'at' | 'direction' | 'from' | 'to' | 'cc' | 'subject'>;

const DROPPED: Redaction = {kind: 'attachment'};

const arriving = ({file, contentId}: MailFile, html = ''): ArrivingFile => ({
  file,
  ...given('contentId', contentId),
  inline: contentId !== undefined && html.includes(`cid:${contentId}`),
});

/** A mail with its files. What was dropped of them leaves a mark. */
export const mailOf = (head: MailHead, {text, html, quoteAt, files = []}: MailBody, take: TakeFile): Mail => {
  const taken = files.map((file) => take(arriving(file, html)));
  const attachments = taken.flatMap((one) => one ?? []);
  const dropped = taken.flatMap((one) => (one ? [] : [DROPPED]));
  return {
    ...head,
    messageId: `<${head.id}@${head.from.address.split('@').at(-1) ?? 'localhost'}>`,
    text,
    ...given('html', html),
    ...given('quoteAt', quoteAt),
    attachments,
    ...(dropped.length > 0 ? {redactions: dropped} : {}),
  };
};

/** The contact centre's own mailbox where this mail comes in. */
export const houseOf = (tenant: TenantConfig, {entryPointId}: MailArrival): Mailbox => {
  const {id, number = `${id}@localhost`} = entryPointFor(tenant, 'email', entryPointId);
  return {name: tenant.name, address: number};
};

/** Who writes. */
export const customerOf = ({from, name}: MailArrival): Mailbox => ({address: from, ...given('name', name)});

/** The mails that somebody comes with: what was written before, and the newest. */
export const mailsOf = (
  tenant: TenantConfig,
  interactionId: InteractionId,
  arrival: MailArrival,
  {now, take}: {readonly now: Instant; readonly take: TakeFile},
): readonly Mail[] => {
  const {before = [], cc = [], notice} = arrival;
  const [house, customer] = [houseOf(tenant, arrival), customerOf(arrival)];
  const past = before.map((body, index): Mail => {
    const isTheirs = body.from === 'customer';
    const head: MailHead = {
      id: `${interactionId}-past-${index + 1}`,
      at: now - body.agoMs,
      direction: isTheirs ? 'in' : 'out',
      from: isTheirs ? customer : house,
      to: [isTheirs ? {address: house.address} : customer],
      cc: [],
      subject: index > 0 ? `Re: ${plainSubject(arrival)}` : plainSubject(arrival),
    };
    return {...mailOf(head, body, take), ...(isTheirs ? {} : {delivery: 'sent'})};
  });
  const head: MailHead = {
    id: `${interactionId}-in-1`,
    at: now,
    direction: 'in',
    from: customer,
    to: [{address: house.address}],
    cc: cc.map((address) => ({address})),
    subject: arrival.subject,
  };
  return [...past, {...mailOf(head, arrival, take), ...given('notice', notice)}];
};

const plainSubject = ({subject}: MailArrival): string => subject.replace(/^(?:re:\s*)+/i, '');

/** The signal of a thread that begins, or is taken up again. */
export const threadSignal = (
  tenant: TenantConfig,
  interactionId: InteractionId,
  arrival: MailArrival,
  mails: readonly Mail[],
): Arrived => {
  const entryPoint = entryPointFor(tenant, 'email', arrival.entryPointId);
  return {
    type: 'contact.arrived',
    interactionId,
    channel: 'email',
    entryPointId: entryPoint.id,
    dnis: houseOf(tenant, arrival).address,
    subject: arrival.subject,
    customer: {...given('name', arrival.name), email: arrival.from},
    content: {kind: 'email', thread: {mails}},
    cad: variablesOf(entryPoint, arrival.data),
  };
};
