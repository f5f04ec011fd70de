import type {FastifyInstance} from 'fastify';
import * as v from 'valibot';

import {RateLimit, type Rate} from '../auth/rate-limit.js';
import {verifyPassword} from '../auth/passwords.js';
import type {Tokens} from '../auth/tokens.js';
import type {User} from '../config/gateway-config.js';
import type {Core} from '../core.js';
import {RefusedError} from '../refused.js';
import {readBody} from './schema.js';

/** How often a password may be tried. */
export interface SignInLimits {
  readonly perUser: Rate;
  readonly perAddress: Rate;
}

/** What holds unless told otherwise: ten wrong tries at once, then one in ten seconds for a user. */
export const SIGN_IN_LIMITS: SignInLimits = {
  perUser: {burst: 10, perSecond: 0.1},
  perAddress: {burst: 60, perSecond: 1},
};

const body = v.object({
  user: v.pipe(v.string(), v.maxLength(200)),
  password: v.pipe(v.string(), v.maxLength(1_024)),
});

/** POST /api/sign-in {user, password} -> {token, expiresAt, agent: {id, name}}. */
export const signInRoute = (
  app: FastifyInstance,
  core: Core,
  tokens: Tokens,
  users: readonly User[],
  limits: SignInLimits,
): void => {
  const byName = new Map(users.map((user) => [user.user, user]));
  const perUser = new RateLimit(limits.perUser, () => core.now());
  const perAddress = new RateLimit(limits.perAddress, () => core.now());

  const check = async (name: string, password: string): Promise<User> => {
    const user = byName.get(name);
    if (!(await verifyPassword(password, user?.hash)) || !user) throw new RefusedError('DW_AUTH_INVALID');
    return user;
  };

  app.post('/api/sign-in', async (request, reply) => {
    const {user: name, password} = readBody(body, request.body);
    if (!perAddress.take(request.ip) || !perUser.take(name)) throw new RefusedError('DW_WIRE_RATE');
    const {agentId} = await check(name, password);
    perUser.give(name);
    const agent = core.host.centre.agents.get(agentId);
    if (!agent) throw new RefusedError('DW_AUTH_INVALID');
    const outcome = await core.host.submit({kind: 'signal', signal: {type: 'agent.signed-in', agentId}});
    if (!outcome.ok) throw new RefusedError(outcome.refusal.code);
    core.log.info({agent: agentId}, 'signed in');
    reply.header('cache-control', 'no-store');
    return {...(await tokens.forAgent(agentId)), agent: {id: agentId, name: agent.profile.name}};
  });
};
