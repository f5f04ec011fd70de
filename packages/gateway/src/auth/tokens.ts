import {errors, jwtVerify, SignJWT} from 'jose';

import type {AgentId, InteractionId, Who} from '@deskwire/domain';

import {RefusedError} from '../refused.js';

const ISSUER = 'deskwire';
const ALGORITHM = 'HS256';

/** How long tokens last, in seconds. */
export interface TokenLifetimes {
  /** A working day with its overtime. */
  readonly agent: number;
  /** A visitor who stays away longer has left. */
  readonly visitor: number;
}

/** The lifetimes that hold unless told otherwise. */
export const TOKEN_LIFETIMES: TokenLifetimes = {agent: 12 * 3_600, visitor: 4 * 3_600};

/** Whom a token speaks for. Times are epoch milliseconds. */
export interface Bearer {
  readonly who: Who;
  readonly issuedAt: number;
  readonly expiresAt: number;
}

/** A token with the time at which it stops being one. */
export interface IssuedToken {
  readonly token: string;
  readonly expiresAt: number;
}

const whoOf = (audience: unknown, subject: string | undefined): Who | undefined => {
  if (!subject) return undefined;
  if (audience === 'agent') return {kind: 'agent', agentId: subject};
  return audience === 'visitor' ? {kind: 'customer', interactionId: subject} : undefined;
};

/** Makes and reads the gateway's tokens. The audience says which kind of caller; nothing else is in them. */
export class Tokens {
  readonly #secret: Uint8Array;
  readonly #lifetimes: TokenLifetimes;
  readonly #now: () => number;

  constructor(secret: Uint8Array, now: () => number, lifetimes: TokenLifetimes = TOKEN_LIFETIMES) {
    this.#secret = secret;
    this.#now = now;
    this.#lifetimes = lifetimes;
  }

  /** A token for an agent's desks. */
  forAgent(agentId: AgentId): Promise<IssuedToken> {
    return this.#issue('agent', agentId, this.#lifetimes.agent);
  }

  /** A token for one visitor's page: it opens this one conversation and nothing else. */
  forVisitor(interactionId: InteractionId): Promise<IssuedToken> {
    return this.#issue('visitor', interactionId, this.#lifetimes.visitor);
  }

  /**
   * Whom the token speaks for.
   * @throws {RefusedError} DW_AUTH_MISSING, DW_AUTH_EXPIRED, or DW_AUTH_INVALID for everything else that is wrong.
   */
  async read(token: string): Promise<Bearer> {
    if (token === '') throw new RefusedError('DW_AUTH_MISSING');
    const {payload} = await this.#verify(token);
    const who = whoOf(payload.aud, payload.sub);
    const issuedAt = payload['ims'];
    if (!who || typeof issuedAt !== 'number' || payload.exp === undefined) {
      throw new RefusedError('DW_AUTH_INVALID');
    }
    return {who, issuedAt, expiresAt: payload.exp * 1_000};
  }

  async #verify(token: string) {
    try {
      return await jwtVerify(token, this.#secret, {
        algorithms: [ALGORITHM],
        issuer: ISSUER,
        currentDate: new Date(this.#now()),
        requiredClaims: ['sub', 'aud', 'exp'],
      });
    } catch (error) {
      throw new RefusedError(error instanceof errors.JWTExpired ? 'DW_AUTH_EXPIRED' : 'DW_AUTH_INVALID');
    }
  }

  async #issue(audience: 'agent' | 'visitor', subject: string, seconds: number): Promise<IssuedToken> {
    const now = this.#now();
    const expires = Math.floor(now / 1_000) + seconds;
    // `ims`: the time of issue in milliseconds; `iat` is too coarse to tell a sign-in from the sign-out before it.
    const token = await new SignJWT({ims: now})
      .setProtectedHeader({alg: ALGORITHM})
      .setIssuer(ISSUER)
      .setAudience(audience)
      .setSubject(subject)
      .setIssuedAt(Math.floor(now / 1_000))
      .setExpirationTime(expires)
      .sign(this.#secret);
    return {token, expiresAt: expires * 1_000};
  }
}
