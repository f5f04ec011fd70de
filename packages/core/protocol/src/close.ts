import {refuse, type Refusal, type RefusalCode} from '@deskwire/domain';

/** What a close code says. `final`: coming back with the same token cannot help. */
export interface Closing {
  readonly code: RefusalCode;
  readonly final: boolean;
}

/**
 * How a gateway closes a socket. It says `refused` first where it still can; the close code says the same to a client
 * that did not get to read it.
 */
export const CLOSE_CODES = {
  4400: {code: 'DW_WIRE_MALFORMED', final: false},
  4401: {code: 'DW_AUTH_INVALID', final: true},
  4403: {code: 'DW_AUTH_ORIGIN', final: true},
  /** No hello within the time for it, or another message before it. */
  4404: {code: 'DW_AUTH_MISSING', final: true},
  /** Pings went unanswered: to the gateway this desk is gone. */
  4408: {code: 'DW_SEND_OFFLINE', final: false},
  /** Another tab or machine of the same agent took over. */
  4409: {code: 'DW_WIRE_REPLACED', final: true},
  4410: {code: 'DW_AGENT_SIGNED_OUT', final: true},
  4413: {code: 'DW_WIRE_TOO_LARGE', final: false},
  4419: {code: 'DW_AUTH_EXPIRED', final: true},
  4422: {code: 'DW_WIRE_UNKNOWN', final: false},
  4426: {code: 'DW_WIRE_VERSION', final: true},
  4429: {code: 'DW_WIRE_RATE', final: false},
  4500: {code: 'DW_SERVER_FAILED', final: false},
} as const satisfies Readonly<Record<number, Closing>>;

/** One of the codes that a gateway closes with. */
export type CloseCode = keyof typeof CLOSE_CODES;

const byNumber: ReadonlyMap<number, Closing> = new Map(
  Object.entries(CLOSE_CODES).map(([number, closing]) => [Number(number), closing]),
);

const byRefusal: ReadonlyMap<RefusalCode, CloseCode> = new Map(
  Object.entries(CLOSE_CODES).map(([number, {code}]) => [code, Number(number) as CloseCode]),
);

/** The close code for a refusal; 4500 where none was agreed. */
export const closeCodeOf = ({code}: Refusal): CloseCode => byRefusal.get(code) ?? 4500;

/** WebSocket's own code for a frame above the receiver's limit. */
const MESSAGE_TOO_BIG = 1009;

/** What a closed socket means. A code that was not agreed, 1006 and 1001 included, means that the connection is lost. */
export const readClose = (number: number): {readonly refusal: Refusal; readonly final: boolean} => {
  const closing = byNumber.get(number);
  if (closing) return {refusal: refuse(closing.code), final: closing.final};
  return {
    refusal: refuse(number === MESSAGE_TOO_BIG ? 'DW_WIRE_TOO_LARGE' : 'DW_SEND_OFFLINE'),
    final: false,
  };
};
