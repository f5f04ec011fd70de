export {directoryWords} from './directory.messages.js';
export {DirectoryPickerElement, type DirectoryChange} from './picker.element.js';
export {choiceOf, type DirectoryChoice, type PickerCommand, type TargetCommand} from './picker.view.js';
export {defineDirectoryPicker} from './register.js';
export {DIRECTORY_LISTS, LIST_OF, type DirectoryList} from './lists.js';
export {nextTab, tabsTemplate} from './tabs.template.js';
export {defineTargetDialog, loadTargetDialog, TargetDialogBase} from './target-dialog.base.js';
export {targetDialogWords} from './target-dialog.messages.js';
export {
  targetDialogShell,
  type DialogShell,
  type TargetDialogBody,
  type TargetDialogTexts,
} from './target-dialog.shell.js';
export {targetDialogStyles} from './target-dialog.styles.js';
