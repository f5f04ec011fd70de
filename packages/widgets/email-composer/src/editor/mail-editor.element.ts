import {html, nothing, type PropertyValues, type TemplateResult} from 'lit';
import {property, query, state} from 'lit/decorators.js';
import type {Transaction} from 'prosemirror-state';
import {
  announce,
  announcerFor,
  buttonStyles,
  closeIcon,
  DeskwireElement,
  fieldStyles,
  focusStyles,
  infoIcon,
  LanguageController,
  menuStyles,
  noteStyles,
  popoverStyles,
  refusalTextFrom,
  fileRefusals,
  spinnerStyles,
  stateStyles,
  surfaceStyles,
} from '@deskwire/kit';

import {CaretController} from './caret-controller.js';
import type {PasteNotice} from './clipboard.js';
import {EMPTY_DOC} from './doc.js';
import {EditorCore} from './editor-core.js';
import {EditorChangeEvent, EditorFilesEvent} from './editor.events.js';
import {editorWords} from './editor.messages.js';
import type {ImageKeeper, MailDoc, MailEditor} from './editor.types.js';
import {waitingIn, type Waiting} from './image-plugin.js';
import {IMAGE_TYPES, ImageInsertion, isImageFile} from './image-insertion.js';
import {drawWaiting} from './image-view.js';
import {MenuController} from './menu-controller.js';
import {ToolbarController} from './toolbar-controller.js';
import type {Say} from './toolbar.template.js';

import {imageStyles} from './image.styles.js';
import {proseStyles} from './prose.styles.js';
import {toolbarStyles} from './toolbar.styles.js';

const refusalText = refusalTextFrom(fileRefusals);

/**
 * Writes a mail: a toolbar and a text with headings, lists, quotes, tables, links, colours and images, which is exactly what
 * mail clients show. Pasted text is cleaned, Korean is composed undisturbed, and nothing asks for a looser policy of the page.
 *
 * @element dw-mail-editor
 * @fires dw-editor-change - Something was written; read `doc`. Does not bubble.
 * @fires dw-editor-files - Files were pasted or dropped that are no images of the text (`detail.files`). Does not bubble.
 * @csspart text - The text box.
 */
export class MailEditorElement extends DeskwireElement implements MailEditor {
  static override styles = [
    surfaceStyles,
    buttonStyles,
    fieldStyles,
    focusStyles,
    menuStyles,
    noteStyles,
    popoverStyles,
    spinnerStyles,
    stateStyles,
    proseStyles,
    imageStyles,
    toolbarStyles,
  ];

  /** The accessible name of the text box. */
  @property({attribute: false}) label = '';
  /** What stands in it as long as nothing does. */
  @property({attribute: false}) placeholder = '';
  /** The text cannot be changed. */
  @property({type: Boolean}) disabled = false;
  /** Where images are kept; without it none can be inserted. */
  @property({attribute: false}) images: ImageKeeper | undefined;

  @state() private notice: PasteNotice | undefined;
  @query('.page') private readonly page!: HTMLElement;
  @query('.sheet') private readonly sheet!: HTMLElement;
  @query('#images') private readonly picker!: HTMLInputElement;

  readonly #language = new LanguageController(this, editorWords);
  readonly #images = new ImageInsertion({
    view: () => this.#core.view,
    keeper: () => this.images,
    reason: (refusal) => refusalText(this.#language.locale, refusal),
  });
  readonly #core = new EditorCore(
    {
      clipboard: {
        hasImages: () => this.images !== undefined,
        insertImages: (files, pos) => {
          this.#images.insert(files, pos);
        },
        passFiles: (files) => this.dispatchEvent(new EditorFilesEvent(files)),
        tell: (notice) => {
          this.#tell(notice);
        },
      },
      image: {keeper: () => this.images, gone: () => this.#language.t('imageGone')},
      drawWaiting: (waiting) => this.#drawWaiting(waiting),
      openLink: () => {
        this.#menus.open('link', 'text');
      },
      goToTools: () => {
        if (this.#caret.first) this.#caret.first.focus();
        else this.#toolbar.focus();
      },
      isEditable: () => !this.disabled,
      attributes: () => this.#attributes(),
      happened: (tr) => {
        this.#happened(tr);
      },
    },
    EMPTY_DOC,
  );
  readonly #menus: MenuController = new MenuController(this, {
    core: this.#core,
    language: this.#language,
    tool: (id) => this.#toolbar.tool(id),
    inserted: (rows, columns) => {
      announce(this, this.#language.t('inserted', {rows, columns}));
    },
  });
  readonly #toolbar: ToolbarController = new ToolbarController(this, {
    core: this.#core,
    menus: () => this.#menus,
    isDisabled: () => this.disabled,
    hasImages: () => this.images !== undefined,
    isRtl: () => this.#language.dir === 'rtl',
    pickImages: () => {
      this.pickImages();
    },
  });
  readonly #caret = new CaretController(this, {
    core: this.#core,
    isRtl: () => this.#language.dir === 'rtl',
    leave: this.#toolbar.leave,
  });
  #uploading = 0;

  /** What is written. Setting it begins anew; setting what is there does nothing. */
  @property({attribute: false})
  get doc(): MailDoc {
    return this.#core.doc;
  }
  set doc(doc: MailDoc) {
    const {state: before} = this.#core;
    this.#core.doc = doc;
    if (this.#core.state === before) return;
    this.#menus.close();
    this.notice = undefined;
    this.#countUploads();
    this.requestUpdate();
  }

  get uploading(): number {
    return this.#uploading;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    announcerFor(this);
    if (this.hasUpdated) this.#core.mount(this.sheet);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#core.unmount();
  }

  override focus(): void {
    if (this.#core.view) this.#core.view.focus();
    else void this.updateComplete.then(() => this.#core.view?.focus());
  }

  replaceDoc(doc: MailDoc): void {
    this.#core.replaceWith(doc);
  }

  insertImages(files: readonly File[]): void {
    if (this.images && !this.disabled) this.#images.insert(files.filter(isImageFile));
  }

  pickImages(): void {
    this.picker.click();
  }

  selectBlank(): boolean {
    return this.#core.selectBlank();
  }

  selectText(text: string): boolean {
    return this.#core.selectText(text);
  }

  protected override firstUpdated(): void {
    if (this.isConnected) this.#core.mount(this.sheet);
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has('label') || changed.has('placeholder') || changed.has('disabled')) this.#core.refresh();
    if (changed.has('placeholder'))
      this.page.style.setProperty('--_dw-placeholder', JSON.stringify(this.placeholder));
  }

  protected override render(): TemplateResult {
    const {locale, dir} = this.#language;
    return html`<div class="editor" lang=${locale} dir=${dir}>
      ${this.#toolbar.render(this.#say)}${this.#noticeTemplate()}
      <div class="page">
        <div class="sheet"></div>
        ${this.disabled ? nothing : this.#caret.render(this.#say)}
      </div>
      <div class="popover top" popover="manual" @keydown=${this.#menus.keyed}>
        ${this.#menus.render(this.#say)}
      </div>
      <input
        id="images"
        type="file"
        hidden
        multiple
        accept=${IMAGE_TYPES.join(',')}
        @change=${this.#handlePicked}
      />
    </div>`;
  }

  readonly #say: Say = (word) => this.#language.t(word);

  #attributes(): Record<string, string> {
    return {
      class: 'prose',
      id: 'text',
      part: 'text',
      role: 'textbox',
      'aria-multiline': 'true',
      'aria-label': this.label,
      ...(this.placeholder ? {'aria-placeholder': this.placeholder} : {}),
      ...(this.disabled ? {'aria-disabled': 'true', 'aria-readonly': 'true', tabindex: '0'} : {}),
      spellcheck: 'true',
      dir: 'auto',
    };
  }

  #happened(tr: Transaction): void {
    const hasUploads = this.#countUploads();
    if (tr.docChanged || hasUploads) this.dispatchEvent(new EditorChangeEvent());
    this.requestUpdate();
  }

  /** @returns Whether there are more or fewer of them. */
  #countUploads(): boolean {
    const before = this.#uploading;
    this.#uploading = waitingIn(this.#core.state).length;
    return before !== this.#uploading;
  }

  #tell(notice: PasteNotice): void {
    this.notice = notice;
  }

  #noticeText(notice: PasteNotice): string {
    const {kind} = notice;
    if (kind === 'plain') return this.#language.t('pastedPlain');
    return kind === 'cut'
      ? this.#language.t('pastedCut', {count: notice.count})
      : this.#language.t('imagesLeftOut', {count: notice.count});
  }

  #noticeTemplate(): TemplateResult {
    const {notice} = this;
    return html`<div role="status">
      ${
        notice
          ? html`<div class="note idle notice">
              ${infoIcon}<span class="grow">${this.#noticeText(notice)}</span
              ><button
                type="button"
                class="btn icon small ghost"
                aria-label=${this.#language.t('dismiss')}
                @click=${() => {
                  this.notice = undefined;
                  this.focus();
                }}
              >
                ${closeIcon}
              </button>
            </div>`
          : nothing
      }
    </div>`;
  }

  #drawWaiting(waiting: Waiting): HTMLElement {
    const {name} = waiting.file;
    const words = {
      uploading: this.#language.t('uploading', {name}),
      failed:
        waiting.failure === undefined
          ? undefined
          : this.#language.t('imageFailed', {name, reason: waiting.failure}),
      retry: this.#language.t('retry'),
      remove: this.#language.t('remove'),
    };
    return drawWaiting(waiting, words, {
      retry: (one) => {
        this.#images.retry(one);
      },
      remove: (one) => {
        this.#images.remove(one);
      },
    });
  }

  readonly #handlePicked = (): void => {
    const files = [...(this.picker.files ?? [])];
    this.picker.value = '';
    this.insertImages(files);
    this.focus();
  };
}
