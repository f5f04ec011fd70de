import {html, nothing, type PropertyValues, type TemplateResult} from 'lit';
import {query, state} from 'lit/decorators.js';
import type {DeskState, HistoryEntry, InteractionId} from '@deskwire/domain';
import {
  backIcon,
  buttonStyles,
  ClockController,
  controlOf,
  DeskwireElement,
  focusStyles,
  LanguageController,
  lazily,
  noteStyles,
  popoverStyles,
  rowStyles,
  spinnerStyles,
  StreamController,
  surfaceStyles,
  tabsStyles,
  warningIcon,
} from '@deskwire/kit';

import {HistoryOpenEvent} from './history.events.js';
import {historyWords} from './history.messages.js';
import {
  entryView,
  historyGap,
  isInTab,
  itemsOf,
  startOfDay,
  type EntryView,
  type HistoryGap,
  type HistoryItem,
  type HistoryScope,
  type HistoryTab,
} from './history.view.js';
import {HistoryListController, type Wanted} from './list-controller.js';
import {headTemplate, panelTemplate, type ListScene} from './list.template.js';
import type {NumberCardController} from './number-card.js';
import {RowsController, type RowElement} from './rows-controller.js';
import {columnsOf, rowsTemplate} from './rows.template.js';

import {historyStyles} from './history.styles.js';
import {numberCardStyles} from './number-card.styles.js';

/** What a contact's content is shown with; loaded when the first one is opened. */
export const loadHistoryContent = lazily(async () => (await import('./content.js')).defineHistoryContent());

/** What can be done with a number; loaded when somebody comes to the first one. */
export const loadNumberCard = lazily(() => import('./number-card.js'));

const NO_ITEMS: readonly HistoryItem[] = [];
/** So many pages in a row may bring nothing for a tab before a person has to ask for the next. */
const MOST_BARREN = 5;

/** What of the desk says whether the agent may dial at all; whether they may now is the card's business. */
const selectDialling = ({viewer, capabilities, tenant, profile}: DeskState): readonly unknown[] => [
  viewer,
  capabilities,
  tenant,
  profile,
];
const isSame = (a: readonly unknown[], b: readonly unknown[]): boolean => a.every((one, at) => one === b[at]);

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
    popoverStyles,
    focusStyles,
    historyStyles,
    numberCardStyles,
  ];

  /** What can be done with a number could not be loaded. */
  @state() private hasNoCard = false;
  /** Which contacts are listed. */
  @state() private tab: HistoryTab = 'all';
  /** The contact that is shown in place of the list. */
  @state() private opened: HistoryEntry | undefined;
  /** What shows it could not be loaded: without a connection, or after an update. */
  @state() private hasNoContent = false;

  @query('.list') private readonly list!: HTMLElement | null;
  @query('#opened') private readonly heading!: HTMLElement | null;

  readonly #language = new LanguageController(this, historyWords);
  readonly #gap = new StreamController(this, selectGap);
  readonly #dialling = new StreamController(this, selectDialling, isSame);
  readonly #clock = new ClockController(this, () => {
    if (startOfDay(this.#clock.now()) !== this.#today) this.requestUpdate();
  });
  readonly #lists = new HistoryListController(this, {
    wanted: () => this.#wanted(),
    holds: () => this.#isUsed(),
  });
  #card: NumberCardController | undefined;
  readonly #rows = new RowsController(this, {
    items: () => this.#items(),
    columns: (item) => (item.kind === 'entry' ? columnsOf(this.#viewOf(item), this.#canDial) : []),
    scroller: () => this.list,
    pinned: () => this.#card?.carded?.key,
    isRtl: () => this.#language.dir === 'rtl',
    nearEnd: () => {
      this.#loadAhead();
    },
  });
  #today = 0;
  #made: {readonly parts: readonly unknown[]; readonly items: readonly HistoryItem[]} | undefined;
  #wantedBefore = '';
  #barren = 0;

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
    this.#barren = 0;
    this.#rows.reset();
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
        ${this.#card?.content ?? nothing}
      </div>
    </section>`;
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    // Without a row there is nothing to scroll: what the tab lists may be further back.
    if (this.#lists.shown?.phase !== 'ready' || this.#items().length > 0) return;
    void this.updateComplete.then(() => {
      this.#loadAhead();
    });
  }

  #scene(): ListScene {
    const list = this.#lists.shown;
    return {
      ...{list, language: this.#language, scope: this.scope, tab: this.tab},
      gap: this.#gap.stream ? this.#gap.value : 'connecting',
      count: this.#items().length,
      isLive: this.#lists.isLive,
      rows: () => this.#rowsTemplate(),
      dialNote: this.#dialNote(),
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
      ...{language: this.#language, scope: this.scope, today: this.#today, items: this.#items()},
      pieces: this.#rows.pieces(),
      stop: this.#rows.stop,
      canDial: this.#canDial,
      carded: this.#card?.carded?.key,
      open: (view) => {
        this.#open(view);
      },
      press: ({interactionId, number = ''}) => {
        void this.#useCard((card) => {
          card.press(interactionId, number);
        });
      },
    });
  }

  #openedTemplate(entry: HistoryEntry): TemplateResult {
    const language = this.#language;
    const view = entryView(entry, this.scope);
    return html`<header class="head">
        <dw-button
          class="back"
          variant="ghost"
          icon
          small
          title=${language.t('back')}
          .label=${language.t('back')}
          @click=${this.#handleBack}
          >${backIcon}</dw-button
        >
        <h2 id="opened" class="cut" tabindex="-1">${language.t(`opened-${view.opens ?? 'voice'}`)}</h2>
      </header>
      ${this.hasNoContent ? this.#missing() : nothing}
      <dw-history-content
        part="content"
        ?hidden=${this.hasNoContent}
        .entry=${entry}
        .scope=${this.scope}
        .customerOf=${this.customerOf()}
      ></dw-history-content>`;
  }

  #missing(): TemplateResult {
    const language = this.#language;
    return html`<div class="note bar danger" role="alert">
      ${warningIcon}<span class="grow">${language.t('contentFailed')}</span>
      <dw-button small @click=${this.#loadContent}>${language.t('retry')}</dw-button>
    </div>`;
  }

  #wanted(): Wanted | undefined {
    const {scope, tab} = this;
    if (!this.#gap.stream || this.#gap.value !== undefined) return undefined;
    if (scope === 'mine') return {scope, tab};
    const interactionId = this.customerOf();
    return interactionId === undefined ? undefined : {scope, tab, interactionId};
  }

  /** The rows of the tab; the same array as long as nothing in it changed. */
  #items(): readonly HistoryItem[] {
    const entries = this.#lists.shown?.entries;
    if (!entries?.length) return NO_ITEMS;
    const parts = [entries, this.tab, this.scope];
    if (this.#made && parts.every((part, index) => part === this.#made?.parts[index]))
      return this.#made.items;
    const items = itemsOf(
      entries.filter((entry) => isInTab(entry, this.tab)),
      this.scope,
    );
    this.#made = {parts, items};
    return items;
  }

  #viewOf({entry}: Extract<HistoryItem, {kind: 'entry'}>): EntryView {
    return entryView(entry, this.scope);
  }

  /** Nothing may move in a list that somebody reads, points at, or is in. */
  #isUsed(): boolean {
    const {list} = this;
    if (this.opened || this.#card?.carded) return true;
    return list !== null && (list.scrollTop > 0 || list.matches(':hover, :focus-within'));
  }

  #loadAhead(): void {
    const list = this.#lists.shown;
    if (!list?.hasMore || list.isBusy || list.moreRefusal || this.#barren >= MOST_BARREN) return;
    void this.#loadMore();
  }

  /** How many rows it brought. */
  async #loadMore(): Promise<number> {
    const before = this.#items().length;
    await this.#lists.shown?.more();
    const count = this.#items().length - before;
    this.#barren = count > 0 ? 0 : this.#barren + 1;
    return count;
  }

  /** Asked for by hand: the first of the new rows gets the focus, since the button moves away from whoever pressed it. */
  async #more(): Promise<void> {
    const before = this.#items().length;
    const count = await this.#loadMore();
    if (count <= 0 || !this.isConnected) return;
    await this.#rows.focusFrom(before);
  }

  async #release(): Promise<void> {
    this.#lists.shown?.release();
    this.#rows.reset();
    await this.updateComplete;
    await this.#rows.focus();
  }

  #open(view: EntryView): void {
    const {interactionId, opens} = view;
    const item = this.#items().find(({key}) => key === interactionId);
    if (!opens || item?.kind !== 'entry') return;
    if (!this.dispatchEvent(new HistoryOpenEvent({interactionId, kind: opens}))) return;
    this.#card?.close();
    this.opened = item.entry;
    void this.#loadContent();
    void this.updateComplete.then(() => {
      this.heading?.focus();
    });
  }

  readonly #loadContent = async (): Promise<void> => {
    this.hasNoContent = (await loadHistoryContent()) !== true;
  };

  readonly #handleBack = (): void => {
    this.opened = undefined;
    void this.updateComplete.then(() => this.#rows.focus());
  };

  readonly #choose = (tab: HistoryTab): void => {
    const hadFocus = this.shadowRoot?.activeElement?.matches('[role="tab"]') ?? false;
    if (tab !== this.tab) {
      this.tab = tab;
      this.#barren = 0;
      this.#card?.close();
      this.#rows.reset();
    }
    if (!hadFocus) return;
    void this.updateComplete.then(() => {
      this.shadowRoot?.getElementById(`tab-${tab}`)?.focus();
    });
  };

  readonly #handleScroll = (): void => {
    this.#card?.scrolled();
    this.#rows.handleScroll();
    this.#letIn();
  };

  readonly #handleFocus = (event: FocusEvent): void => {
    this.#rows.handleFocus(event);
    const number = this.#numberAt(event.target);
    // From its own card the focus comes back when that is closed.
    const isBack = event.relatedTarget instanceof Element && event.relatedTarget.closest('.popover') !== null;
    if (isBack || !number?.button.matches(':focus-visible')) return;
    void this.#useCard((card) => {
      if (number.button === this.shadowRoot?.activeElement) card.look(number.key, number.number);
    });
  };

  readonly #handleKey = (event: KeyboardEvent): void => {
    const isRow = event.target instanceof Element && event.target.matches('.row');
    if (isRow && event.key === 'Enter' && !event.isComposing) {
      const item = this.#items().find(({key}) => key === (event.target as RowElement).spotKey);
      if (item?.kind === 'entry') this.#open(this.#viewOf(item));
      return;
    }
    this.#rows.handleKey(event);
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
    const number = this.#numberAt(event.target);
    if (!number || event.pointerType !== 'mouse') return;
    if (event.type === 'pointerover') {
      void this.#useCard((card) => {
        if (number.button.matches(':hover')) card.point(number.key, number.number);
      });
    } else this.#card?.leave();
  };

  readonly #handleCardEnter = (): void => {
    this.#card?.stay();
  };

  readonly #handleCardLeave = (): void => {
    this.#card?.leave();
  };

  get #canDial(): boolean {
    return controlOf(this.#dialling.stream?.permit({type: 'outdial.call'})).shown;
  }

  #dialNote(): unknown {
    if (!this.hasNoCard) return this.#card?.note ?? nothing;
    return html`<div class="note bar danger" role="alert">
      ${warningIcon}<span class="grow">${this.#language.t('cardFailed')}</span>
    </div>`;
  }

  /** Does something with the card of numbers, which is loaded for the first of them. */
  async #useCard(act: (card: NumberCardController) => void): Promise<void> {
    if (!this.#card) {
      const loaded = await loadNumberCard();
      this.hasNoCard = loaded === undefined;
      if (loaded) this.#card ??= new loaded.NumberCardController(this);
    }
    if (this.#card) act(this.#card);
  }

  #letIn(): void {
    if (this.isConnected && !this.#isUsed()) this.#lists.shown?.release();
  }

  #numberAt(
    target: EventTarget | null,
  ): {readonly key: string; readonly number: string; readonly button: Element} | undefined {
    const button = target instanceof Element ? target.closest('.btn.number') : null;
    const key = button?.closest<RowElement>('.row')?.spotKey;
    const item = this.#items().find((one) => one.key === key);
    if (!button || key === undefined || item?.kind !== 'entry') return undefined;
    return {button, key, number: item.entry.customer.number ?? ''};
  }
}
