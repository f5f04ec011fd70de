/**
 * Every no of Deskwire. `kind` says what a view does with it:
 * `capability` and `permission`: the control is not shown; `state`: shown, disabled, with the reason;
 * `input`: the reason stands at the field; `transport`: the reason stands where the person acted, with a retry.
 */
export const REFUSALS = {
  DW_CAPABILITY_MISSING: 'capability',
  DW_PERMISSION_DENIED: 'permission',
  DW_PERMISSION_OFF: 'permission',
  DW_ROLE_CUSTOMER: 'permission',
  DW_ROLE_AGENT: 'permission',
  DW_AGENT_SIGNED_OUT: 'state',
  DW_AGENT_REQUEST_PENDING: 'state',
  DW_AGENT_BUSY: 'state',
  DW_AGENT_NOT_AVAILABLE: 'state',
  DW_AGENT_ON_CALL: 'state',
  DW_AGENT_REASON_UNKNOWN: 'input',
  DW_INTERACTION_UNKNOWN: 'state',
  DW_INTERACTION_NOT_OFFERED: 'state',
  DW_INTERACTION_CONNECTING: 'state',
  DW_INTERACTION_NOT_ACTIVE: 'state',
  DW_INTERACTION_ENDED: 'state',
  DW_INTERACTION_ANSWER_ON_PHONE: 'permission',
  DW_CHANNEL_WRONG: 'permission',
  DW_CALL_HELD: 'state',
  DW_CALL_NOT_HELD: 'state',
  DW_CALL_IN_CONSULT: 'state',
  DW_CALL_IN_CONFERENCE: 'state',
  DW_CALL_MUTED: 'state',
  DW_CALL_NOT_MUTED: 'state',
  DW_CALL_LIMIT_DATA_CENTRE: 'state',
  DW_CALL_LIMIT_TENANT: 'state',
  DW_RECORDING_OFF: 'state',
  DW_RECORDING_PAUSED: 'state',
  DW_RECORDING_NOT_PAUSED: 'state',
  DW_CONSULT_NONE: 'state',
  DW_CONSULT_NOT_ACCEPTED: 'state',
  DW_CONSULT_RUNNING: 'state',
  DW_CONSULT_NOT_OWNER: 'permission',
  DW_CONFERENCE_NONE: 'state',
  DW_TARGET_UNKNOWN: 'input',
  DW_TARGET_UNAVAILABLE: 'input',
  DW_TARGET_SELF: 'input',
  DW_TARGET_KIND: 'permission',
  DW_NUMBER_INVALID: 'input',
  DW_NUMBER_ENTRY_POINT: 'input',
  DW_NUMBER_EXTENSION: 'input',
  DW_NUMBER_DIAL_PLAN: 'input',
  DW_ANI_UNKNOWN: 'input',
  DW_OUTDIAL_INBOUND_WON: 'state',
  DW_OUTDIAL_DIALLING: 'state',
  DW_CAMPAIGN_UNKNOWN: 'input',
  DW_CAMPAIGN_EMPTY: 'state',
  DW_GUIDE_NONE: 'permission',
  DW_GUIDE_SUBMITTED: 'state',
  DW_GUIDE_REPLY_MISSING: 'input',
  DW_GUIDE_REPLY_UNKNOWN: 'input',
  DW_GUIDE_REPLY_TOO_LONG: 'input',
  DW_HISTORY_UNKNOWN: 'input',
  DW_WRAPUP_NONE: 'state',
  DW_WRAPUP_REASON_REQUIRED: 'input',
  DW_WRAPUP_REASON_UNKNOWN: 'input',
  DW_WRAPUP_ONE_REASON: 'input',
  DW_WRAPUP_NO_COUNTDOWN: 'state',
  DW_WRAPUP_NOT_EXTENDABLE: 'permission',
  DW_MESSAGE_EMPTY: 'input',
  DW_MESSAGE_TOO_LONG: 'input',
  DW_MESSAGE_CARD: 'input',
  DW_CHAT_CUSTOMER_LEFT: 'state',
  DW_FILE_OFF: 'permission',
  DW_FILE_UNKNOWN: 'input',
  DW_FILE_EMPTY: 'input',
  DW_FILE_NAME: 'input',
  DW_FILE_TYPE: 'input',
  DW_FILE_MISMATCH: 'input',
  DW_FILE_TOO_LARGE: 'input',
  DW_FILE_TOO_MANY: 'input',
  DW_FILE_CARD: 'input',
  DW_FILE_UNREADABLE: 'input',
  DW_FILE_HELD: 'state',
  DW_FILE_BROKEN: 'transport',
  DW_FILE_FULL: 'transport',
  DW_MAIL_EMPTY: 'input',
  DW_MAIL_TOO_LONG: 'input',
  DW_MAIL_UNKNOWN: 'input',
  DW_MAIL_ADDRESS: 'input',
  DW_MAIL_RECIPIENTS: 'input',
  DW_MAIL_CARD: 'input',
  DW_MAIL_LEAVING: 'state',
  DW_MAIL_LEFT: 'state',
  DW_CAD_UNKNOWN: 'input',
  DW_CAD_READONLY: 'input',
  DW_CAD_TOO_LONG: 'input',
  DW_CAD_INVALID: 'input',
  DW_CAD_CONFLICT: 'input',
  DW_INPUT_INVALID: 'input',
  DW_WIRE_VERSION: 'transport',
  DW_WIRE_MALFORMED: 'transport',
  DW_WIRE_UNKNOWN: 'transport',
  DW_WIRE_TOO_LARGE: 'transport',
  DW_WIRE_RATE: 'transport',
  DW_WIRE_REPLACED: 'transport',
  DW_AUTH_MISSING: 'transport',
  DW_AUTH_INVALID: 'transport',
  DW_AUTH_EXPIRED: 'transport',
  DW_AUTH_ORIGIN: 'transport',
  DW_SEND_TIMEOUT: 'transport',
  DW_SEND_OFFLINE: 'transport',
  DW_SERVER_FAILED: 'transport',
} as const;

/** The code of a refusal, `DW_AREA_REASON`. */
export type RefusalCode = keyof typeof REFUSALS;
/** How a view treats a refusal. */
export type RefusalKind = (typeof REFUSALS)[RefusalCode];

/** A no, as data. `params` fill the words ("{max}"); they never hold a customer's data or a secure value. */
export interface Refusal {
  readonly code: RefusalCode;
  readonly kind: RefusalKind;
  readonly params?: Readonly<Record<string, string | number>>;
}

/** What `permit` answers. */
export type Verdict = {readonly ok: true} | {readonly ok: false; readonly refusal: Refusal};

/** Makes a refusal; the kind follows from the code. */
export const refuse = (code: RefusalCode, params?: Refusal['params']): Refusal =>
  params ? {code, kind: REFUSALS[code], params} : {code, kind: REFUSALS[code]};
