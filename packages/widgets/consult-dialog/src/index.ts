export {ConsultDialogElement} from './consult-dialog.element.js';
export * from './consult-dialog.events.js';
export {CONSEQUENCES, type Consequence} from './consult-dialog.view.js';
