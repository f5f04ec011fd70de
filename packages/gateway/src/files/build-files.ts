import {join} from 'node:path';

import type {FastifyInstance} from 'fastify';

import type {Sessions} from '../auth/sessions.js';
import type {Core} from '../core.js';
import type {IntegrationGuard} from '../flow/integration-guard.js';
import {FileDirectory} from './file-directory.js';
import {FileKeeper} from './file-keeper.js';
import {fileRoutes} from './file-routes.js';
import {heldRoutes} from './held-routes.js';
import {FileIntake} from './intake.js';
import type {InspectFile} from './inspect.js';
import {Inspector} from './inspector.js';
import type {FileLimits} from './limits.js';
import {Quota} from './quota.js';
import type {UnsentRegistry} from './unsent-registry.js';
import {Uploads} from './uploads.js';

/** What the files of a gateway are built from. */
export interface FileOptions {
  /** The data directory of the gateway. */
  readonly data: string;
  readonly core: Core;
  /** The one that the centre's host asks. */
  readonly registry: UnsentRegistry;
  readonly sessions: Sessions;
  readonly limits: FileLimits;
  readonly inspect: InspectFile;
  /** For those who decide about held files; without it nobody can. */
  readonly guard: IntegrationGuard | undefined;
}

/** The files of a gateway, as long as it runs. */
export interface Files {
  /** Takes up what an earlier process left. */
  start(): Promise<void>;
  /** Cuts what is under way. */
  stop(): void;
  /** Takes what comes by other ways than an upload. */
  readonly intake: FileIntake;
}

/** Puts the parts together and registers their routes. */
export const buildFiles = (app: FastifyInstance, options: FileOptions): Files => {
  const {data, core, registry, sessions, limits, inspect, guard} = options;
  const directory = new FileDirectory(join(data, 'files'));
  const quota = new Quota(limits);
  const inspector = new Inspector(inspect, limits, core.log);
  const uploads = new Uploads({core, directory, registry, quota, inspector, limits});
  const keeper = new FileKeeper({core, directory, registry, quota});
  const intake = new FileIntake({core, directory, quota, inspector, keeper, limits});
  fileRoutes(app, {core, sessions, directory, uploads, keeper, limits});
  if (guard) heldRoutes(app, {core, directory, keeper}, guard);
  return {
    intake,
    start: () => keeper.start(),
    stop: () => {
      uploads.stop();
      keeper.stop();
    },
  };
};
