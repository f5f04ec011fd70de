import type {Interaction, InteractionId, Mail, TextTemplate} from '@deskwire/domain';
import {
  FileDropController,
  FilesController,
  LatePart,
  LeaveGuard,
  type ControllerHost,
  type PlainCommandController,
} from '@deskwire/kit';
import type {StreamHandle} from '@deskwire/stream';

import {CardWatch, type CardFound, type CardTexts} from './card-watch.js';
import {DraftImages} from './draft-images.js';
import {DraftKeeper} from './draft-keeper.js';
import {loadMailEditor, type EditorParts} from './editor-loader.js';
import type {MailDoc} from './editor/editor.types.js';
import {MailSendDoneEvent, MailSendRequestEvent} from './email-composer.events.js';
import type {ComposeView, EmailView, MailMode} from './email-composer.view.js';
import {MailDrafts, type MailDraft} from './mail-draft.js';
import {isSameDoc, TemplateDocs, templateOf} from './mail-templates.js';
import {outgoingOf, standsInTheWay, type Obstacle, type Written} from './outgoing.js';

/** What the composer needs of the pane. */
export interface ComposerOptions {
  readonly stream: () => StreamHandle | undefined;
  readonly interaction: () => Interaction | undefined;
  readonly view: () => EmailView | undefined;
  readonly commands: PlainCommandController;
  readonly now: () => number;
  /** How many images of the text are on their way. */
  readonly uploading: () => number;
  /** The last file was taken out by hand: the focus needs a place. */
  readonly emptied: () => void;
  /** A draft is there again whose mail was called back, or was not taken: that one. */
  readonly cameBack: (failed: Mail | undefined) => void;
}

/**
 * An answer from its first letter until it has left for good: per contact and way of answering, with its recipients, files,
 * images and template, and what is looked at before it goes. A draft stays until its mail has left: whether it is shown is
 * read from the thread, so that a mail that was called back or refused brings it back exactly, also after a reload.
 */
export class Composer {
  readonly drafts: MailDrafts;
  readonly files: FilesController;
  readonly drop: FileDropController;
  readonly images: DraftImages;
  readonly editor: LatePart<EditorParts>;
  readonly cards: CardWatch;
  readonly #host: ControllerHost;
  readonly #options: ComposerOptions;
  readonly #guard: LeaveGuard;
  readonly #keeper: DraftKeeper;
  readonly #obstacles = new Map<string, Obstacle>();
  #templates: TemplateDocs | undefined;

  constructor(host: ControllerHost, options: ComposerOptions) {
    this.#host = host;
    this.#options = options;
    this.drafts = new MailDrafts(host);
    this.editor = new LatePart(host, loadMailEditor, () => {
      this.#editorCame();
    });
    this.files = new FilesController(host, {
      id: () => this.#place?.id,
      draft: () => this.#place?.mode ?? '',
      policy: ({tenant}) => tenant?.email.attachments,
      beside: () => this.#imageBytes(),
      emptied: options.emptied,
    });
    this.images = new DraftImages(host, {
      stream: options.stream,
      policy: () => this.files.policy,
      files: () => this.files.tray?.files ?? [],
    });
    this.drop = new FileDropController(host, {
      takes: () => this.takesFiles,
      take: (files) => void this.files.add(files),
    });
    this.cards = new CardWatch(
      () => options.stream()?.snapshot().tenant?.cardData.action,
      () => {
        this.#keepAnew();
        host.requestUpdate();
      },
    );
    this.#guard = new LeaveGuard(host, () => this.hasUnsent);
    this.#keeper = new DraftKeeper({
      drafts: this.drafts,
      files: this.files,
      now: options.now,
      parts: () => {
        this.wantEditor();
        return this.editor.value;
      },
      hasCard: (draft) => this.#hasCard(draft),
      cameBack: options.cameBack,
    });
  }

  /** Files go with what is formatted; a quick reply is text alone. */
  get takesFiles(): boolean {
    const place = this.#place;
    const view = this.#options.view();
    return (
      place !== undefined &&
      place.mode !== 'quick-reply' &&
      this.files.policy !== undefined &&
      view?.compose?.refusal === undefined &&
      view?.leaving === undefined
    );
  }

  /** Whether a reload or leaving the page would lose anything, in any contact of this desk. */
  get hasUnsent(): boolean {
    const ids = [...(this.#options.stream()?.snapshot().interactions.keys() ?? [])];
    return ids.some((id) => this.drafts.worthOf(id).length > 0);
  }

  get #place(): {readonly id: InteractionId; readonly mode: MailMode} | undefined {
    const view = this.#options.view();
    return view?.compose && {id: view.interactionId, mode: this.drafts.modeOf(view.interactionId)};
  }

  get templates(): readonly TextTemplate[] {
    return this.#options.stream()?.snapshot().tenant?.email.templates ?? [];
  }

  mode({interactionId}: EmailView): MailMode {
    return this.drafts.modeOf(interactionId);
  }

  draft(view: EmailView): MailDraft {
    return this.drafts.of(view.interactionId, this.mode(view));
  }

  /** What stands in the editor; undefined before it can be known. */
  doc(view: EmailView): MailDoc | undefined {
    const {doc} = this.draft(view);
    return doc ?? this.#start(templateOf(this.draft(view), this.templates));
  }

  /** The text as it is read where no HTML is shown; undefined before it can be known. */
  text(view: EmailView): string | undefined {
    if (this.mode(view) === 'quick-reply') return this.draft(view).text;
    const doc = this.doc(view);
    return doc && this.editor.value?.mailTextOf(doc);
  }

  obstacle(view: EmailView): Obstacle | undefined {
    return this.#obstacles.get(this.#key(view));
  }

  forgetObstacle(view: EmailView): void {
    this.#obstacles.delete(this.#key(view));
    this.#host.requestUpdate();
  }

  /** Files that were attached before the page was loaded anew. */
  lost(view: EmailView): readonly string[] {
    return this.#keeper.lost(view.interactionId, this.mode(view));
  }

  forgetLost(view: EmailView): void {
    this.#keeper.forgetLost(view.interactionId, this.mode(view));
    this.#host.requestUpdate();
  }

  choose(view: EmailView, mode: MailMode): void {
    this.drafts.setMode(view.interactionId, mode);
    if (mode !== 'quick-reply') this.wantEditor();
    this.#host.requestUpdate();
  }

  /** @param mode The way of answering that it belongs to: what is left behind by a switch still tells its last. */
  write(
    view: EmailView,
    change: Partial<Pick<MailDraft, 'text' | 'cc' | 'quotes' | 'template' | 'doc'>>,
    mode = this.mode(view),
  ): void {
    const {interactionId: id} = view;
    const draft = {...this.drafts.of(id, mode), ...change, at: this.#options.now()};
    this.cards.warm();
    this.#obstacles.delete(`${mode} ${id}`);
    this.#keeper.put(id, mode, draft);
    this.#guard.check();
    this.#host.requestUpdate();
  }

  /** Whether the text is another one than what the template gave. */
  isEdited(view: EmailView): boolean {
    const {doc} = this.draft(view);
    const {value: parts} = this.editor;
    if (!doc || !parts || parts.isEmptyDoc(doc)) return false;
    const start = this.#start(templateOf(this.draft(view), this.templates));
    return !start || !isSameDoc(doc, start);
  }

  /** What a template gives here; undefined: none. */
  docOf(template: TextTemplate | undefined): MailDoc | undefined {
    return this.#start(template);
  }

  /** What was found of card data in what is written. */
  found(view: EmailView, compose: ComposeView): CardFound | undefined {
    return this.cards.find(this.#cardTexts(view, compose));
  }

  /** Sends it, unless there is something that its writer should see first. Says what stands in the way. */
  async send(view: EmailView, compose: ComposeView, isAnyway = false): Promise<Obstacle | undefined> {
    if (compose.refusal || view.leaving || !(await this.#canRead(view))) return undefined;
    const found = await this.cards.findNow(this.#cardTexts(view, compose));
    const now = this.#options.view();
    if (now?.interactionId !== view.interactionId || !now.compose) return undefined;
    const isRefused = found?.fate === 'refused';
    const written = this.#written(now, now.compose);
    const obstacle =
      standsInTheWay(written, this.editor.value, isAnyway) ??
      (isRefused ? ({why: 'cardRefused'} as const) : undefined);
    if (obstacle) this.#obstacles.set(this.#key(now), obstacle);
    else this.#deliver(now, written);
    this.#host.requestUpdate();
    return obstacle;
  }

  /** Before each render, when the contact is known: drafts follow what became of their mails. */
  follow(view: EmailView | undefined): void {
    if (!view) return;
    if (view.compose && this.mode(view) !== 'quick-reply') this.wantEditor();
    // It looked before the contact was known: an answer that came back would stand there without its files.
    this.files.hostUpdate();
    this.#keeper.follow(view);
  }

  /** Has the editor loaded, or takes it at once where it is there already. */
  wantEditor(): void {
    const {loaded} = loadMailEditor;
    if (!loaded || this.editor.value) {
      this.editor.want();
      return;
    }
    this.editor.value = loaded;
    this.#editorCame();
  }

  /** Before the editor is there nobody can say what stands in it; that it is missing stands in its place. */
  async #canRead(view: EmailView): Promise<boolean> {
    if (this.mode(view) === 'quick-reply') return true;
    this.wantEditor();
    await this.editor.underWay;
    return this.editor.value !== undefined;
  }

  #editorCame(): void {
    const {value: parts} = this.editor;
    if (!parts || this.#templates) return;
    parts.defineMailEditor();
    this.#templates = new TemplateDocs(parts);
  }

  #key({interactionId}: EmailView): string {
    return `${this.drafts.modeOf(interactionId)} ${interactionId}`;
  }

  /** What looks like a card number does not get into the storage of the browser, nor what may turn out to be one. */
  #hasCard({text, doc}: MailDraft): boolean {
    return this.cards.mayHave(doc ? (this.editor.value?.mailTextOf(doc) ?? '') : text);
  }

  /** It is known now whether there is a card number in the draft: one without may outlive the page. */
  #keepAnew(): void {
    const place = this.#place;
    const draft = place && this.drafts.read(place.id, place.mode);
    if (draft) this.#keeper.put(place.id, place.mode, draft);
  }

  #cardTexts(view: EmailView, {subject}: ComposeView): CardTexts {
    const names = this.files.tray?.ready.map(({name}) => name) ?? [];
    return {inSubject: subject, inBody: this.text(view) ?? '', inFiles: names.join('\n')};
  }

  #start(template: TextTemplate | undefined): MailDoc | undefined {
    const interaction = this.#options.interaction();
    const agentName = this.#options.stream()?.snapshot().profile?.name ?? '';
    return interaction && this.#templates?.of(template, {interaction, agentName});
  }

  #written(view: EmailView, {inReplyTo}: ComposeView): Written {
    const mode = this.mode(view);
    return {
      mode,
      inReplyTo,
      draft: this.draft(view),
      text: this.text(view) ?? '',
      doc: mode === 'quick-reply' ? undefined : this.doc(view),
      files: this.files.tray?.ready.map(({id}) => id) ?? [],
      tray: this.files.obstacle,
      uploading: this.#options.uploading(),
      ofThread: new Set(view.thread.flatMap(({attachments}) => attachments).map(({id}) => id)),
    };
  }

  #deliver({interactionId, ...view}: EmailView, written: Written): void {
    const {mode} = written;
    const mail = outgoingOf(written, this.editor.value);
    this.#obstacles.delete(this.#key({interactionId, ...view}));
    this.#options.commands.run(`send ${interactionId}`, {
      command: {type: 'mail.send', interactionId, mail},
      request: () => new MailSendRequestEvent({interactionId, mail}),
      done: (fact) => {
        const sent = fact?.type === 'mail.queued' ? fact.mail.id : this.#newestAnswer()?.id;
        if (sent !== undefined) this.#keeper.mark(interactionId, mode, sent);
        return new MailSendDoneEvent({interactionId, mail});
      },
    });
  }

  #newestAnswer(): Mail | undefined {
    return this.#options.view()?.thread.findLast(({direction}) => direction === 'out');
  }

  #imageBytes(): number {
    const view = this.#options.view();
    const doc = view && this.doc(view);
    const {value: parts} = this.editor;
    if (!view || !doc || !parts) return 0;
    return this.images.of(view.interactionId, this.mode(view))?.bytesOf(parts.imageIdsOf(doc)) ?? 0;
  }
}
