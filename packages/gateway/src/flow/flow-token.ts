import {createHash, timingSafeEqual} from 'node:crypto';

import {bearerToken} from '../http/bearer.js';
import {RefusedError} from '../refused.js';

/** Fewer characters could be guessed. */
export const FLOW_TOKEN_MIN_LENGTH = 32;

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/** The token of flows and CRMs: one secret of its own, which opens nothing else and which nothing else opens. */
export class FlowToken {
  readonly #digest: Buffer;

  /** @throws When it could be guessed. */
  constructor(token: string) {
    if (token.length < FLOW_TOKEN_MIN_LENGTH)
      throw new Error(`The flow token must have at least ${FLOW_TOKEN_MIN_LENGTH} characters.`);
    this.#digest = digest(token);
  }

  /**
   * Checks an Authorization header, in the same time however much of it is right.
   * @throws {RefusedError} DW_AUTH_MISSING, DW_AUTH_INVALID
   */
  check(authorization: string | undefined): void {
    if (!timingSafeEqual(digest(bearerToken(authorization)), this.#digest))
      throw new RefusedError('DW_AUTH_INVALID');
  }
}
