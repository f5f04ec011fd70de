export {directoryWords} from './directory.messages.js';
export {DirectoryPickerElement, type DirectoryChange} from './picker.element.js';
export {choiceOf, type DirectoryChoice, type TargetCommand} from './picker.view.js';
export {defineDirectoryPicker} from './register.js';
export {DIRECTORY_LISTS, LIST_OF, type DirectoryList} from './lists.js';
export {nextTab} from './tabs.template.js';
export {defineTargetDialog, loadTargetDialog, TargetDialogBase} from './target-dialog.base.js';
export type {TargetDialogTexts} from './target-dialog.shell.js';
