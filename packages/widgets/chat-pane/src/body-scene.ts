import type {FileDownloads, LanguageController, LogInput, Whole} from '@deskwire/kit';

import type {CannedController} from './canned-controller.js';
import type {bodyWords} from './chat-body.messages.js';
import type {Composer} from './composer.js';

/** The language of the conversation and its box. */
export type BodyLanguage = LanguageController<typeof bodyWords.en>;

/** What the templates of the conversation need beside the view. */
export interface BodyScene {
  readonly language: BodyLanguage;
  readonly log: LogInput;
  readonly whole: Whole;
  readonly composer: Composer;
  readonly canned: CannedController;
  readonly downloads: FileDownloads;
  loadEarlier(): void;
  look(): void;
}
