export type {Pace} from './actors.js';
export type {SimulatorClock} from './clock.js';
export type {Colleague} from './colleague.js';
export type {SimulatorOptions} from './options.js';
export * from './sample/day.js';
export * from './sample/people.js';
export {sampleTenant} from './sample/tenant.js';
export type * from './scripts.js';
export {Simulator} from './simulator.js';
