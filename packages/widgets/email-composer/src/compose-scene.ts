import type {ActState, Direction, LanguageController, PopoverController} from '@deskwire/kit';
import type {TextTemplate} from '@deskwire/domain';

import type {composeWords} from './compose.messages.js';
import type {Composer} from './composer.js';
import type {MailMode} from './email-composer.view.js';

/** What the answering part needs beside the view. */
export interface ComposeScene {
  readonly language: LanguageController<typeof composeWords.en> & {readonly dir: Direction};
  readonly composer: Composer;
  readonly menu: PopoverController;
  /** The template that waits for a yes, since it would take the place of what was written. */
  readonly asked: {readonly template: TextTemplate | undefined} | undefined;
  readonly isQuoteOpen: boolean;
  readonly sending: ActState;
  readonly recalling: ActState;
  /** Desk time. */
  readonly now: number;
  choose(mode: MailMode): void;
  viewOriginal(): void;
  send(isAnyway?: boolean): void;
  retrySend(): void;
  dismissSend(): void;
  recall(): void;
  dismissRecall(): void;
  edit(): void;
  showCard(): void;
  attach(event: Event): void;
  pickFiles(): void;
  toggleQuote(): void;
  pick(template: TextTemplate | undefined): void;
  replace(): void;
  keep(): void;
}
