import {refuse, type Refusal, type RefusalCode} from '@deskwire/domain';

/** A no that ends the work on a request. It carries data, and its message is only the code. */
export class RefusedError extends Error {
  override readonly name = 'RefusedError';
  readonly refusal: Refusal;

  constructor(code: RefusalCode, params?: Refusal['params']) {
    super(code);
    this.refusal = refuse(code, params);
  }
}

const STATUS: Partial<Record<RefusalCode, number>> = {
  DW_AUTH_MISSING: 401,
  DW_AUTH_INVALID: 401,
  DW_AUTH_EXPIRED: 401,
  DW_AUTH_ORIGIN: 403,
  DW_ROLE_CUSTOMER: 403,
  DW_ROLE_AGENT: 403,
  DW_WIRE_UNKNOWN: 404,
  DW_INTERACTION_UNKNOWN: 404,
  DW_INTERACTION_ENDED: 409,
  DW_FILE_OFF: 403,
  DW_FILE_UNKNOWN: 404,
  DW_FILE_HELD: 409,
  DW_FILE_TOO_LARGE: 413,
  DW_FILE_TYPE: 415,
  DW_FILE_MISMATCH: 415,
  DW_FILE_CARD: 422,
  DW_FILE_UNREADABLE: 422,
  DW_FILE_FULL: 507,
  DW_WIRE_TOO_LARGE: 413,
  DW_WIRE_RATE: 429,
  DW_SERVER_FAILED: 500,
};

/** The HTTP status that goes with a refusal; 400 unless the table says otherwise. */
export const statusOf = ({code}: Refusal): number => STATUS[code] ?? 400;
