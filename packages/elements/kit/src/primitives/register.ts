// A module each, so that what is loaded later brings only what it needs.
export {defineAnnouncer} from './register/announcer.js';
export {defineButton} from './register/button.js';
export {defineSearchList} from './register/search-list.js';
export {defineTextArea} from './register/text-area.js';
export {defineTimer} from './register/timer.js';
