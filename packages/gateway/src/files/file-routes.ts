import type {FastifyInstance, FastifyReply, FastifyRequest} from 'fastify';

import type {InteractionId, Who} from '@deskwire/domain';
import {FILE_INLINE_HEADER, FILE_NAME_HEADER} from '@deskwire/protocol';

import {RateLimit} from '../auth/rate-limit.js';
import type {Sessions} from '../auth/sessions.js';
import {callerName} from '../centre/caller.js';
import type {Core} from '../core.js';
import {bearerToken} from '../http/bearer.js';
import {RefusedError} from '../refused.js';
import type {StoredFile} from '../store/index.js';
import {contentDisposition} from './disposition.js';
import {mayFetch} from './file-access.js';
import type {FileDirectory} from './file-directory.js';
import type {FileKeeper} from './file-keeper.js';
import {servedType} from './kinds.js';
import type {FileLimits} from './limits.js';
import {letRunOut} from './pump.js';
import type {Uploads} from './uploads.js';

/** What the routes need. */
export interface FileRouteParts {
  readonly core: Core;
  readonly sessions: Sessions;
  readonly directory: FileDirectory;
  readonly uploads: Uploads;
  readonly keeper: FileKeeper;
  readonly limits: FileLimits;
}

const ROUTE = '/api/interactions/:id/files';

/** Whatever a browser makes of a file, it is nobody: no script, no form, no origin. */
const SANDBOX = "sandbox; default-src 'none'; frame-ancestors 'none'";

/** Gives out the bytes of a file, to be kept and not shown. */
export const sendFile = async (
  reply: FastifyReply,
  directory: FileDirectory,
  {id, name, type, size}: StoredFile,
): Promise<FastifyReply> => {
  const file = await directory.open(id);
  if (!file) throw new RefusedError('DW_FILE_UNKNOWN');
  return reply
    .headers({
      'content-type': servedType(type),
      'content-length': size,
      'content-disposition': contentDisposition(name),
      'content-security-policy': SANDBOX,
      'cache-control': 'no-store',
    })
    .send(file.createReadStream());
};

/**
 * The files of conversations, for desks and visitors' pages, with the token of their session in the header:
 * POST the bytes with their name in `x-file-name` -> 201 {attachment}; GET one; DELETE one of one's own that is not sent.
 */
export const fileRoutes = (app: FastifyInstance, parts: FileRouteParts): void => {
  const {core, sessions, directory, uploads, keeper, limits} = parts;
  const downloads = new RateLimit(limits.downloadRate, () => core.now());
  const callers = new WeakMap<FastifyRequest, Who>();

  /** Before a body is read. A visitor's token opens their own conversation and no other. */
  const onRequest = async (request: FastifyRequest): Promise<void> => {
    try {
      const {who} = await sessions.read(bearerToken(request.headers.authorization));
      const {id} = request.params as {readonly id: InteractionId};
      if (who.kind === 'customer' && who.interactionId !== id)
        throw new RefusedError('DW_INTERACTION_UNKNOWN');
      callers.set(request, who);
    } catch (error) {
      letRunOut(request.raw);
      throw error;
    }
  };
  const callerOf = (request: FastifyRequest): Who => {
    const who = callers.get(request);
    if (!who) throw new RefusedError('DW_AUTH_MISSING');
    return who;
  };

  /** One of this interaction that this caller may have; nobody learns of others. */
  const fileOf = async (request: FastifyRequest): Promise<StoredFile> => {
    const {id, fileId} = request.params as {readonly id: InteractionId; readonly fileId: string};
    const {customerOf} = request.query as {readonly customerOf?: unknown};
    const wanted = {interactionId: id, ...(typeof customerOf === 'string' ? {customerOf} : {})};
    const file = await core.store.files.find(fileId);
    if (!file || !(await mayFetch(core, callerOf(request), wanted, file)))
      throw new RefusedError('DW_FILE_UNKNOWN');
    return file;
  };

  void app.register(async (scope) => {
    // The body is the file, whatever it says it is: nothing parses it.
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', (_, payload, done) => done(null, payload));
    scope.post(ROUTE, {onRequest, bodyLimit: Number.MAX_SAFE_INTEGER}, async (request, reply) => {
      const {id} = request.params as {readonly id: InteractionId};
      const attachment = await uploads.take({
        who: callerOf(request),
        interactionId: id,
        nameHeader: request.headers[FILE_NAME_HEADER],
        isInline: request.headers[FILE_INLINE_HEADER] === '1',
        message: request.raw,
      });
      return reply.code(201).header('cache-control', 'no-store').send({attachment});
    });
  });
  app.get(`${ROUTE}/:fileId`, {onRequest, exposeHeadRoute: false}, async (request, reply) => {
    if (!downloads.take(callerName(callerOf(request)))) throw new RefusedError('DW_WIRE_RATE');
    const file = await fileOf(request);
    if (file.held) throw new RefusedError('DW_FILE_HELD');
    return sendFile(reply, directory, file);
  });
  app.delete(`${ROUTE}/:fileId`, {onRequest}, async (request, reply) => {
    const file = await fileOf(request);
    const isOwn = file.caller === callerName(callerOf(request));
    if (!isOwn || !(await keeper.discard(file.id))) throw new RefusedError('DW_FILE_UNKNOWN');
    return reply.code(204).send();
  });
};
