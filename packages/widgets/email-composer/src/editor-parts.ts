// What comes with the editor of formatted mails.
export {defineMailEditor} from './editor/define-mail-editor.js';
export {docOfTemplate} from './editor/doc-of-html.js';
export {EMPTY_DOC, imageIdsOf, isEmptyDoc} from './editor/doc.js';
export {mailHtmlOf} from './editor/mail-html.js';
export {mailTextOf} from './editor/mail-text.js';
