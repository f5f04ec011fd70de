import type {FastifyInstance, FastifyReply, FastifyRequest} from 'fastify';

import type {Interaction, InteractionId} from '@deskwire/domain';
import type {Signal} from '@deskwire/engine';

import type {Core} from '../core.js';
import {RefusedError} from '../refused.js';
import type {IntegrationGuard} from './integration-guard.js';
import {readDefinition, readValues} from './variables.js';

const ROUTE = '/api/interactions/:id/variables';

type FlowSignal = Extract<Signal, {type: 'flow.set' | 'flow.defined'}>;

/**
 * The data of contacts, for flows and CRMs. PATCH {values: {name: value}} sets variables that are there, PUT {variables}
 * says which there are from now on. Both answer 204 once it is stored and told. The token is asked for before the body
 * is read.
 */
export const flowRoutes = (app: FastifyInstance, core: Core, onRequest: IntegrationGuard): void => {
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
