import {LitElement, html, type TemplateResult} from 'lit';
import {property, query, state} from 'lit/decorators.js';
import type {Refusal} from '@deskwire/domain';

import {LanguageController} from '../controllers/language-controller.js';
import {EnterGuard, isComposingKey} from '../conversation/enter-guard.js';
import {readNumber, type NumberEntry} from '../directory/number-entry.js';
import {baseStyles} from '../styles/base.styles.js';
import {buttonStyles} from '../styles/button.styles.js';
import {fieldStyles} from '../styles/field.styles.js';
import {focusStyles} from '../styles/focus.styles.js';

import {dialWords} from './dial.messages.js';
import {dialpadNote, type DialpadNote} from './dialpad.note.js';
import {dialpadTemplate} from './dialpad.template.js';
import {dialKeyOf, moveInKeypad, type DialKey} from './keypad.js';
import {LongPress} from './long-press.js';
import {NumberEdit} from './number-edit.js';

import {dialpadStyles} from './dialpad.styles.js';
import {keypadStyles} from './keypad.styles.js';

/** What the dialpad tells its host. */
export interface DialpadChange {
  /** What would be dialled: what is in the field. */
  readonly number: string;
  /** Why it cannot be dialled as it stands. */
  readonly refusal?: Refusal;
}

/** So long after the last key a number that cannot be dialled is no longer half of one. */
const PAUSE_MS = 900;

const isUndo = ({key, shiftKey}: KeyboardEvent): boolean => key.toLowerCase() === 'z' && !shiftKey;
const isRedo = ({key, shiftKey}: KeyboardEvent): boolean =>
  (key.toLowerCase() === 'z' && shiftKey) || key.toLowerCase() === 'y';

/**
 * A field for a number, and twelve keys. Whatever is typed or pasted, only what can be dialled stays (XFER-5), and it says
 * so when letters were lost. The keys are a toolbar: one stop of Tab, walked with the arrows; on any of them the digits,
 * `+`, Backspace and undo of the keyboard work as in the field. A press by pointer moves no focus; 0 held long is a plus.
 * It brings its words. It decides nothing: the host asks for `number` or `require()`, and sends the command.
 *
 * @element dw-dialpad
 * @csspart field - The field with the number.
 * @csspart keys - The twelve keys.
 * @fires {CustomEvent<DialpadChange>} dw-dialpad-change - A person changed the number; does not bubble.
 * @fires {CustomEvent<DialpadChange>} dw-dialpad-submit - Enter on a number that can be dialled; does not bubble.
 */
export class DialpadElement extends LitElement {
  static override styles = [baseStyles, buttonStyles, fieldStyles, focusStyles, keypadStyles, dialpadStyles];

  /** Says why a number cannot be dialled; without it any number is taken. */
  @property({attribute: false}) check: (number: string) => Refusal | undefined = () => undefined;
  /** The number is under way and cannot be changed. */
  @property({type: Boolean}) locked = false;

  @state() private isRevealed = false;
  @query('input') private readonly input!: HTMLInputElement | null;

  readonly #language = new LanguageController(this, dialWords);
  readonly #edit = new NumberEdit();
  readonly #enter = new EnterGuard();
  readonly #plus = new LongPress(() => {
    this.#put('+');
  });
  #refused: Refusal | undefined;
  #pause: ReturnType<typeof setTimeout> | undefined;

  /** The number in the field. What is set is read like something pasted; it cannot be undone. */
  @property({attribute: false})
  get value(): string {
    return this.#edit.text;
  }
  set value(value: string) {
    if (value === this.#edit.text) return;
    const before = this.#edit.text;
    this.#edit.reset(value);
    this.#refused = undefined;
    this.isRevealed = false;
    this.requestUpdate('value', before);
  }

  /** The number, where it can be dialled; where it cannot, the field says why from now on and has the focus. */
  require(): string | undefined {
    const entry = this.#entry;
    if (entry && !entry.refusal && !this.#refused) return entry.number;
    this.#reveal();
    this.focus();
    return undefined;
  }

  /** Says at the field why the backend refused the number. */
  refuse(refusal: Refusal): void {
    this.#refused = refusal;
    this.#reveal();
    this.focus();
  }

  /** Puts the focus on the field. */
  override focus(options?: FocusOptions): void {
    this.input?.focus(options);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#plus.end();
    clearTimeout(this.#pause);
  }

  protected override render(): TemplateResult {
    return html`<div @keydown=${this.#handleKey} @paste=${this.#handlePaste} @mousedown=${this.#keepFocus}>
      ${dialpadTemplate({
        language: this.#language,
        note: this.#note(),
        locked: this.locked,
        isEmpty: this.value === '',
        field: this.#fieldHandlers,
        keys: this.#keysHandlers,
        erase: this.#erase,
        press: this.#press,
      })}
    </div>`;
  }

  protected override updated(): void {
    this.#write();
  }

  #note(): DialpadNote | undefined {
    const {lostLetters, text} = this.#edit;
    const {isRevealed} = this;
    return dialpadNote(this.#language, {
      text,
      entry: this.#entry,
      lostLetters,
      isRevealed,
      refused: this.#refused,
    });
  }

  get #entry(): NumberEntry | undefined {
    return readNumber(this.#edit.text, this.check);
  }

  /** Does something to the number: the caret is that of the field, and afterwards the field's is that of the number. */
  #change(act: () => void): void {
    if (this.locked) return;
    const before = this.#edit.text;
    act();
    this.requestUpdate();
    if (this.#edit.text !== before) this.#changed();
    else this.#write();
  }

  #changed(): void {
    this.#refused = undefined;
    this.isRevealed = false;
    clearTimeout(this.#pause);
    this.#pause = setTimeout(() => {
      if (this.#edit.text !== '') this.#reveal();
    }, PAUSE_MS);
    this.#write();
    this.dispatchEvent(new CustomEvent<DialpadChange>('dw-dialpad-change', {detail: this.#detail()}));
  }

  get #isFocused(): boolean {
    return this.input !== null && this.shadowRoot?.activeElement === this.input;
  }

  /** At once, so that the next key finds what this one made. Some engines focus a field whose caret is set. */
  #write(): void {
    const {input} = this;
    if (!input || input.value === this.#edit.text) return;
    input.value = this.#edit.text;
    if (this.#isFocused) input.setSelectionRange(...this.#edit.selection);
  }

  #detail(): DialpadChange {
    const {refusal} = this.#entry ?? {};
    return {number: this.#edit.text, ...(refusal && {refusal})};
  }

  #reveal(): void {
    clearTimeout(this.#pause);
    this.isRevealed = true;
    this.requestUpdate();
  }

  /** The caret in the field counts while the field has the focus; afterwards it stays where it was. */
  #readCaret(): void {
    const {selectionStart, selectionEnd} = this.input ?? {};
    if (!this.#isFocused || typeof selectionStart !== 'number') return;
    this.#edit.select(selectionStart, selectionEnd ?? selectionStart);
  }

  #put(text: string): void {
    this.#change(() => {
      this.#readCaret();
      this.#edit.put(text);
    });
  }

  readonly #press = (key: DialKey): void => {
    if (key === '0' && this.#plus.takeClick()) return;
    this.#put(key);
  };

  readonly #erase = (): void => {
    this.#change(() => {
      this.#readCaret();
      this.#edit.erase();
    });
  };

  readonly #handleInput = (event: InputEvent): void => {
    event.stopPropagation();
    // An unfinished syllable belongs to the input method; what it leaves is taken when it ends.
    if (!event.isComposing) this.#takeField();
  };

  #takeField(): void {
    const {input} = this;
    if (!input) return;
    this.#change(() => {
      this.#edit.take(input.value, input.selectionStart ?? input.value.length);
    });
  }

  /** Undo from a menu or a gesture is ours, too. Before anything else, the caret is where undo shall put it. */
  readonly #handleBeforeInput = (event: InputEvent): void => {
    this.#readCaret();
    if (event.inputType !== 'historyUndo' && event.inputType !== 'historyRedo') return;
    event.preventDefault();
    this.#goBack(event.inputType === 'historyRedo');
  };

  #goBack(isRedo: boolean): void {
    this.#change(() => {
      if (isRedo) this.#edit.redo();
      else this.#edit.undo();
    });
  }

  readonly #handleKeyUp = (): void => {
    this.#enter.released();
  };

  readonly #handleComposed = (event: CompositionEvent): void => {
    this.#enter.composed(event);
    this.#takeField();
  };

  /** Whoever leaves the field has typed what they wanted to. */
  readonly #handleBlur = (): void => {
    this.#edit.select(this.input?.selectionStart ?? 0, this.input?.selectionEnd ?? 0);
    if (this.#edit.text !== '') this.#reveal();
  };

  readonly #handlePaste = (event: ClipboardEvent): void => {
    const text = event.clipboardData?.getData('text');
    if (text === undefined) return;
    event.preventDefault();
    this.#put(text);
    // What is pasted is whole: there is nothing more to wait for.
    if (this.#edit.text !== '') this.#reveal();
  };

  readonly #handleKey = (event: KeyboardEvent): void => {
    const isField = event.composedPath()[0] === this.input;
    const isEnter = isField && this.#enter.isAct(event);
    if (isComposingKey(event) || event.defaultPrevented || event.altKey) return;
    const acts =
      event.ctrlKey || event.metaKey ? this.#keyHistory(event) : this.#keyPlain(event, isField, isEnter);
    if (acts) event.preventDefault();
  };

  #keyHistory(event: KeyboardEvent): boolean {
    if (!isUndo(event) && !isRedo(event)) return false;
    this.#goBack(isRedo(event));
    return true;
  }

  /** Escape empties the field first; an empty one leaves it to whoever opened the dialpad. */
  #keyPlain({key, repeat}: KeyboardEvent, isField: boolean, isEnter: boolean): boolean {
    if (key === 'Escape') return this.#clear();
    if (isField) {
      if (isEnter && !repeat) this.#submit();
      return key === 'Enter';
    }
    if (key === 'Backspace') this.#erase();
    else if (dialKeyOf(key) !== undefined || key === '+') this.#put(key);
    else return false;
    return true;
  }

  #clear(): boolean {
    if (this.#edit.text === '' || this.locked) return false;
    this.#change(() => {
      this.#edit.clear();
    });
    return true;
  }

  #submit(): void {
    if (this.locked || this.require() === undefined) return;
    this.dispatchEvent(new CustomEvent<DialpadChange>('dw-dialpad-submit', {detail: this.#detail()}));
  }

  readonly #handleArrow = (event: KeyboardEvent): void => {
    if (moveInKeypad(event)) event.preventDefault();
  };

  // A press on a key must not take the focus from the field, nor open a keyboard of glass over the keys.
  readonly #keepFocus = (event: MouseEvent): void => {
    if ((event.target as Element).closest('.digits, dw-button')) event.preventDefault();
  };

  readonly #handlePress = (event: PointerEvent): void => {
    const key = (event.target as Element).closest<HTMLElement>('.digit')?.dataset['key'];
    if (key === '0' && event.button === 0 && !this.locked) this.#plus.begin();
  };

  readonly #handleRelease = (): void => {
    this.#plus.end();
  };

  /** A long touch opens a menu in some browsers. */
  readonly #handleMenu = (event: Event): void => {
    event.preventDefault();
  };

  readonly #fieldHandlers = {
    input: this.#handleInput,
    beforeinput: this.#handleBeforeInput,
    keyup: this.#handleKeyUp,
    compositionend: this.#handleComposed,
    blur: this.#handleBlur,
  };

  readonly #keysHandlers = {
    keydown: this.#handleArrow,
    pointerdown: this.#handlePress,
    released: this.#handleRelease,
    contextmenu: this.#handleMenu,
  };
}
