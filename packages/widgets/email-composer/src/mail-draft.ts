import type {Attachment, InteractionId} from '@deskwire/domain';
import {DraftController, type ControllerHost} from '@deskwire/kit';

import type {CcValue} from './cc-field.element.js';
import {isMailDoc} from './editor/doc.js';
import type {MailDoc} from './editor/editor.types.js';
import {MAIL_MODES, type MailMode} from './email-composer.view.js';

/** What was written in one way of answering and is not sent, or not for good. */
export interface MailDraft extends CcOf {
  /** Of a quick reply. */
  readonly text: string;
  /** Of a formatted one; absent: nothing was changed in what it began with. */
  readonly doc?: MailDoc;
  /** The template that it was made from; empty: none; absent: the default one. */
  readonly template?: string;
  /** Those that the backend has. */
  readonly files: readonly Attachment[];
  /** Names of those that were not there yet: a reload takes them. */
  readonly coming: readonly string[];
  /** Whether the previous thread goes along. */
  readonly quotes: boolean;
  /** The mail that it became: until that has left for good, the draft is kept and not shown. */
  readonly sentAs?: string;
  /** When it was last changed. */
  readonly at: number;
}

interface CcOf {
  readonly cc: CcValue;
}

/** What everything begins with. */
export const emptyDraft = (mode: MailMode): MailDraft => ({
  text: '',
  cc: {chips: [], text: ''},
  files: [],
  coming: [],
  quotes: mode !== 'quick-reply',
  at: 0,
});

const isText = (value: unknown): value is string => typeof value === 'string';
const isTexts = (value: unknown): value is readonly string[] => Array.isArray(value) && value.every(isText);
const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;
const isOptional = (value: unknown, is: (value: unknown) => boolean): boolean =>
  value === undefined || is(value);

const isFile = (value: unknown): boolean =>
  isObject(value) &&
  [value['id'], value['name'], value['type']].every(isText) &&
  typeof value['size'] === 'number';

const isCc = (value: unknown): boolean => isObject(value) && isTexts(value['chips']) && isText(value['text']);

/** Whether something that was found is a draft of this version. */
export const isMailDraft = (value: unknown): value is MailDraft => {
  if (!isObject(value)) return false;
  const {text, doc, cc, files, coming, quotes, at, template, sentAs} = value;
  return (
    isText(text) &&
    isOptional(doc, isMailDoc) &&
    isCc(cc) &&
    Array.isArray(files) &&
    files.every(isFile) &&
    isTexts(coming) &&
    typeof quotes === 'boolean' &&
    typeof at === 'number' &&
    isOptional(template, isText) &&
    isOptional(sentAs, isText)
  );
};

/** Whether anything would be lost with it. */
export const isWorth = ({text, doc, cc, files, coming}: MailDraft): boolean =>
  text.trim() !== '' ||
  doc !== undefined ||
  cc.chips.length > 0 ||
  cc.text.trim() !== '' ||
  files.length > 0 ||
  coming.length > 0;

const isMode = (value: unknown): value is MailMode => (MAIL_MODES as readonly unknown[]).includes(value);

/** The drafts of mails, one per contact and way of answering, and which of these the agent is in (MAIL-9). */
export class MailDrafts {
  readonly #drafts: Readonly<Record<MailMode, DraftController<MailDraft>>>;
  readonly #modes: DraftController<MailMode>;
  /** Drafts that a reload would take, by contact and mode. */
  readonly #loose = new Set<string>();

  constructor(host: ControllerHost) {
    const of = (mode: MailMode) => new DraftController(host, `mail ${mode}`, isMailDraft);
    this.#drafts = {'quick-reply': of('quick-reply'), reply: of('reply'), 'reply-all': of('reply-all')};
    this.#modes = new DraftController(host, 'mail mode', isMode);
  }

  modeOf(id: InteractionId): MailMode {
    return this.#modes.read(id) ?? 'quick-reply';
  }

  setMode(id: InteractionId, mode: MailMode): void {
    this.#modes.write(id, mode);
  }

  /** Undefined where nothing was written. */
  read(id: InteractionId, mode: MailMode): MailDraft | undefined {
    return this.#drafts[mode].read(id);
  }

  of(id: InteractionId, mode: MailMode): MailDraft {
    return this.read(id, mode) ?? emptyDraft(mode);
  }

  /** @param stays Whether it may outlive the page: what looks like a card number may not. */
  write(id: InteractionId, mode: MailMode, draft: MailDraft, stays = true): void {
    const isKept = this.#drafts[mode].write(id, draft, stays);
    this.#loose[isKept ? 'delete' : 'add'](`${mode} ${id}`);
  }

  drop(id: InteractionId, mode: MailMode): void {
    this.#drafts[mode].drop(id);
    this.#loose.delete(`${mode} ${id}`);
  }

  /** Whether it is still there after a reload. */
  isKept(id: InteractionId, mode: MailMode): boolean {
    return !this.#loose.has(`${mode} ${id}`);
  }

  /** Ways of answering in which something was written that is not on its way. */
  worthOf(id: InteractionId): readonly MailMode[] {
    return MAIL_MODES.filter((mode) => {
      const draft = this.read(id, mode);
      return draft !== undefined && draft.sentAs === undefined && isWorth(draft);
    });
  }
}
