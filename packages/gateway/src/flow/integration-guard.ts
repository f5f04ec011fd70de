import type {FastifyReply, FastifyRequest} from 'fastify';

import {RateLimit, type Rate} from '../auth/rate-limit.js';
import {RefusedError} from '../refused.js';
import type {FlowToken} from './flow-token.js';

/** How often flows and other integrations may ask. */
export interface FlowLimits {
  /** For one network address, whatever token it brings: keeps strangers from guessing. */
  readonly wrong: Rate;
  /** For whoever has the token. */
  readonly right: Rate;
}

/** What holds unless told otherwise. */
export const FLOW_LIMITS: FlowLimits = {
  wrong: {burst: 20, perSecond: 0.2},
  right: {burst: 400, perSecond: 200},
};

/** Asks for the token, before a body is read. A hook for `onRequest`. */
export type IntegrationGuard = (request: FastifyRequest, reply: FastifyReply) => Promise<void>;

/** One guard for all routes of integrations: who guesses at one has guessed at all of them. */
export const integrationGuard = (
  token: FlowToken,
  now: () => number,
  limits: FlowLimits = FLOW_LIMITS,
): IntegrationGuard => {
  const wrong = new RateLimit(limits.wrong, now);
  const right = new RateLimit(limits.right, now);
  return async ({ip, headers}, reply) => {
    if (!wrong.take(ip)) throw new RefusedError('DW_WIRE_RATE');
    reply.header('www-authenticate', 'Bearer');
    token.check(headers.authorization);
    reply.removeHeader('www-authenticate');
    wrong.give(ip);
    if (!right.take()) throw new RefusedError('DW_WIRE_RATE');
  };
};
