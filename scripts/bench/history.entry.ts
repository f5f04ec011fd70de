// What the bench of the history needs of the gateway, bundled from the source.
export {createCentre} from '@deskwire/engine';
export {createProfile, createTenant, reduceInteraction} from '@deskwire/domain';
export {CentreHost} from '../../packages/gateway/src/centre/centre-host.js';
export {answerPast} from '../../packages/gateway/src/history/past.js';
export {EMPTY_BATCH, SqliteStore} from '../../packages/gateway/src/store/index.js';
