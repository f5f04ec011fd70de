import {
  defineAnnouncer,
  defineButton,
  defineSearchList,
  defineTextArea,
  defineTimer,
} from './primitives/register.js';

defineAnnouncer();
defineButton();
defineSearchList();
defineTextArea();
defineTimer();
