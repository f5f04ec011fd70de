import staticPlugin from '@fastify/static';
import {
  fastify,
  type FastifyError,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
} from 'fastify';

import {refuse, type Refusal} from '@deskwire/domain';
import {FILE_INLINE_HEADER, FILE_NAME_HEADER} from '@deskwire/protocol';

import {safeError, type Log} from '../log.js';
import type {Metrics} from '../metrics.js';
import {RefusedError, statusOf} from '../refused.js';
import {securityHeaders} from './headers.js';
import {isAllowed, isOwnHost, type OriginPolicy} from './origins.js';

/** No request of the API is larger; mails come by SMTP. */
const BODY_LIMIT = 256 * 1024;
/** What pages of other origins may send along. */
const PAGE_HEADERS = ['content-type', 'authorization', FILE_NAME_HEADER, FILE_INLINE_HEADER].join(', ');

/** What the HTTP side is made of. */
export interface AppOptions {
  readonly log: Log;
  readonly metrics: Metrics;
  readonly policy: OriginPolicy;
  /** The directory of the pages, where the gateway serves some. */
  readonly pages: string | undefined;
  /** Behind a reverse proxy: believe its X-Forwarded-* headers. */
  readonly trustProxy: boolean;
}

const isSecure = (request: FastifyRequest): boolean => request.protocol === 'https';

const refusalOf = (error: unknown): Refusal => {
  if (error instanceof RefusedError) return error.refusal;
  const {statusCode = 500} = error as FastifyError;
  if (statusCode === 413) return refuse('DW_WIRE_TOO_LARGE', {max: BODY_LIMIT});
  return statusCode < 500 ? refuse('DW_WIRE_MALFORMED') : refuse('DW_SERVER_FAILED');
};

const answerRefusal = (reply: FastifyReply, refusal: Refusal): FastifyReply =>
  reply.code(statusOf(refusal)).send({refusal});

/** Pages of an allowed foreign origin may read the answers. */
const allowOrigin = (request: FastifyRequest, reply: FastifyReply, policy: OriginPolicy): void => {
  const {origin} = request.headers;
  if (origin === undefined || !policy.origins.includes(origin)) return;
  reply.header('access-control-allow-origin', origin).header('vary', 'origin');
  reply.header('cross-origin-resource-policy', 'cross-origin');
};

const guard = (app: FastifyInstance, policy: OriginPolicy): void => {
  app.addHook('onRequest', async (request, reply) => {
    const {host, origin} = request.headers;
    if (!isOwnHost(policy, host)) throw new RefusedError('DW_AUTH_ORIGIN');
    reply.headers(securityHeaders(host ?? '', isSecure(request)));
    const isRead = request.method === 'GET' || request.method === 'HEAD';
    if (!isRead && !isAllowed(policy, {host, origin, isSecure: isSecure(request)})) {
      throw new RefusedError('DW_AUTH_ORIGIN');
    }
    allowOrigin(request, reply, policy);
  });
  app.options('/api/*', async (_, reply) =>
    reply
      .header('access-control-allow-methods', 'GET, POST, DELETE')
      .header('access-control-allow-headers', PAGE_HEADERS)
      .code(204)
      .send(),
  );
};

/** One line for each answer: the route's pattern, never the address, which may name somebody. */
const observe = (app: FastifyInstance, {log, metrics}: AppOptions): void => {
  app.addHook('onResponse', async ({method, routeOptions}, {statusCode, elapsedTime}) => {
    const route = routeOptions.url ?? 'none';
    metrics.http(route, statusCode);
    log.debug({method, route, status: statusCode, ms: Math.round(elapsedTime)}, 'request');
  });
  app.setErrorHandler((error, _, reply) => {
    const refusal = refusalOf(error);
    if (refusal.code === 'DW_SERVER_FAILED') log.error({error: safeError(error)}, 'request failed');
    metrics.refused(refusal.code);
    return answerRefusal(reply, refusal);
  });
  app.setNotFoundHandler((_, reply) => answerRefusal(reply, refuse('DW_WIRE_UNKNOWN')));
};

/** The HTTP side without its routes: origin checks, headers, coded errors, and the pages. */
export const buildApp = (options: AppOptions): FastifyInstance => {
  const app = fastify({
    logger: false,
    bodyLimit: BODY_LIMIT,
    forceCloseConnections: true,
    trustProxy: options.trustProxy,
    routerOptions: {maxParamLength: 400},
  });
  guard(app, options.policy);
  observe(app, options);
  if (options.pages !== undefined) {
    void app.register(staticPlugin, {root: options.pages, index: ['index.html'], dotfiles: 'ignore'});
  }
  return app;
};
