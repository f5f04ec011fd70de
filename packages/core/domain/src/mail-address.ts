import type {Mailbox} from './content.js';

/** At most this many characters in a mail address (RFC 5321, 4.5.3.1.3). */
const ADDRESS_MAX_LENGTH = 254;

/** Whether mail can be sent there: one address and nothing beside it that could become another, or a header of its own. */
export const isMailAddress = (address: string): boolean =>
  address.length <= ADDRESS_MAX_LENGTH && /^[^\s@<>,;:"]+@[^\s@<>,;:"]+$/.test(address);

/** An address, and a name without a line break. */
export const isMailbox = ({name = '', address}: Mailbox): boolean =>
  isMailAddress(address) && !/[\r\n]/.test(name);
