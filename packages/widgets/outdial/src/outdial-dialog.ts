import type {TemplateResult, ReactiveElement} from 'lit';
import type {Refusal} from '@deskwire/domain';
import {
  aniOf,
  DialogController,
  isComposingKey,
  LanguageController,
  nextTab,
  targetDialogShell,
  targetDialogWords,
  type AniChange,
  type DialpadElement,
  type DirectoryChange,
  type DirectoryPickerElement,
  type OutdialController,
} from '@deskwire/kit';

import type * as Body from './outdial.body.js';
import type {OutdialLanguage} from './outdial.messages.js';
import {isNumberRefusal, tabOf, type OutdialTab, type OutdialView} from './outdial.view.js';

/** What the dialog needs of the element that it belongs to. */
export interface OutdialDialogParts {
  readonly own: OutdialLanguage;
  readonly outdial: OutdialController;
  readonly view: () => OutdialView;
  /** What is in the dialog, once it was loaded. */
  readonly body: () => typeof Body | 'loading' | 'failed';
  readonly load: () => void;
  readonly check: (number: string) => Refusal | undefined;
  /** The dialog was closed. */
  readonly closed: () => void;
}

/** What the open dialog holds; it is new each time. */
interface Draft {
  readonly tab: OutdialTab;
  /** What is in a tab that was shown stays as it was left. */
  readonly visited: ReadonlySet<OutdialTab>;
  readonly ani: string | undefined;
  readonly isLoading: boolean;
}

type Shown = Extract<OutdialView, {kind: 'shown'}>;

/** The dialog in which an agent chooses whom to call: what it holds while it is open, and what one does in it. */
export class OutdialDialog {
  readonly #shared: LanguageController<(typeof targetDialogWords)['en']>;
  readonly #surface: DialogController;
  #draft: Draft | undefined;
  /** A number that it was opened with, until its field is there. */
  #given: string | undefined;
  #sent: string | undefined;

  constructor(
    private readonly host: ReactiveElement,
    private readonly parts: OutdialDialogParts,
  ) {
    this.#shared = new LanguageController(host, targetDialogWords);
    this.#surface = new DialogController(host, {
      dialog: () => this.#find<HTMLDialogElement>('dialog'),
      focus: () => this.#field ?? this.#find('.close'),
      ends: () => [
        this.#find('.refresh') ?? this.#find('.close'),
        this.#find('.commit') ?? this.#find('.close'),
      ],
      dismiss: this.dismiss,
    });
  }

  get isOpen(): boolean {
    return this.#draft !== undefined;
  }

  /** Opens it, with a number in it where one is given. */
  open(number: string | undefined): void {
    const view = this.parts.view();
    if (view.kind === 'hidden' || this.parts.outdial.isPending) return;
    this.parts.outdial.dismiss();
    this.#given = number;
    this.#draft ??= {tab: 'book', visited: new Set(), ani: undefined, isLoading: false};
    this.#show(tabOf(view.tabs, number === undefined ? undefined : 'pad'));
    this.#surface.show();
    this.parts.load();
  }

  /** Closes it; the focus goes back where it was. */
  close(): void {
    const {outdial, closed} = this.parts;
    if (!this.#draft) return;
    if (outdial.end?.outcome.kind === 'refused') outdial.dismiss();
    this.#surface.hide();
    this.#draft = this.#given = this.#sent = undefined;
    closed();
  }

  /** Closes it for the person in it. What is under way cannot be taken back, and its refusal must find the dialog. */
  readonly dismiss = (): void => {
    if (!this.parts.outdial.isPending) this.close();
  };

  /** Its content has come: the focus goes to its field, unless the agent has gone elsewhere meanwhile. */
  loaded(): void {
    if (this.#draft && this.#surface.hasFocus) void this.#surface.focus();
  }

  /** Brings what was rendered up to date: the number that it was opened with comes into its field. */
  rendered(): void {
    const field = this.#field;
    const given = this.#given;
    if (given === undefined || !field) return;
    this.#given = undefined;
    if ('enter' in field) field.enter(given);
    else field.value = given;
  }

  /** A request was refused: a number is refused at its field; everything else stands above the buttons. */
  heed(refusal: Refusal): void {
    if (!isNumberRefusal(refusal)) return;
    this.parts.outdial.dismiss();
    this.#field?.refuse(refusal);
  }

  /** @returns Nothing while it is closed. */
  render(view: Shown): TemplateResult | undefined {
    const draft = this.#draft;
    if (!draft) return undefined;
    const {own, outdial} = this.parts;
    const body = this.parts.body();
    return targetDialogShell(
      {
        language: this.#shared,
        title: own.t('title'),
        isPending: outdial.isPending,
        isLoading: draft.isLoading,
        close: this.dismiss,
        refresh: this.#tab === 'book' ? this.#refresh : undefined,
      },
      typeof body === 'string' ? body : body.outdialBody(this.#scene(draft, view)),
      this.parts.load,
    );
  }

  #scene({visited, ani}: Draft, view: Shown): Body.OutdialScene {
    const {own, outdial, check} = this.parts;
    const outcome = outdial.end?.outcome;
    const refusal = outcome?.kind === 'refused' ? outcome.refusal : undefined;
    return {
      ...{own, view, visited, ani, check, shared: this.#shared, tab: this.#tab, isPending: outdial.isPending},
      refusal: refusal && !isNumberRefusal(refusal) ? refusal : undefined,
      show: this.#show,
      keyTab: this.#keyTab,
      changed: this.#handleChange,
      typed: this.#handleTyped,
      choose: this.#handleAni,
      commit: this.#commit,
      close: this.dismiss,
      retry: () => void outdial.again(),
      dismiss: () => {
        outdial.dismiss();
        this.#field?.focus();
      },
    };
  }

  #find<E extends HTMLElement = HTMLElement>(selector: string): E | null {
    return this.host.renderRoot.querySelector<E>(selector);
  }

  get #tabs(): readonly OutdialTab[] {
    const view = this.parts.view();
    return view.kind === 'shown' ? view.tabs : [];
  }

  get #tab(): OutdialTab {
    return tabOf(this.#tabs, this.#draft?.tab);
  }

  get #field(): DialpadElement | DirectoryPickerElement | null {
    return this.#tab === 'pad' ? this.#find('dw-dialpad') : this.#find('dw-directory-picker');
  }

  #set(set: Partial<Draft>): void {
    if (!this.#draft) return;
    this.#draft = {...this.#draft, ...set};
    this.host.requestUpdate();
  }

  readonly #show = (tab: OutdialTab): void => {
    if (this.#draft && !this.parts.outdial.isPending)
      this.#set({tab, visited: new Set([...this.#draft.visited, tab])});
  };

  readonly #keyTab = (event: KeyboardEvent): void => {
    if (isComposingKey(event) || event.altKey || event.ctrlKey || event.metaKey) return;
    const next = nextTab(event.key, this.#tabs, this.#tab, this.parts.own.dir === 'rtl');
    if (next === undefined) return;
    event.preventDefault();
    this.#show(next);
    void this.host.updateComplete.then(() => this.#find(`#tab-${next}`)?.focus());
  };

  readonly #refresh = (): void => {
    void this.#find<DirectoryPickerElement>('dw-directory-picker')?.refresh();
  };

  /** Whoever chooses anew has seen what became of the last try. */
  readonly #handleChange = ({detail}: CustomEvent<DirectoryChange>): void => {
    const {isLoading, choice} = detail;
    this.#set({isLoading});
    if (choice?.target.kind === 'number' && choice.target.number !== this.#sent) this.parts.outdial.dismiss();
  };

  readonly #handleTyped = (): void => {
    this.parts.outdial.dismiss();
  };

  readonly #handleAni = ({detail}: CustomEvent<AniChange>): void => {
    this.#set({ani: detail.ani});
    this.parts.outdial.dismiss();
  };

  readonly #commit = (): void => {
    const {outdial} = this.parts;
    const view = this.parts.view();
    if (outdial.isPending || view.kind === 'hidden') return;
    const number = this.#number();
    if (number === undefined) return;
    this.#sent = number;
    const ani = aniOf(view.anis, this.#draft?.ani)?.number;
    void outdial.call({number, ...(ani !== undefined && {ani})});
  };

  /** The number to call; where there is none, the field says what is missing. */
  #number(): string | undefined {
    const chosen = this.#field?.require();
    if (typeof chosen !== 'object') return chosen;
    return chosen.target.kind === 'number' ? chosen.target.number : undefined;
  }
}
