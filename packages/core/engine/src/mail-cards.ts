import {findCards, maskCards, maskCardsInHtml, CARD_MASK, type CardSpan} from '@deskwire/card-data';
import type {Attachment, Mail, Mailbox, OutgoingMail, Redaction} from '@deskwire/domain';
import {given} from './given.js';

const maskLine = (text: string): string => maskCards(text).text;

/** Whether what the agent wrote holds a card number, wherever it stands. */
export const holdsCards = ({text, html = '', cc}: OutgoingMail): boolean =>
  findCards(text).length > 0 ||
  maskCardsInHtml(html).found ||
  cc.some(({name = ''}) => findCards(name).length > 0);

/** An address is what the mail needs to arrive; what stands before it is anybody's. */
const cleanMailbox = (mailbox: Mailbox): Mailbox =>
  mailbox.name === undefined ? mailbox : {...mailbox, name: maskLine(mailbox.name)};

/** The HTML refers to a part by its Content-ID: both are masked alike. */
const cleanFile = (file: Attachment): Attachment => ({
  ...file,
  name: maskLine(file.name),
  ...given('contentId', file.contentId === undefined ? undefined : maskLine(file.contentId)),
});

/** Where a place of a text is once its card numbers are masked; within a number it is the beginning of its mask. */
const moved = (place: number, spans: readonly CardSpan[]): number =>
  spans
    .filter(({start}) => start < place)
    .reduce(
      (sum, {start, end}) => sum + (end <= place ? CARD_MASK.length - (end - start) : start - place),
      place,
    );

/** What was taken out: places are those in the text; a number that stood elsewhere alone has none. */
const redactionsOf = (
  {redactions = []}: Mail,
  masks: readonly {readonly at: number; readonly length: number}[],
  isElsewhere: boolean,
): readonly Redaction[] => {
  const cards: readonly Redaction[] = masks.map((mask) => ({kind: 'card', ...mask}));
  const unplaced: readonly Redaction[] = isElsewhere && cards.length === 0 ? [{kind: 'card'}] : [];
  return [...redactions, ...cards, ...unplaced];
};

/** A mail without card numbers: subject, text, HTML, names of people and of files. One without any is returned as it is. */
export const cleanMail = (mail: Mail): Mail => {
  const spans = findCards(mail.text);
  const {text, masks} = maskCards(mail.text, spans);
  const html = mail.html === undefined ? undefined : maskCardsInHtml(mail.html);
  const clean: Mail = {
    ...mail,
    from: cleanMailbox(mail.from),
    to: mail.to.map(cleanMailbox),
    cc: mail.cc.map(cleanMailbox),
    subject: maskLine(mail.subject),
    text,
    ...given('html', html?.html),
    ...given('quoteAt', mail.quoteAt === undefined ? undefined : moved(mail.quoteAt, spans)),
    attachments: mail.attachments.map(cleanFile),
  };
  const isElsewhere = html?.found === true || clean.subject !== mail.subject;
  const redactions = redactionsOf(mail, masks, isElsewhere);
  return redactions.length > 0 ? {...clean, redactions} : clean;
};
