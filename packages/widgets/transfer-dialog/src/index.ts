export {TransferDialogElement} from './transfer-dialog.element.js';
export * from './transfer-dialog.events.js';
export {CONSEQUENCES, type Consequence} from './transfer-dialog.view.js';
