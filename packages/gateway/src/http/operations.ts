import type {FastifyInstance} from 'fastify';

import type {Core} from '../core.js';

/** GET /health for whoever restarts the gateway, GET /metrics for Prometheus. Neither says anything about a person. */
export const operationRoutes = (app: FastifyInstance, {host, metrics}: Core, collect: () => void): void => {
  app.get('/health', async (_, reply) => {
    const isWell = host.isHealthy;
    return reply
      .code(isWell ? 200 : 503)
      .send({status: isWell ? 'ok' : 'store-failed', seq: host.centre.seq});
  });
  app.get('/metrics', async (_, reply) => {
    collect();
    return reply.type(metrics.registry.contentType).send(await metrics.registry.metrics());
  });
};
