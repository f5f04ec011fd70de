import type {
  AgentRef,
  Attachment,
  Author,
  Content,
  Customer,
  Instant,
  InteractionId,
  Mail,
  Mailbox,
} from '@deskwire/domain';

import type {PastLetter, PastThread, SaidLine} from './conversations.js';
import type {SampleLanguage} from './words.js';

/** Who talked with whom, and when. */
export interface PastTalk {
  readonly id: string;
  readonly language: SampleLanguage;
  readonly house: Required<Mailbox>;
  readonly agent: AgentRef;
  readonly customer: Customer;
  readonly from: Instant;
  readonly to: Instant;
}

const authorOf = ({agent, customer, house}: PastTalk, from: SaidLine['from']): Author => {
  if (from === 'agent') return {kind: 'agent', id: agent.id, name: agent.name};
  if (from === 'bot') return {kind: 'bot', name: house.name};
  return {kind: 'customer', ...(customer.name === undefined ? {} : {name: customer.name})};
};

/** A chat that is over, its lines spread over the time that it took. */
export const pastChat = (talk: PastTalk, lines: readonly SaidLine[] = []): Content => {
  const step = (talk.to - talk.from) / (lines.length + 1);
  const messages = lines.map(({from, text}, place) => ({
    id: `${talk.id}-${place + 1}`,
    at: Math.round(talk.from + (place + 1) * step),
    from: authorOf(talk, from),
    text: text[talk.language],
  }));
  return {kind: 'chat', transcript: {messages, earlier: 0}};
};

const fileId = (id: InteractionId, place: number): string => `${id}-${place + 1}-file`;

const attachmentsOf = (id: InteractionId, place: number, {file}: PastLetter): readonly Attachment[] => {
  const {name, type, size} = file?.() ?? {};
  return name && type && size ? [{id: fileId(id, place), name, type, size}] : [];
};

/** A file of a thread that is over; undefined: it has no such file. */
export const pastFile = (id: InteractionId, thread: PastThread, attachmentId: string): Blob | undefined =>
  thread.mails.find((_, place) => fileId(id, place) === attachmentId)?.file?.();

/** A mail thread that is over: the customer and the house by turns. */
export const pastThread = (talk: PastTalk, thread?: PastThread): Content => {
  const {id, language, house, customer, from, to} = talk;
  const {name = '', email = ''} = customer;
  const theirs = {name, address: email};
  const subject = thread?.subject[language] ?? '';
  const mails = (thread?.mails ?? []).map((letter, place): Mail => {
    const isTheirs = place % 2 === 0;
    return {
      id: `${id}-${place + 1}`,
      messageId: `<${id}-${place + 1}@hanbit.example>`,
      at: Math.round(from + (place * (to - from)) / 3),
      direction: isTheirs ? 'in' : 'out',
      from: isTheirs ? theirs : house,
      to: [isTheirs ? house : theirs],
      cc: [],
      subject: place > 0 ? `Re: ${subject}` : subject,
      text: letter[language],
      ...(letter.html ? {html: letter.html[language]} : {}),
      attachments: attachmentsOf(id, place, letter),
      ...(isTheirs ? {} : {delivery: 'sent'}),
    };
  });
  return {kind: 'email', thread: {mails}};
};
