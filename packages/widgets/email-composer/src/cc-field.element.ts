import {html, nothing, type TemplateResult} from 'lit';
import {property, query, state} from 'lit/decorators.js';
import {live} from 'lit/directives/live.js';
import {repeat} from 'lit/directives/repeat.js';
import {CC_MAX, type Mailbox} from '@deskwire/domain';
import {
  announce,
  announcerFor,
  buttonStyles,
  chipStyles,
  closeIcon,
  DeskwireElement,
  isComposingKey,
  LanguageController,
  lockIcon,
  mailboxText,
  warningIcon,
} from '@deskwire/kit';

import {ccWords} from './cc-field.messages.js';
import {addRecipients, mailboxOf, recipientsIn, type Added} from './mailboxes.js';

import {ccFieldStyles} from './cc-field.styles.js';

/** What stands in the field. */
export interface CcValue {
  /** As they were written; what is no address stays. */
  readonly chips: readonly string[];
  /** What is not a chip yet. */
  readonly text: string;
}

/** The field holds something else. It does not bubble. */
export class CcChangeEvent extends CustomEvent<CcValue> {
  constructor(detail: CcValue) {
    super('dw-cc-change', {detail});
  }
}

/** So many of those who cannot be taken out are shown at once. */
const SHOWN = 6;
const ENDS = [',', ';', '，', '；', '、'];

/**
 * Recipients as chips. Typing an address and Enter, Tab, a comma, a semicolon or leaving the field makes a chip; so does
 * pasting a list. What is no address becomes a chip too, marked, until it is put right (F2 or a double click) or taken out.
 * Backspace in the empty field selects the last chip; there arrows, Home and End move, Delete and Backspace take out.
 *
 * It is controlled: it shows `value` and reports what it should be.
 *
 * @element dw-cc-field
 * @fires {CcChangeEvent} dw-cc-change - The field holds something else. Does not bubble.
 */
export class CcFieldElement extends DeskwireElement {
  static override styles = [buttonStyles, chipStyles, ccFieldStyles];

  /** What stands in it. */
  @property({attribute: false}) value: CcValue = {chips: [], text: ''};
  /** Those who get the mail whatever is written here, and are shown for that reason. */
  @property({attribute: false}) fixed: readonly Mailbox[] = [];
  /** Addresses that need not be added: those who get it anyway, and one's own. */
  @property({attribute: false}) skip: readonly string[] = [];
  /** Shows what it has, takes nothing. */
  @property({type: Boolean}) disabled = false;

  @state() private told = '';
  @state() private isOpen = false;

  @query('input') private readonly input!: HTMLInputElement;

  readonly #language = new LanguageController(this, ccWords);
  /** The chip that Tab comes to. */
  #stop = -1;

  override connectedCallback(): void {
    super.connectedCallback();
    announcerFor(this);
  }

  override focus(): void {
    this.input.focus();
  }

  /** Makes what was typed a chip. */
  commit(): void {
    if (this.value.text.trim() !== '') this.#add(this.value.text);
  }

  /** Puts the focus on the first chip that is no address. @returns Whether there is one. */
  focusWrong(): boolean {
    const at = this.value.chips.findIndex((chip) => !mailboxOf(chip));
    if (at >= 0) this.#goTo(at);
    return at >= 0;
  }

  protected override render(): TemplateResult {
    const {chips, text} = this.value;
    const wrong = chips.filter((chip) => !mailboxOf(chip)).length;
    const {t} = this.#words();
    return html`<ul aria-label=${t('list')} @keydown=${this.#keyed}>
        ${this.#fixed()}
        ${repeat(
          chips,
          (chip) => chip,
          (chip, at) => this.#chip(chip, at),
        )}
        ${wrong > 0 ? html`<li id="wrong" class="wrong">${wrong > 1 ? t('wrongSome', {count: wrong}) : t('wrong')}</li>` : nothing}
        <li class="last">
          <input
            type="text"
            autocomplete="off"
            autocapitalize="off"
            spellcheck="false"
            inputmode="email"
            aria-label=${t('cc')}
            aria-describedby=${wrong > 0 ? 'wrong help' : 'help'}
            aria-invalid=${wrong > 0 ? 'true' : nothing}
            placeholder=${chips.length > 0 || this.fixed.length > 0 ? '' : t('placeholder')}
            ?disabled=${this.disabled}
            .value=${live(text)}
            @input=${this.#typed}
            @paste=${this.#pasted}
            @blur=${this.#left}
          />
        </li>
      </ul>
      <p class="told">${this.told}</p>
      <p id="help" class="hidden-text">${t('help')}</p>`;
  }

  #fixed(): unknown {
    const {t} = this.#words();
    const shown = this.isOpen ? this.fixed : this.fixed.slice(0, SHOWN);
    const rest = this.fixed.length - shown.length;
    return [
      ...shown.map(
        (one) =>
          html`<li>
            <span class="chip fixed">
              ${lockIcon}<span class="hidden-text">${t('gets')}</span>
              <span class="cut"><bdi>${mailboxText(one)}</bdi></span>
            </span>
          </li>`,
      ),
      rest > 0
        ? html`<li>
            <button
              type="button"
              class="btn link small"
              @click=${() => {
                this.isOpen = true;
                this.focus();
              }}
            >
              ${t('more', {count: rest})}
            </button>
          </li>`
        : nothing,
    ];
  }

  #chip(chip: string, at: number): TemplateResult {
    const isWrong = !mailboxOf(chip);
    const out = this.#language.t('remove', {address: chip});
    const {chips} = this.value;
    const stop = this.#stop >= 0 && this.#stop < chips.length ? this.#stop : chips.length - 1;
    return html`<li>
      <span
        class="chip ${isWrong ? 'bad' : ''}"
        @dblclick=${() => {
          this.#edit(at);
        }}
      >
        ${isWrong ? warningIcon : nothing}
        <span class="cut" aria-hidden="true"><bdi>${chip}</bdi></span>
        <button
          type="button"
          class="out"
          tabindex=${at === stop ? 0 : -1}
          ?disabled=${this.disabled}
          @click=${() => {
            this.#remove(at, false);
          }}
        >
          ${closeIcon}
          <span class="hidden-text">${isWrong ? `${out}. ${this.#language.t('wrong')}` : out}</span>
        </button>
      </span>
    </li>`;
  }

  #words(): {t: LanguageController<typeof ccWords.en>['t']} {
    return {t: this.#language.t.bind(this.#language)};
  }

  get #outs(): readonly HTMLElement[] {
    return [...this.renderRoot.querySelectorAll<HTMLElement>('.out')];
  }

  get #at(): number {
    return this.#outs.findIndex((out) => out.matches(':focus'));
  }

  #goTo(at: number): void {
    this.#stop = at;
    this.requestUpdate();
    void this.updateComplete.then(() => {
      (this.#outs[at] ?? this.input).focus();
    });
  }

  #set(value: CcValue): void {
    this.value = value;
    this.dispatchEvent(new CcChangeEvent(value));
  }

  #add(text: string): void {
    const added = addRecipients(this.value.chips, recipientsIn(text), {
      skip: [...this.skip, ...this.fixed.map(({address}) => address)],
      max: CC_MAX,
    });
    const count = added.chips.length - this.value.chips.length;
    // At once: what is typed next must not be put behind it.
    this.input.value = '';
    this.#set({chips: added.chips, text: ''});
    this.told = this.#toldOf(added);
    const {t} = this.#words();
    announce(this, [count > 0 ? t('added', {count}) : '', this.told].filter(Boolean).join('. '));
  }

  #toldOf({twice, skipped, over}: Added): string {
    const {t} = this.#words();
    return [
      twice > 0 ? t('twice', {count: twice}) : '',
      skipped > 0 ? t('skipped', {count: skipped}) : '',
      over > 0 ? t('over', {count: over, max: CC_MAX}) : '',
    ]
      .filter(Boolean)
      .join('. ');
  }

  /** The focus goes to the chip before it by keyboard, else to the one that takes its place, at last to the input. */
  #remove(at: number, isBackwards: boolean): void {
    const chip = this.value.chips[at] ?? '';
    const chips = this.value.chips.filter((_, index) => index !== at);
    this.#set({...this.value, chips});
    this.told = '';
    announce(this, this.#language.t('removed', {address: chip}));
    const next = isBackwards ? Math.max(0, at - 1) : Math.min(at, chips.length - 1);
    this.#goTo(chips.length === 0 ? -1 : next);
  }

  /** Back into the input, to be put right. */
  #edit(at: number): void {
    if (this.disabled) return;
    this.commit();
    const {chips} = this.value;
    this.#set({chips: chips.filter((_, index) => index !== at), text: chips[at] ?? ''});
    void this.updateComplete.then(() => {
      this.focus();
      this.input.select();
    });
  }

  readonly #typed = (): void => {
    const {value} = this.input;
    this.told = '';
    this.#set({...this.value, text: value});
  };

  readonly #pasted = (event: ClipboardEvent): void => {
    const text = event.clipboardData?.getData('text/plain') ?? '';
    if (recipientsIn(text).length < 2 && !/[\r\n\t]/.test(text)) return;
    event.preventDefault();
    const {selectionStart, selectionEnd, value} = this.input;
    const [start, end] = [selectionStart ?? value.length, selectionEnd ?? value.length];
    this.#add([value.slice(0, start), text, value.slice(end)].filter((part) => part.trim()).join(', '));
  };

  readonly #left = (): void => {
    this.commit();
  };

  readonly #keyed = (event: KeyboardEvent): void => {
    if (isComposingKey(event) || event.ctrlKey || event.metaKey || event.altKey) return;
    const acts = this.#at >= 0 ? this.#chipKeys : this.#inputKeys;
    if (acts(event)) event.preventDefault();
  };

  readonly #inputKeys = (event: KeyboardEvent): boolean => {
    const {key, shiftKey} = event;
    const {value, selectionStart, selectionEnd} = this.input;
    const {chips} = this.value;
    if (key === 'Enter' || ENDS.includes(key)) {
      // Inside of quotes a comma is part of a name.
      if (key !== 'Enter' && (value.match(/"/g)?.length ?? 0) % 2 === 1) return false;
      this.commit();
      return true;
    }
    const isAtStart = selectionStart === 0 && selectionEnd === 0;
    const goesBack = key === 'Backspace' || key === this.#back;
    if (!goesBack || !isAtStart || shiftKey || chips.length === 0) return false;
    this.#goTo(chips.length - 1);
    return true;
  };

  readonly #chipKeys = ({key}: KeyboardEvent): boolean => {
    const at = this.#at;
    const {length} = this.value.chips;
    const moves: Readonly<Record<string, number>> = {
      [this.#back]: Math.max(0, at - 1),
      [this.#forth]: at + 1,
      Home: 0,
      End: length,
    };
    const to = moves[key];
    if (to !== undefined) this.#goTo(to >= length ? -1 : to);
    else if (key === 'Backspace' || key === 'Delete') this.#remove(at, key === 'Backspace');
    else if (key === 'F2') this.#edit(at);
    else return false;
    return true;
  };

  get #back(): 'ArrowLeft' | 'ArrowRight' {
    return getComputedStyle(this).direction === 'rtl' ? 'ArrowRight' : 'ArrowLeft';
  }

  get #forth(): 'ArrowLeft' | 'ArrowRight' {
    return this.#back === 'ArrowLeft' ? 'ArrowRight' : 'ArrowLeft';
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'dw-cc-field': CcFieldElement;
  }
}
