import {LitElement, html, nothing, type PropertyValues, type TemplateResult} from 'lit';
import {property, query} from 'lit/decorators.js';
import {
  checkCommand,
  checkOutdialNumber,
  type InteractionId,
  type Refusal,
  type Target,
} from '@deskwire/domain';

import {InteractionController} from '../controllers/interaction-controller.js';
import {LanguageController} from '../controllers/language-controller.js';
import {RulesController} from '../controllers/rules-controller.js';
import {EnterGuard, isComposingKey} from '../conversation/enter-guard.js';
import {baseStyles} from '../styles/base.styles.js';
import {buttonStyles} from '../styles/button.styles.js';
import {fieldStyles} from '../styles/field.styles.js';
import {focusStyles} from '../styles/focus.styles.js';
import {menuStyles} from '../styles/menu.styles.js';
import {noteStyles} from '../styles/note.styles.js';
import {spinnerStyles} from '../styles/spinner.styles.js';
import {stateStyles} from '../styles/state.styles.js';
import {tabsStyles} from '../styles/tabs.styles.js';

import {directoryWords} from './directory.messages.js';
import {DirectoryListsController} from './lists-controller.js';
import {panelTemplate} from './panel.template.js';
import {PickerModel} from './picker-model.js';
import {kindsTaken, listsFor, type DirectoryChoice, type PickerCommand} from './picker.view.js';
import {offsetFor, ROWS_IN_SIGHT, windowAt, type RowWindow} from './row-window.js';
import type {DirectoryList} from './lists.js';
import {RunwaySheet} from './runway-sheet.js';
import {nextTab, tabsTemplate} from './tabs.template.js';

import {pickerStyles} from './picker.styles.js';

/** What the picker tells its host. */
export interface DirectoryChange {
  readonly list: DirectoryList | undefined;
  /** Where the contact would go now. */
  readonly choice: DirectoryChoice | undefined;
  /** A list is being fetched. */
  readonly isLoading: boolean;
}

/** From one row to the next, px, before the first row is measured. */
const USUAL_PITCH = 50;
const GAP = 2;

/**
 * Chooses where a contact goes: an agent, a queue or an entry point, or a number, typed or from the address book. Lists
 * come from the desk's stream, each when it is first shown; one that cannot be loaded says so. It brings its words.
 *
 * It decides nothing: it tells its choice, and the host sends the command.
 *
 * @element dw-directory-picker
 * @csspart tabs - The tabs.
 * @csspart field - The search field.
 * @csspart list - The list, which scrolls.
 * @fires {CustomEvent<DirectoryChange>} dw-change - What is shown, chosen or loading has changed; does not bubble.
 * @fires {CustomEvent<DirectoryChoice>} dw-commit - Enter on what is chosen: it should be done; does not bubble.
 */
export class DirectoryPickerElement extends LitElement {
  static override styles = [
    baseStyles,
    buttonStyles,
    stateStyles,
    tabsStyles,
    fieldStyles,
    menuStyles,
    noteStyles,
    focusStyles,
    spinnerStyles,
    pickerStyles,
  ];

  /** The contact that goes somewhere; what it can go to depends on it. */
  @property({attribute: false}) interactionId: InteractionId | undefined;
  /** What the target is for. A number to call outside any contact needs no `interactionId`, and has no tabs here. */
  @property({attribute: false}) command: PickerCommand = 'interaction.transfer';
  /** Lists only agents who can take the contact now (XFER-2). */
  @property({type: Boolean}) availableOnly = false;
  /** The choice is under way and cannot be changed. */
  @property({type: Boolean}) locked = false;

  @query('input') private readonly input!: HTMLInputElement | null;
  @query('[role="listbox"]') private readonly listbox!: HTMLElement | null;

  readonly #language = new LanguageController(this, directoryWords);
  readonly #rules = new RulesController(this);
  #model = new PickerModel((target) => this.#check(target));
  readonly #guard = new EnterGuard();
  readonly #lists = new DirectoryListsController(this, {
    interactionId: () => this.interactionId,
    locale: () => this.#language.locale,
    takes: (kind) => this.#kinds().includes(kind),
    shown: () => this.#shown(),
  });
  #offset = 0;
  #pitch = USUAL_PITCH;
  #told = '';
  #runway: RunwaySheet | undefined;

  constructor() {
    super();
    // Wakes the picker when the contact changes in a way that changes where it can go.
    new InteractionController(this, () => this.interactionId);
  }

  /** Fetches agents, queues and numbers anew (XFER-8). */
  async refresh(): Promise<void> {
    await this.#lists.refresh();
  }

  /** Puts a text into the field of the list that is shown, as if it had been pasted. */
  enter(text: string): void {
    if (this.#shown() === undefined) return;
    this.#model.type(text);
    this.#model.isRevealed = true;
    this.#offset = 0;
    this.requestUpdate();
  }

  /** The choice; where there is none, the field says from now on what is missing, and has the focus. */
  require(): DirectoryChoice | undefined {
    const choice = this.#model.require();
    this.requestUpdate();
    if (!choice) this.focus();
    return choice;
  }

  /** Lets go of what is chosen. */
  unchoose(): void {
    this.#model.unchoose();
    this.requestUpdate();
  }

  /** Puts the focus on the field. */
  override focus(options?: FocusOptions): void {
    this.input?.focus(options);
  }

  /** Says at the field why the backend refused the number. */
  refuse(refusal: Refusal): void {
    this.#model.notice = {kind: 'refused', refusal};
    this.requestUpdate();
    this.focus();
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (changed.get('interactionId') === undefined) return;
    this.#model = new PickerModel((target) => this.#check(target));
    this.#offset = 0;
  }

  protected override render(): TemplateResult {
    const lists = this.#offered();
    const model = this.#model;
    if (lists.length === 0) return html`${nothing}`;
    this.#takeRows();
    const isAlone = this.command === 'outdial.call';
    return html`${isAlone ? nothing : this.#renderTabs(lists)}
    ${lists.map(
      (list) =>
        html`<div
          id=${`panel-${list}`}
          class="panel"
          role=${isAlone ? nothing : 'tabpanel'}
          aria-labelledby=${isAlone ? nothing : `tab-${list}`}
          ?hidden=${list !== model.list}
          @input=${this.#handleInput}
          @keydown=${this.#handleKey}
          @keyup=${this.#handleKeyUp}
          @compositionend=${this.#handleComposed}
          @focusout=${this.#handleBlur}
          @mousedown=${this.#keepFocus}
          @click=${this.#handleClick}
        >
          ${list === model.list ? this.#renderPanel() : nothing}
        </div>`,
    )}`;
  }

  #renderTabs(lists: readonly DirectoryList[]): TemplateResult {
    const language = this.#language;
    return html`<div
      class="tabs"
      part="tabs"
      role="tablist"
      aria-label=${language.t('tabs')}
      @keydown=${this.#keyTab}
    >
      ${tabsTemplate((list) => language.t(list), lists, this.#model.list, this.#show)}
    </div>`;
  }

  #renderPanel(): TemplateResult {
    const model = this.#model;
    return panelTemplate({
      language: this.#language,
      model,
      list: this.#lists.get(model.list),
      availableOnly: this.availableOnly,
      locked: this.locked,
      window: this.#window(),
      retry: () => void this.#lists.load(model.list),
      scrolled: this.#handleScroll,
      focused: this.#handleListFocus,
    });
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const {text} = this.#model;
    if (this.input && this.input.value !== text) this.input.value = text;
    this.#lay();
    if (this.listbox && this.listbox.scrollTop !== this.#offset) this.listbox.scrollTop = this.#offset;
    this.#measure();
    this.#tell();
  }

  #kinds(): readonly Target['kind'][] {
    const {stream} = this.#rules;
    if (!stream) return [];
    return kindsTaken((ask) => stream.permit(ask), this.command, this.interactionId);
  }

  #offered(): readonly DirectoryList[] {
    return listsFor(this.#kinds());
  }

  /** The list that is shown: the one that was chosen while it is offered, else the first. */
  #shown(): DirectoryList | undefined {
    const lists = this.#offered();
    const list = lists.includes(this.#model.list) ? this.#model.list : lists[0];
    if (list !== undefined) this.#model.show(list);
    return list;
  }

  /** Brings the model to its list as that is now. */
  #takeRows(): void {
    const model = this.#model;
    const list = this.#lists.get(model.list);
    const rows = list.state === 'initial' ? undefined : list.rows;
    model.take(rows, this.availableOnly && model.list === 'agents');
  }

  #check(target: Target): Refusal | undefined {
    const tenant = this.#rules.stream?.snapshot().tenant;
    const {interactionId = '', command} = this;
    if (!tenant || target.kind !== 'number' || command === 'conference.start') return undefined;
    if (command === 'outdial.call') return checkOutdialNumber(target.number, tenant);
    return checkCommand({type: command, interactionId, to: target}, tenant, 'voice');
  }

  /** Text may be set wider or larger by the person who reads it: a row is as high as the first one is. */
  #measure(): void {
    const row = this.listbox?.querySelector<HTMLElement>('[role="option"]');
    const pitch = row ? row.offsetHeight + GAP : this.#pitch;
    if (pitch === this.#pitch || pitch === GAP) return;
    this.#pitch = pitch;
    void this.updateComplete.then(() => {
      this.requestUpdate();
    });
  }

  #tell(): void {
    const list = this.#shown();
    const detail: DirectoryChange = {list, choice: this.#model.choice, isLoading: this.#lists.isLoading};
    const told = JSON.stringify(detail);
    if (told === this.#told) return;
    this.#told = told;
    this.dispatchEvent(new CustomEvent('dw-change', {detail}));
  }

  readonly #show = (list: DirectoryList): void => {
    if (this.locked) return;
    this.#model.show(list);
    this.#offset = 0;
    this.requestUpdate();
  };

  readonly #keyTab = (event: KeyboardEvent): void => {
    if (isComposingKey(event) || event.altKey || event.ctrlKey || event.metaKey) return;
    const next = nextTab(event.key, this.#offered(), this.#model.list, this.#language.dir === 'rtl');
    if (next === undefined) return;
    event.preventDefault();
    this.#show(next);
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>(`#tab-${next}`)?.focus());
  };

  readonly #handleInput = (event: InputEvent): void => {
    event.stopPropagation();
    this.#model.type((event.target as HTMLInputElement).value);
    // What is pasted is whole: there is nothing more to wait for.
    if (event.inputType === 'insertFromPaste') this.#model.isRevealed = true;
    this.#offset = 0;
    this.requestUpdate();
  };

  readonly #handleKey = (event: KeyboardEvent): void => {
    const isEnter = this.#guard.isAct(event);
    if (isComposingKey(event) || event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.target !== this.input) return;
    if (this.#act(event, isEnter)) event.preventDefault();
  };

  /** Keys that do something. Escape empties the field first; an empty one leaves it to whoever opened the picker. */
  #act({key, repeat}: KeyboardEvent, isEnter: boolean): boolean {
    const model = this.#model;
    if (key === 'Enter') {
      if (isEnter && !repeat && !this.locked) this.#enter();
      return true;
    }
    if (key === 'Escape' && model.text !== '' && !this.locked) {
      model.type('');
      this.#offset = 0;
    } else if (key === 'Home' || key === 'End' || !model.move(key)) return false;
    else this.#offset = offsetFor(model.active, this.#offset, this.#pitch, this.#height());
    this.requestUpdate();
    return true;
  }

  #enter(): void {
    const isDone = this.#model.enter();
    const {choice} = this.#model;
    this.requestUpdate();
    if (isDone && choice) this.dispatchEvent(new CustomEvent<DirectoryChoice>('dw-commit', {detail: choice}));
  }

  #window(): RowWindow {
    return windowAt(this.#offset, this.#pitch, this.#model.found.length);
  }

  /** The list keeps its height while one types: that of all its rows, up to eight. */
  #lay(): void {
    const {total, found, active} = this.#model;
    const pitch = this.#pitch;
    this.#runway ??= new RunwaySheet(this.renderRoot as ShadowRoot);
    this.#runway.set({
      height: Math.min(ROWS_IN_SIGHT, Math.max(2, total)) * pitch,
      length: found.length * pitch,
      sight: this.#window().first * pitch,
      stray: active * pitch,
    });
  }

  #height(): number {
    return this.listbox?.clientHeight ?? ROWS_IN_SIGHT * this.#pitch;
  }

  readonly #handleKeyUp = (): void => {
    this.#guard.released();
  };

  readonly #handleComposed = (event: CompositionEvent): void => {
    this.#guard.composed(event);
  };

  /** Whoever leaves the field has typed what they wanted to. */
  readonly #handleBlur = (event: FocusEvent): void => {
    if (event.target !== this.input || !this.#model.entry?.refusal) return;
    this.#model.isRevealed = true;
    this.requestUpdate();
  };

  // A press on an option must not take the focus from the field.
  readonly #keepFocus = (event: MouseEvent): void => {
    if ((event.target as Element).closest('[role="option"]')) event.preventDefault();
  };

  readonly #handleClick = (event: MouseEvent): void => {
    const option = (event.target as Element).closest('[role="option"]');
    if (!option || this.locked) return;
    this.#model.pick(Number(option.id.replace('option-', '')));
    this.requestUpdate();
  };

  /** The scrollbar was pressed: keys belong to the field all the same. */
  readonly #handleListFocus = (): void => {
    this.focus();
  };

  readonly #handleScroll = (): void => {
    const before = this.#window();
    this.#offset = this.listbox?.scrollTop ?? 0;
    const now = this.#window();
    if (now.first !== before.first || now.end !== before.end) this.requestUpdate();
  };
}
