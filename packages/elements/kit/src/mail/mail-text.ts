import type {Mail, Redaction} from '@deskwire/domain';

/** A stretch of a mail's text with what was taken out of it there. */
export interface MailTextPart {
  readonly text: string;
  readonly redactions: readonly Redaction[];
}

/** A mail's text: what was written now, and the earlier mails that are quoted in it. */
export interface MailText {
  readonly own: MailTextPart;
  readonly quote?: MailTextPart;
}

const isIn = (from: number, to: number, isLast: boolean) =>
  function ({at}: Redaction): boolean {
    return at === undefined ? isLast : at >= from && at < to;
  };

const partOf = ({text, redactions = []}: Mail, from: number, to: number): MailTextPart => ({
  text: text.slice(from, to),
  redactions: redactions
    .filter(isIn(from, to === text.length ? Infinity : to, to === text.length))
    .map((one) => (one.at === undefined ? one : {...one, at: one.at - from})),
});

/** Splits a mail's text where the quote begins. Where nothing but the quote is there, it is what was written. */
export const mailTextOf = (mail: Mail): MailText => {
  const {text, quoteAt} = mail;
  const isQuoted = quoteAt !== undefined && quoteAt < text.length && text.slice(0, quoteAt).trim() !== '';
  if (!isQuoted) return {own: partOf(mail, 0, text.length)};
  return {own: partOf(mail, 0, quoteAt), quote: partOf(mail, quoteAt, text.length)};
};
