import {defineDialpad} from '@deskwire/kit';

/** Registers the dialpad; loaded when a number is first edited. */
export const loadedDialpad = (): true => {
  defineDialpad();
  return true;
};
