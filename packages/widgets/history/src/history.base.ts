import {html, nothing, type PropertyValues, type TemplateResult} from 'lit';
import {query, state} from 'lit/decorators.js';
import type {DeskState, HistoryEntry, InteractionId} from '@deskwire/domain';
import {
  buttonStyles,
  ClockController,
  DeskwireElement,
  focusStyles,
  LanguageController,
  noteStyles,
  rowStyles,
  spinnerStyles,
  StreamController,
  surfaceStyles,
  tabsStyles,
} from '@deskwire/kit';

import {HistoryOpenEvent} from './history.events.js';
import {historyWords} from './history.messages.js';
import {
  entryView,
  historyGap,
  startOfDay,
  type EntryView,
  type HistoryGap,
  type HistoryScope,
  type HistoryTab,
} from './history.view.js';
import {HistoryListController, type Wanted} from './list-controller.js';
import {headTemplate, panelTemplate, type ListScene} from './list.template.js';
import {Listed} from './listed.js';
import {NumberCards, type NumberSpot} from './number-cards.js';
import {loadHistoryContent, openedTemplate} from './opened.template.js';
import {RowsController, type RowElement} from './rows-controller.js';
import {columnsOf, rowsTemplate} from './rows.template.js';

import {historyStyles} from './history.styles.js';

const selectGap = (desk: DeskState): HistoryGap | undefined => historyGap(desk);

/**
 * A list of past contacts by tab, and one of them opened in its place. What the two histories share; they differ in whose
 * contacts they are about.
 */
export abstract class HistoryBase extends DeskwireElement {
  static override styles = [
    surfaceStyles,
    buttonStyles,
    tabsStyles,
    rowStyles,
    noteStyles,
    spinnerStyles,
    focusStyles,
    historyStyles,
  ];

  /** Which contacts are listed. */
  @state() private tab: HistoryTab = 'all';
  /** The contact that is shown in place of the list. */
  @state() private opened: HistoryEntry | undefined;
  /** What shows it could not be loaded. */
  @state() private hasNoContent = false;

  @query('.list') private readonly list!: HTMLElement | null;
  @query('#opened') private readonly heading!: HTMLElement | null;

  readonly #language = new LanguageController(this, historyWords);
  readonly #gap = new StreamController(this, selectGap);
  readonly #clock = new ClockController(this, () => {
    if (startOfDay(this.#clock.now()) !== this.#today) this.requestUpdate();
  });
  readonly #lists = new HistoryListController(this, {
    wanted: () => this.#wanted(),
    holds: () => this.#isUsed(),
  });
  readonly #listed = new Listed(() => ({list: this.#lists.shown, tab: this.tab, scope: this.scope}));
  readonly #numbers = new NumberCards(this);
  readonly #rows = new RowsController(this, {
    items: () => this.#listed.items,
    columns: (item) =>
      item.kind === 'entry' ? columnsOf(entryView(item.entry, this.scope), this.#numbers.canDial) : [],
    scroller: () => this.list,
    pinned: () => this.#numbers.openKey,
    isRtl: () => this.#language.dir === 'rtl',
    nearEnd: () => {
      this.#listed.loadAhead();
    },
  });
  #today = 0;
  #wantedBefore = '';

  /** Whose contacts these are. */
  protected abstract readonly scope: HistoryScope;

  /** The contact whose customer's history is shown; for the agent's own: undefined. */
  protected abstract customerOf(): InteractionId | undefined;

  protected override willUpdate(_changed: PropertyValues): void {
    this.#today = startOfDay(this.#clock.now());
    const wanted = this.#wanted();
    const key = wanted ? `${wanted.scope} ${wanted.interactionId ?? ''}` : '';
    if (key === this.#wantedBefore) return;
    this.#wantedBefore = key;
    this.opened = undefined;
    this.#begin();
  }

  protected override render(): TemplateResult {
    const {locale, dir} = this.#language;
    const scene = this.#scene();
    const {opened} = this;
    return html`<section
      class="card"
      part="card"
      lang=${locale}
      dir=${dir}
      aria-labelledby=${opened ? 'opened' : 'title'}
    >
      ${opened ? this.#openedTemplate(opened) : nothing}
      <div class="panel whole" ?hidden=${opened !== undefined}>
        ${headTemplate(scene)} ${panelTemplate(scene)}
      </div>
      <div
        class="popover top card-of-number"
        popover="manual"
        role="dialog"
        aria-label=${this.#language.t('numberActions')}
        @pointerenter=${this.#handleCardEnter}
        @pointerleave=${this.#handleCardLeave}
      >
        ${this.#numbers.card?.content ?? nothing}
      </div>
    </section>`;
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    // Without a row there is nothing to scroll: what the tab lists may be further back.
    if (this.#lists.shown?.phase !== 'ready' || this.#listed.items.length > 0) return;
    void this.updateComplete.then(() => {
      this.#listed.loadAhead();
    });
  }

  #scene(): ListScene {
    const list = this.#lists.shown;
    return {
      ...{list, language: this.#language, scope: this.scope, tab: this.tab},
      gap: this.#gap.stream ? this.#gap.value : 'connecting',
      count: this.#listed.items.length,
      isLive: this.#lists.isLive,
      rows: () => this.#rowsTemplate(),
      numbers: this.#numbers,
      choose: this.#choose,
      refresh: () => {
        this.#lists.refresh();
      },
      release: () => {
        void this.#release();
      },
      more: () => {
        void this.#more();
      },
      scrolled: this.#handleScroll,
      focused: this.#handleFocus,
      keyed: this.#handleKey,
      left: this.#handleLeft,
      pointed: this.#handlePointer,
    };
  }

  #rowsTemplate(): unknown {
    return rowsTemplate({
      ...{language: this.#language, scope: this.scope, today: this.#today, items: this.#listed.items},
      pieces: this.#rows.pieces(),
      stop: this.#rows.stop,
      canDial: this.#numbers.canDial,
      carded: this.#numbers.openKey,
      open: (view) => {
        this.#open(view);
      },
      press: ({interactionId, number = ''}) => {
        this.#numbers.press(interactionId, number);
      },
    });
  }

  #openedTemplate(entry: HistoryEntry): TemplateResult {
    return openedTemplate(entry, {
      ...{language: this.#language, scope: this.scope, customerOf: this.customerOf()},
      isMissing: this.hasNoContent,
      back: this.#handleBack,
      retry: () => {
        void this.#loadContent();
      },
    });
  }

  #wanted(): Wanted | undefined {
    const {scope, tab} = this;
    if (!this.#gap.stream || this.#gap.value !== undefined) return undefined;
    if (scope === 'mine') return {scope, tab};
    const interactionId = this.customerOf();
    return interactionId === undefined ? undefined : {scope, tab, interactionId};
  }

  /** Nothing may move in a list that somebody reads, points at, or is in. */
  #isUsed(): boolean {
    const {list} = this;
    if (this.opened || this.#numbers.openKey !== undefined) return true;
    return list !== null && (list.scrollTop > 0 || list.matches(':hover, :focus-within'));
  }

  /** Other rows are shown, from their beginning. */
  #begin(): void {
    this.#numbers.card?.close();
    this.#listed.begin();
    this.#rows.reset();
  }

  /** Asked for by hand: the first of the new rows gets the focus, since the button moves away from whoever pressed it. */
  async #more(): Promise<void> {
    const before = this.#listed.items.length;
    const count = await this.#listed.loadMore();
    if (count > 0 && this.isConnected) await this.#rows.focusFrom(before);
  }

  async #release(): Promise<void> {
    this.#lists.shown?.release();
    this.#rows.reset();
    await this.updateComplete;
    await this.#rows.focus();
  }

  #open({interactionId, opens}: EntryView): void {
    const entry = this.#listed.entry(interactionId);
    if (!opens || !entry) return;
    const request = new HistoryOpenEvent({interactionId, kind: opens});
    if (!this.dispatchEvent(request)) return;
    this.#numbers.card?.close();
    this.opened = entry;
    void this.#loadContent();
    void this.updateComplete.then(() => {
      this.heading?.focus();
    });
  }

  async #loadContent(): Promise<void> {
    const content = await loadHistoryContent();
    content?.defineHistoryContent();
    this.hasNoContent = content === undefined;
  }

  #letIn(): void {
    if (this.isConnected && !this.#isUsed()) this.#lists.shown?.release();
  }

  #numberAt(target: EventTarget | null): NumberSpot | undefined {
    const button = target instanceof Element ? target.closest('.btn.number') : null;
    const key = button?.closest<RowElement>('.row')?.spotKey;
    const number = this.#listed.entry(key)?.customer.number;
    return button && key !== undefined && number !== undefined ? {button, key, number} : undefined;
  }

  readonly #handleBack = (): void => {
    this.opened = undefined;
    void this.updateComplete.then(() => this.#rows.focus());
  };

  readonly #choose = (tab: HistoryTab): void => {
    const hadFocus = this.shadowRoot?.activeElement?.matches('[role="tab"]') ?? false;
    if (tab !== this.tab) {
      this.tab = tab;
      this.#begin();
    }
    if (!hadFocus) return;
    void this.updateComplete.then(() => {
      this.shadowRoot?.getElementById(`tab-${tab}`)?.focus();
    });
  };

  readonly #handleScroll = (): void => {
    this.#numbers.card?.scrolled();
    this.#rows.handleScroll();
    this.#letIn();
  };

  readonly #handleFocus = (event: FocusEvent): void => {
    this.#rows.handleFocus(event);
    this.#numbers.focused(this.#numberAt(event.target), event.relatedTarget);
  };

  readonly #handleKey = (event: KeyboardEvent): void => {
    const isRow = event.target instanceof Element && event.target.matches('.row');
    if (!isRow || event.key !== 'Enter' || event.isComposing) {
      this.#rows.handleKey(event);
      return;
    }
    const entry = this.#listed.entry((event.target as RowElement).spotKey);
    if (entry) this.#open(entryView(entry, this.scope));
  };

  /** What was held back comes in once nobody uses the list any more. */
  readonly #handleLeft = (event: Event): void => {
    const to = event instanceof FocusEvent ? event.relatedTarget : null;
    if (to instanceof Node && this.list?.contains(to)) return;
    setTimeout(() => {
      this.#letIn();
    });
  };

  readonly #handlePointer = (event: PointerEvent): void => {
    this.#numbers.pointed(this.#numberAt(event.target), event);
  };

  readonly #handleCardEnter = (): void => {
    this.#numbers.card?.stay();
  };

  readonly #handleCardLeave = (): void => {
    this.#numbers.card?.leave();
  };
}
