import {numberOf, post, textOf, type RequestOptions} from './request.js';

/** What an agent signs in with. */
export interface SignIn extends RequestOptions {
  /** Of the gateway. */
  readonly url: string;
  readonly user: string;
  readonly password: string;
}

/** A token for an agent's desk. `expiresAt` in epoch milliseconds. */
export interface SignedIn {
  readonly token: string;
  readonly agentId: string;
  readonly name: string;
  readonly expiresAt: number;
}

/** What a visitor's page says when it begins a chat. */
export interface Visit extends RequestOptions {
  /** Of the gateway. */
  readonly url: string;
  readonly entryPointId?: string;
  readonly name?: string;
  readonly email?: string;
  readonly language?: 'ko' | 'en';
  /** What the visitor asks; becomes the first message. */
  readonly message?: string;
}

/** A token for one conversation. `expiresAt` in epoch milliseconds. */
export interface Visiting {
  readonly token: string;
  readonly interactionId: string;
  readonly expiresAt: number;
}

/**
 * Gets an agent's token for `gatewayPort`.
 * @throws {GatewayError} DW_AUTH_INVALID for a wrong name or password.
 */
export const signIn = async ({url, user, password, ...options}: SignIn): Promise<SignedIn> => {
  const answer = await post(url, '/api/sign-in', {user, password}, options);
  return {
    token: textOf(answer, 'token'),
    agentId: textOf(answer['agent'], 'id'),
    name: textOf(answer['agent'], 'name'),
    expiresAt: numberOf(answer, 'expiresAt'),
  };
};

const present = (fields: Readonly<Record<string, string | undefined>>) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined && value !== ''));

/**
 * Begins a chat as a visitor, and gets the token for its `gatewayPort`.
 * @throws {GatewayError} DW_INPUT_INVALID with the field that the gateway does not take.
 */
export const visit = async ({url, fetch: send, timeoutMs, message, ...about}: Visit): Promise<Visiting> => {
  const options = {...(send ? {fetch: send} : {}), ...(timeoutMs === undefined ? {} : {timeoutMs})};
  const answer = await post(url, '/api/visits', present({...about, question: message}), options);
  return {
    token: textOf(answer, 'token'),
    interactionId: textOf(answer, 'interactionId'),
    expiresAt: numberOf(answer, 'expiresAt'),
  };
};
