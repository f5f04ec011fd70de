import type {MailConfig} from '../../config/gateway-config.js';

/** Whom a mail is for. */
export type Recipient =
  | {readonly kind: 'entry-point'; readonly address: string; readonly entryPointId: string}
  | {readonly kind: 'mailbox'; readonly address: string};

/** What may stand in an SMTP envelope: nothing that could end a line, quote or bracket. */
export const isAddress = (text: string): boolean =>
  text.length <= 254 && /^[^\s<>()[\],;:\\"@\p{Cc}]{1,64}@[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?$/iu.test(text);

/** Who an address is on this machine; undefined where mail for it is not taken. */
export const recipientOf = (config: MailConfig, text: string): Recipient | undefined => {
  const address = text.toLowerCase();
  if (!isAddress(address)) return undefined;
  const entryPointId = config.addresses[address];
  if (entryPointId !== undefined) return {kind: 'entry-point', address, entryPointId};
  const domain = address.slice(address.lastIndexOf('@') + 1);
  return config.mailboxDomains.includes(domain) ? {kind: 'mailbox', address} : undefined;
};
