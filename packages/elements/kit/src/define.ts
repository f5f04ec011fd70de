import {defineButton, defineTimer} from './primitives/register.js';

defineButton();
defineTimer();
