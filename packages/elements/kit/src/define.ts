import {defineAniChooser, defineDialpad} from './dial/register.js';
import {defineDirectoryPicker} from './directory/register.js';
import {
  defineAnnouncer,
  defineButton,
  defineSearchList,
  defineTextArea,
  defineTimer,
} from './primitives/register.js';

defineAniChooser();
defineAnnouncer();
defineButton();
defineDialpad();
defineDirectoryPicker();
defineSearchList();
defineTextArea();
defineTimer();
