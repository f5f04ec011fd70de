export {WrapUpElement} from './wrap-up.element.js';
export * from './wrap-up.events.js';
export type {CountdownView, WrapUpView} from './wrap-up.view.js';
