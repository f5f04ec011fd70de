import {defineDialpad} from '@deskwire/kit';

/** Loaded when a number is first edited: brings the dialpad with it. */
export const isDefined: boolean = defineDialpad();
