import type {ActState, LanguageController, PopoverController} from '@deskwire/kit';

import type {ChatCommand} from './chat-actions.js';
import type {chatWords} from './chat-pane.messages.js';

/** What the templates of the head need beside the view. */
export interface Scene {
  readonly language: LanguageController<typeof chatWords.en>;
  readonly menu: PopoverController;
  /** What was asked for is being loaded. */
  readonly isOpening: boolean;
  /** Loads again what could not be loaded; undefined: nothing failed. */
  readonly loadAgain: (() => void) | undefined;
  readonly isDeclineSeen: boolean;
  state(command: ChatCommand): ActState;
  act(command: ChatCommand): void;
  retry(command: ChatCommand): void;
  dismiss(command: ChatCommand): void;
  forgetLoad(): void;
  seeDecline(): void;
}
