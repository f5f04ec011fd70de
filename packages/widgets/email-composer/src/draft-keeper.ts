import type {InteractionId, Mail} from '@deskwire/domain';
import {mailboxText, type FilesController} from '@deskwire/kit';

import type {EditorParts} from './editor-loader.js';
import {MAIL_MODES, type EmailView, type MailMode} from './email-composer.view.js';
import {isWorth, type MailDraft, type MailDrafts} from './mail-draft.js';

/** What the keeper needs of the composer. */
export interface KeeperOptions {
  readonly drafts: MailDrafts;
  readonly files: FilesController;
  readonly now: () => number;
  /** The editor's parts; asks for them where they are not there. */
  readonly parts: () => EditorParts | undefined;
  /** Whether something of a draft must not get into the storage of the browser. */
  readonly hasCard: (draft: MailDraft) => boolean;
  /** A draft is there again whose mail was called back, or was not taken. */
  readonly cameBack: (failed: Mail | undefined) => void;
}

/**
 * Drafts follow what becomes of their mails. One whose mail has left is gone; one whose mail was called back, or was not
 * taken, is there again: that is read from the thread, so that it holds after a reload, too. The files of a draft are kept
 * with it.
 */
export class DraftKeeper {
  readonly #options: KeeperOptions;
  /** Failed mails whose text was looked for. */
  readonly #seen = new Set<string>();
  /** Drafts whose files are those of this page. */
  readonly #known = new Set<string>();
  readonly #lost = new Map<string, readonly string[]>();

  constructor(options: KeeperOptions) {
    this.#options = options;
  }

  /** Files that were attached before the page was loaded anew, and are gone with it. */
  lost(id: InteractionId, mode: MailMode): readonly string[] {
    return this.#lost.get(`${mode} ${id}`) ?? [];
  }

  forgetLost(id: InteractionId, mode: MailMode): void {
    this.#lost.delete(`${mode} ${id}`);
  }

  /** Keeps a draft, or forgets it where nothing is in it. */
  put(id: InteractionId, mode: MailMode, draft: MailDraft): void {
    const {drafts, hasCard} = this.#options;
    const {template, quotes, sentAs} = draft;
    const isAsBegun = template === undefined && quotes === (mode !== 'quick-reply') && sentAs === undefined;
    if (!isWorth(draft) && isAsBegun) drafts.drop(id, mode);
    else drafts.write(id, mode, draft, !hasCard(draft));
  }

  /** The draft has become a mail. */
  mark(id: InteractionId, mode: MailMode, sentAs: string): void {
    const {drafts} = this.#options;
    this.put(id, mode, {...drafts.of(id, mode), sentAs});
  }

  /** Before each render. */
  follow(view: EmailView): void {
    for (const mode of MAIL_MODES) this.#settle(view, mode);
    if (!view.compose) return;
    this.#restore(view);
    this.#followFiles(view.interactionId);
  }

  #settle({interactionId: id, thread}: EmailView, mode: MailMode): void {
    const {drafts, files, cameBack} = this.#options;
    const draft = drafts.read(id, mode);
    if (draft?.sentAs === undefined) return;
    const mail = thread.find((one) => one.id === draft.sentAs);
    if (mail?.delivery === 'sending') return;
    if (mail?.delivery === 'sent') {
      drafts.drop(id, mode);
      if (drafts.modeOf(id) === mode) files.tray?.clear();
      return;
    }
    if (mail) this.#seen.add(mail.id);
    const {sentAs: _, ...back} = draft;
    this.put(id, mode, back);
    // Meanwhile nothing could be written, and the files were put away.
    this.#known.delete(`${mode} ${id}`);
    drafts.setMode(id, mode);
    cameBack(mail);
  }

  /** A mail that was written elsewhere and did not leave: what it said is there to be sent anew. */
  #restore({interactionId: id, failed}: EmailView): void {
    if (!failed || this.#seen.has(failed.id)) return;
    const {drafts, now, parts} = this.#options;
    const mode: MailMode = failed.html === undefined ? 'quick-reply' : 'reply';
    if (mode === 'reply' && !parts()) return;
    this.#seen.add(failed.id);
    if (drafts.worthOf(id).length > 0) return;
    const {text, cc, quotes, attachments} = failed;
    const isQuick = mode === 'quick-reply';
    this.put(id, mode, {
      ...drafts.of(id, mode),
      ...(isQuick ? {} : this.#formatted(failed)),
      text: isQuick ? text : '',
      cc: {chips: isQuick ? [] : cc.map(mailboxText), text: ''},
      files: isQuick ? [] : attachments.filter(({inline}) => !inline),
      quotes: quotes !== undefined,
      at: now(),
    });
    this.#known.delete(`${mode} ${id}`);
    drafts.setMode(id, mode);
  }

  #formatted({id, text, html = ''}: Mail): Pick<MailDraft, 'doc' | 'template'> {
    const doc = this.#options.parts()?.docOfTemplate({id, title: '', text, html}, new Map(), document);
    return doc ? {doc, template: ''} : {};
  }

  /** After a reload puts back the files that the backend has, and names those that it has not. */
  #followFiles(id: InteractionId): void {
    const {drafts, files, now} = this.#options;
    const {tray} = files;
    const mode = drafts.modeOf(id);
    const draft = drafts.of(id, mode);
    const key = `${mode} ${id}`;
    if (!tray || draft.sentAs !== undefined || mode === 'quick-reply') return;
    if (!this.#known.has(key)) {
      this.#known.add(key);
      if (tray.files.length === 0 && draft.coming.length > 0) this.#lost.set(key, draft.coming);
      tray.restore(draft.files);
    }
    const isOpen = (state: string): boolean => state === 'sending' || state === 'failed';
    const coming = tray.files.filter(({progress}) => isOpen(progress.state)).map(({name}) => name);
    const before = JSON.stringify([draft.files, draft.coming]);
    if (JSON.stringify([tray.ready, coming]) === before) return;
    this.put(id, mode, {...draft, files: tray.ready, coming, at: now()});
  }
}
