export {CadEditorElement} from './cad-editor.element.js';
export * from './cad-editor.events.js';
export type {CadValues} from './form-part.js';
export type {LeaveReason} from './leaving.js';
