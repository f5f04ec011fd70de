import {defineDirectoryPicker} from './directory/register.js';
import {
  defineAnnouncer,
  defineButton,
  defineSearchList,
  defineTextArea,
  defineTimer,
} from './primitives/register.js';

defineAnnouncer();
defineButton();
defineDirectoryPicker();
defineSearchList();
defineTextArea();
defineTimer();
