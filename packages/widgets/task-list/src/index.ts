export * from './task-list.element.js';
export * from './task-list.events.js';
export {TASK_STATES, type TaskRow, type TaskState} from './task-list.view.js';
