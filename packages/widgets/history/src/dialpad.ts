/** Registers the dialpad; loaded when a number is first edited. */
export {defineDialpad} from '@deskwire/kit';
