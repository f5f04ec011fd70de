export * from './file-store.js';
export * from './history-store.js';
export * from './mail-store.js';
export {availableDrivers, SQLITE_DRIVERS, type SqliteDriver} from './sqlite-driver.js';
export {SqliteStore} from './sqlite-store.js';
export * from './store.js';
