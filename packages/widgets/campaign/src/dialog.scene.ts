import type {InteractionId, Refusal} from '@deskwire/domain';
import type {FailedOutcome} from '@deskwire/kit';

import type {ContactView} from './campaign.view.js';
import type {Words} from './campaign.words.js';

/** What can be done with a contact. */
export const CONTACT_ACTS = ['call', 'skip', 'cancel'] as const;
/** One of {@link CONTACT_ACTS}. */
export type ContactAct = (typeof CONTACT_ACTS)[number];

/** A contact, and why the last call to it failed. */
export interface ContactBody {
  readonly kind: 'contact';
  readonly contact: ContactView;
  readonly failure?: FailedOutcome;
}

/** What is in the dialog. */
export type DialogBody =
  | ContactBody
  | {readonly kind: 'fetching'}
  /** No contact could be had. */
  | {readonly kind: 'refused'; readonly refusal: Refusal}
  /** There is none any more. `again`: another one may be asked for. */
  | {readonly kind: 'over'; readonly text: string; readonly again: boolean};

/** What the dialog is rendered with. */
export interface DialogScene {
  readonly words: Words;
  readonly acts: ContactCommands;
  /** Asks for a contact again. */
  fetch(): void;
  close(): void;
}

/** How the acts on a contact are doing, and what can be done about it. */
export interface ContactCommands {
  isPending(act: ContactAct, id: InteractionId): boolean;
  /** What became of the last one. */
  refusal(id: InteractionId): Refusal | undefined;
  run(act: ContactAct, id: InteractionId): void;
  retry(id: InteractionId): void;
  dismiss(id: InteractionId): void;
}
