import type {FastifyInstance, FastifyRequest} from 'fastify';

import type {Core} from '../core.js';
import type {IntegrationGuard} from '../flow/integration-guard.js';
import {RefusedError} from '../refused.js';
import type {StoredFile} from '../store/index.js';
import type {FileDirectory} from './file-directory.js';
import type {FileKeeper} from './file-keeper.js';
import {sendFile} from './file-routes.js';

/** What the routes need. */
export interface HeldRouteParts {
  readonly core: Core;
  readonly directory: FileDirectory;
  readonly keeper: FileKeeper;
}

/** At most so many at once; those that waited longest. */
const MOST = 200;

const listed = ({id, interactionId, at, name, type, size, caller, messageId}: StoredFile) => ({
  id,
  interactionId,
  at,
  name,
  type,
  size,
  from: caller.startsWith('customer:') ? 'customer' : 'agent',
  isSent: messageId !== undefined,
});

/**
 * Files that could not be looked into and are held, for whoever decides about them, with the token of integrations:
 * GET /api/held-files lists them, GET /api/held-files/:id gives the bytes, POST .../release and .../drop decide.
 */
export const heldRoutes = (
  app: FastifyInstance,
  parts: HeldRouteParts,
  onRequest: IntegrationGuard,
): void => {
  const {core, directory, keeper} = parts;
  /** What is being decided: two people at once do not both decide. */
  const deciding = new Set<string>();

  const idOf = ({params}: FastifyRequest): string => (params as {readonly id: string}).id;

  const heldFile = async (id: string): Promise<StoredFile> => {
    const file = await core.store.files.find(id);
    const isHeld = file?.held === true && (file.state === 'unsent' || file.state === 'sent');
    if (!isHeld) throw new RefusedError('DW_FILE_UNKNOWN');
    return file;
  };

  const settle = async (file: StoredFile, what: 'released' | 'dropped'): Promise<void> => {
    const {id, interactionId} = file;
    const outcome = await core.host.submit(
      {kind: 'signal', signal: {type: `attachment.${what}`, interactionId, attachmentId: id}},
      {files: [{kind: what, id}]},
    );
    if (!outcome.ok) throw new RefusedError(outcome.refusal.code, outcome.refusal.params);
    if (what === 'released') keeper.released(id);
    else await keeper.dropped(file);
    core.log.info({interaction: interactionId, file: id, what}, 'held file decided');
  };

  const decide = async (id: string, what: 'released' | 'dropped'): Promise<void> => {
    if (deciding.has(id)) throw new RefusedError('DW_FILE_UNKNOWN');
    deciding.add(id);
    try {
      await settle(await heldFile(id), what);
    } finally {
      deciding.delete(id);
    }
  };

  app.get('/api/held-files', {onRequest}, async (_, reply) => {
    reply.header('cache-control', 'no-store');
    return {files: (await core.store.files.held(MOST)).map(listed)};
  });
  app.get('/api/held-files/:id', {onRequest, exposeHeadRoute: false}, async (request, reply) =>
    sendFile(reply, directory, await heldFile(idOf(request))),
  );
  app.post('/api/held-files/:id/release', {onRequest}, async (request, reply) => {
    await decide(idOf(request), 'released');
    return reply.code(204).send();
  });
  app.post('/api/held-files/:id/drop', {onRequest}, async (request, reply) => {
    await decide(idOf(request), 'dropped');
    return reply.code(204).send();
  });
};
