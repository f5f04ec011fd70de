import {refuse, type Refusal, type RefusalCode} from '@deskwire/domain';
import {parseRefusal} from '@deskwire/protocol';

import {httpAddress} from './gateway-address.js';
import {GatewayError} from './gateway-error.js';

/** How a request is made. */
export interface RequestOptions {
  /** The page's own unless given. */
  readonly fetch?: typeof fetch;
  /** Milliseconds; 15 000 unless given. */
  readonly timeoutMs?: number;
}

type Json = Readonly<Record<string, unknown>>;

const isJson = (value: unknown): value is Json => typeof value === 'object' && value !== null;

const BY_STATUS: Readonly<Record<number, RefusalCode>> = {
  401: 'DW_AUTH_INVALID',
  403: 'DW_AUTH_ORIGIN',
  404: 'DW_WIRE_UNKNOWN',
  408: 'DW_SEND_TIMEOUT',
  413: 'DW_WIRE_TOO_LARGE',
  429: 'DW_WIRE_RATE',
};

/** The refusal in an answer, or what its status says where there is none. */
export const refusalOf = (status: number, body: unknown): Refusal => {
  const told = isJson(body) ? parseRefusal(body['refusal']) : undefined;
  return told ?? refuse(BY_STATUS[status] ?? (status < 500 ? 'DW_WIRE_MALFORMED' : 'DW_SERVER_FAILED'));
};

const bodyOf = async (response: Response): Promise<unknown> => {
  try {
    return await response.json();
  } catch {
    return undefined;
  }
};

/** No answer at all: too late, or no way to the gateway. */
const unreachable = (error: unknown): GatewayError => {
  const isLate = error instanceof Error && error.name === 'TimeoutError';
  return new GatewayError(refuse(isLate ? 'DW_SEND_TIMEOUT' : 'DW_SEND_OFFLINE'));
};

/**
 * Asks the gateway by HTTP. Nothing of the answer is trusted to have a shape.
 * @throws {GatewayError} With a code, whatever went wrong.
 */
export const post = async (url: string, path: string, body: Json, options: RequestOptions): Promise<Json> => {
  const {fetch: send = fetch, timeoutMs = 15_000} = options;
  let response: Response;
  try {
    response = await send(httpAddress(url, path), {
      method: 'POST',
      headers: {'content-type': 'application/json'},
      body: JSON.stringify(body),
      cache: 'no-store',
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      signal: AbortSignal.timeout(timeoutMs),
    });
  } catch (error) {
    throw unreachable(error);
  }
  const answer = await bodyOf(response);
  if (!response.ok || !isJson(answer)) {
    throw new GatewayError(response.ok ? refuse('DW_WIRE_MALFORMED') : refusalOf(response.status, answer));
  }
  return answer;
};

/**
 * A property that an answer must have.
 * @throws {GatewayError} DW_WIRE_MALFORMED with the field.
 */
export const textOf = (answer: unknown, field: string): string => {
  const value = isJson(answer) ? answer[field] : undefined;
  if (typeof value !== 'string' || value === '') throw new GatewayError(refuse('DW_WIRE_MALFORMED', {field}));
  return value;
};

/** See {@link textOf}. */
export const numberOf = (answer: unknown, field: string): number => {
  const value = isJson(answer) ? answer[field] : undefined;
  if (typeof value !== 'number') throw new GatewayError(refuse('DW_WIRE_MALFORMED', {field}));
  return value;
};
