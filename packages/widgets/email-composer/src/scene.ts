import type {ActState, LanguageController, MailReading} from '@deskwire/kit';

import type {emailWords} from './email-composer.messages.js';

/** What the head of a contact can ask for. */
export type ContactAct = 'end' | 'transfer';

/** What the reading part needs beside the view. */
export interface ReadingScene {
  readonly language: LanguageController<typeof emailWords.en>;
  readonly reading: MailReading;
  /** The agent is asked whether to end although something was written. */
  readonly isAsking: boolean;
  readonly end: ActState;
  act(act: ContactAct): void;
  /** Ends, whatever was written. */
  endAnyway(): void;
  keepWriting(): void;
  retryEnd(): void;
  dismissEnd(): void;
}
