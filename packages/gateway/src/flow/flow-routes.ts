import type {FastifyInstance, FastifyReply, FastifyRequest} from 'fastify';

import type {Interaction, InteractionId} from '@deskwire/domain';
import type {Signal} from '@deskwire/engine';

import {RateLimit, type Rate} from '../auth/rate-limit.js';
import type {Core} from '../core.js';
import {RefusedError} from '../refused.js';
import type {FlowToken} from './flow-token.js';
import {readDefinition, readValues} from './variables.js';

/** How often flows may ask. */
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

const ROUTE = '/api/interactions/:id/variables';

type FlowSignal = Extract<Signal, {type: 'flow.set' | 'flow.defined'}>;

/**
 * The data of contacts, for flows and CRMs. PATCH {values: {name: value}} sets variables that are there, PUT {variables}
 * says which there are from now on. Both answer 204 once it is stored and told. The token is asked for before the body
 * is read.
 */
export const flowRoutes = (
  app: FastifyInstance,
  core: Core,
  token: FlowToken,
  limits: FlowLimits = FLOW_LIMITS,
): void => {
  const wrong = new RateLimit(limits.wrong, () => core.now());
  const right = new RateLimit(limits.right, () => core.now());

  const onRequest = async ({ip, headers}: FastifyRequest, reply: FastifyReply): Promise<void> => {
    if (!wrong.take(ip)) throw new RefusedError('DW_WIRE_RATE');
    reply.header('www-authenticate', 'Bearer');
    token.check(headers.authorization);
    reply.removeHeader('www-authenticate');
    wrong.give(ip);
    if (!right.take()) throw new RefusedError('DW_WIRE_RATE');
  };

  const contactOf = ({params}: FastifyRequest): Interaction => {
    const {id} = params as {readonly id: InteractionId};
    const interaction = core.host.centre.interactions.get(id);
    if (!interaction) throw new RefusedError('DW_INTERACTION_UNKNOWN');
    return interaction;
  };

  const tell = async (signal: FlowSignal, count: number, reply: FastifyReply): Promise<void> => {
    const outcome = await core.host.submit({kind: 'signal', signal});
    if (!outcome.ok) throw new RefusedError(outcome.refusal.code, outcome.refusal.params);
    core.log.info({interaction: signal.interactionId, signal: signal.type, variables: count}, 'flow');
    await reply.code(204).send();
  };

  app.patch(ROUTE, {onRequest}, async (request, reply) => {
    const contact = contactOf(request);
    const values = readValues(request.body, contact);
    await tell({type: 'flow.set', interactionId: contact.id, values}, values.length, reply);
  });
  app.put(ROUTE, {onRequest}, async (request, reply) => {
    const {id: interactionId} = contactOf(request);
    const variables = readDefinition(request.body);
    await tell({type: 'flow.defined', interactionId, variables}, variables.length, reply);
  });
};
