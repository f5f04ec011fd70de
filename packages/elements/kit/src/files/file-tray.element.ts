import {LitElement, html, nothing, type PropertyValues, type TemplateResult} from 'lit';
import {property} from 'lit/decorators.js';
import {repeat} from 'lit/directives/repeat.js';
import type {Refusal, RefusalCode} from '@deskwire/domain';

import {announce, announcerFor} from '../announce.js';
import {LanguageController} from '../controllers/language-controller.js';
import {sizeText} from '../conversation/size-text.js';
import {closeIcon, fileIcon, warningIcon} from '../icons.js';
import {baseStyles} from '../styles/base.styles.js';
import {buttonStyles} from '../styles/button.styles.js';
import {focusStyles} from '../styles/focus.styles.js';
import {connectionRefusals} from '../words/refusals/connection.js';
import {fileRefusals} from '../words/refusals/file.js';
import {refusalTextFrom} from '../words/refusal-text.js';

import type {FileTray, TrayFile} from './file-tray.js';
import {fileTrayWords} from './file-tray.messages.js';

import {fileTrayStyles} from './file-tray.styles.js';

const refusalText = refusalTextFrom(fileRefusals, connectionRefusals);

/** The name of the file stands above the reason: these say it without the name. */
const SHORT = {
  DW_FILE_TYPE: 'type',
  DW_FILE_EMPTY: 'empty',
  DW_FILE_TOO_LARGE: 'large',
  DW_FILE_MISMATCH: 'mismatch',
  DW_FILE_CARD: 'card',
  DW_FILE_UNREADABLE: 'unreadable',
  DW_FILE_BROKEN: 'broken',
} as const satisfies Partial<Record<RefusalCode, keyof typeof fileTrayWords.en>>;

const isShort = (code: RefusalCode): code is keyof typeof SHORT => Object.hasOwn(SHORT, code);

/**
 * The files of a message that is being written: name, size, how much is there, and why one cannot be sent. Each can be
 * taken out, and tried again where its transfer broke off. It shows a tray and keeps nothing itself.
 *
 * @element dw-file-tray
 * @csspart list - The list.
 */
export class FileTrayElement extends LitElement {
  static override styles = [baseStyles, buttonStyles, focusStyles, fileTrayStyles];

  /** What it shows. */
  @property({attribute: false}) tray: FileTray | undefined;

  readonly #language = new LanguageController(this, fileTrayWords);
  #subscription: {unsubscribe(): void} | undefined;
  #states = new Map<number, TrayFile['progress']['state']>();

  override connectedCallback(): void {
    super.connectedCallback();
    announcerFor(this);
    this.#listen();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#subscription?.unsubscribe();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('tray')) return;
    this.#states = new Map(this.tray?.files.map(({key, progress}) => [key, progress.state]));
    this.#listen();
  }

  protected override render(): TemplateResult {
    const files = this.tray?.files ?? [];
    if (files.length === 0) return html`${nothing}`;
    return html`<ul part="list" aria-label=${this.#language.t('files')}>
      ${repeat(
        files,
        ({key}) => key,
        (file) => this.#row(file),
      )}
    </ul>`;
  }

  #row(file: TrayFile): TemplateResult {
    const {key, name, size, progress} = file;
    const isBad = 'refusal' in progress;
    return html`<li class="file ${isBad ? 'bad' : ''}">
      ${isBad ? warningIcon : fileIcon}
      <div class="grow">
        <p class="name cut" id="name-${key}"><bdi>${name}</bdi></p>
        <p class="why" role="alert">${isBad ? this.#why(progress.refusal) : nothing}</p>
      </div>
      ${this.#side(file)}
      ${isBad ? nothing : html`<span class="meta num size" dir="ltr">${sizeText(this.#language.locale, size)}</span>`}
      ${this.#out(file)} ${progress.state === 'sending' ? this.#bar(key, progress.part) : nothing}
    </li>`;
  }

  #side({key, progress}: TrayFile): unknown {
    const {t} = this.#words();
    if (progress.state === 'sending') {
      const percent = Math.floor(progress.part * 100);
      return html`<span class="meta num size" dir="ltr" aria-hidden="true">${t('part', {percent})}</span>`;
    }
    if (progress.state !== 'failed') return nothing;
    return html`<button type="button" class="btn link small" @click=${() => this.tray?.retry(key)}>
      ${t('retry')}
    </button>`;
  }

  /** What belongs to which file is said in the content: names are no attribute's. */
  #out({key, name, progress}: TrayFile): TemplateResult {
    const {t} = this.#words();
    const words = t(progress.state === 'sending' ? 'cancel' : 'remove', {name});
    return html`<button type="button" class="btn icon small ghost" @click=${() => this.#remove(key)}>
      ${closeIcon}<span class="hidden-text">${words}</span>
    </button>`;
  }

  #bar(key: number, part: number): TemplateResult {
    return html`<progress max="1" .value=${part} aria-labelledby="name-${key}"></progress>`;
  }

  #why(refusal: Refusal): string {
    const {code, params} = refusal;
    const {t} = this.#words();
    const max = Number(params?.['max'] ?? 0);
    if (code === 'DW_FILE_TOO_MANY') return t('many', {max, count: max});
    if (isShort(code)) return t(SHORT[code], {max});
    return refusalText(this.#language.locale, refusal);
  }

  #words(): {t: LanguageController<typeof fileTrayWords.en>['t']} {
    return {t: this.#language.t.bind(this.#language)};
  }

  /** The focus goes to the next file, or out to whoever shows the list. */
  #remove(key: number): void {
    const {tray} = this;
    const index = tray?.files.findIndex((one) => one.key === key) ?? -1;
    tray?.remove(key);
    void this.updateComplete.then(() => {
      const outs = this.renderRoot.querySelectorAll<HTMLElement>('.icon');
      const next = outs[Math.min(index, outs.length - 1)];
      if (next) next.focus();
      else this.dispatchEvent(new CustomEvent('dw-files-gone'));
    });
  }

  #listen(): void {
    this.#subscription?.unsubscribe();
    if (!this.isConnected) return;
    this.#subscription = this.tray?.subscribe((files) => {
      this.#tell(files);
      this.requestUpdate();
    });
  }

  /** What has arrived is read out; why something was refused stands in an alert. */
  #tell(files: readonly TrayFile[]): void {
    for (const {key, name, progress} of files) {
      if (progress.state === 'ready' && this.#states.get(key) === 'sending') {
        announce(this, this.#language.t('ready', {name}));
      }
    }
    this.#states = new Map(files.map(({key, progress}) => [key, progress.state]));
  }
}
