import {MESSAGE_MAX_LENGTH} from '@deskwire/domain';
import type {Locale} from '@deskwire/kit';

/** What a visitor says about themselves before a chat begins. It is what the host hands to its backend. */
export interface VisitForm {
  readonly name: string;
  /** Left out where the visitor gave none. */
  readonly email?: string;
  /** The first message of the conversation. */
  readonly message: string;
  /** The language in which the visitor reads the page. */
  readonly language: Locale;
}

/** Who is on the website, where the page knows: it fills the form, which the visitor can still change. */
export interface VisitCustomer {
  readonly name?: string;
  readonly email?: string;
}

/** Where a chat is to begin, as the page's attributes say. */
export interface VisitPlace {
  /** The address of the backend. */
  readonly server?: string;
  readonly entryPointId?: string;
}

/** The fields, in their order. */
export const VISIT_FIELDS = ['name', 'email', 'message'] as const;
/** One of {@link VISIT_FIELDS}. */
export type VisitField = (typeof VISIT_FIELDS)[number];

/** What stands in the fields. */
export type VisitValues = Readonly<Record<VisitField, string>>;

/** What can be wrong with a field. `refused` and `messageCard`: the backend did not take it. */
export type VisitFault =
  | 'nameMissing'
  | 'nameTooLong'
  | 'emailInvalid'
  | 'messageMissing'
  | 'messageTooLong'
  | 'messageCard'
  | 'refused';

/** The faults by field; a field without one is right. */
export type VisitFaults = Readonly<Partial<Record<VisitField, VisitFault>>>;

/** Nothing typed yet. */
export const EMPTY_VISIT: VisitValues = {name: '', email: '', message: ''};

/** At most this many characters in a name. */
export const NAME_MAX_LENGTH = 100;
/** At most this many characters in a mail address (RFC 5321, 4.5.3.1.3). */
const EMAIL_MAX_LENGTH = 254;
/** One mailbox as people write it. What it is worth is for the mail server to say. */
const EMAIL =
  /^[^\s<>()[\],;:\\"@]{1,64}@[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)+$/i;

const nameFault = (name: string): VisitFault | undefined => {
  if (name === '') return 'nameMissing';
  return name.length > NAME_MAX_LENGTH ? 'nameTooLong' : undefined;
};

const emailFault = (email: string): VisitFault | undefined =>
  email === '' || (email.length <= EMAIL_MAX_LENGTH && EMAIL.test(email)) ? undefined : 'emailInvalid';

const messageFault = (message: string): VisitFault | undefined => {
  if (message.trim() === '') return 'messageMissing';
  return message.length > MESSAGE_MAX_LENGTH ? 'messageTooLong' : undefined;
};

/** What is wrong with what was typed. Spaces around a name or an address do not count. */
export const visitFaults = ({name, email, message}: VisitValues): VisitFaults => {
  const faults: Record<VisitField, VisitFault | undefined> = {
    name: nameFault(name.trim()),
    email: emailFault(email.trim()),
    message: messageFault(message),
  };
  return Object.fromEntries(Object.entries(faults).filter(([, fault]) => fault));
};

/** The first field with a fault: where the visitor goes on. */
export const firstFault = (faults: VisitFaults): VisitField | undefined =>
  VISIT_FIELDS.find((field) => faults[field]);

/** What the host is given; ask `visitFaults` first. */
export const visitForm = ({name, email, message}: VisitValues, language: Locale): VisitForm => ({
  name: name.trim(),
  ...(email.trim() ? {email: email.trim()} : {}),
  message: message.trim(),
  language,
});
