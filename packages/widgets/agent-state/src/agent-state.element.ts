import {html, nothing, type PropertyValues, type TemplateResult} from 'lit';
import type {Ask, ChosenState, Verdict} from '@deskwire/domain';
import {
  addStyles,
  announce,
  announcerFor,
  buttonStyles,
  DeskwireElement,
  focusStyles,
  LanguageController,
  LatePart,
  lateNotice,
  lateStyles,
  lateWords,
  lazily,
  PlainCommandController,
  PopoverController,
  popoverStyles,
  spinnerStyles,
  stateStyles,
  StreamController,
  surfaceStyles,
} from '@deskwire/kit';

import {
  AgentStateDoneEvent,
  AgentStateRequestEvent,
  SignOutDoneEvent,
  SignOutRequestEvent,
} from './agent-state.events.js';
import {words} from './agent-state.messages.js';
import {buttonContent, hueOf, KEYS} from './agent-state.template.js';
import {
  canOpen,
  currentState,
  menuView,
  sameSlice,
  selectAgentSlice,
  type AgentSlice,
} from './agent-state.view.js';

import {agentStateStyles} from './agent-state.styles.js';

/** Loads what is in the menu. */
export const loadAgentMenu = lazily(() => import('./agent-state.menu.js'));

/**
 * The agent's own state: what it is, since when, and a menu to change it or to sign out. While contacts are at hand the
 * button shows what the work makes of it (Engaged, Wrap-up); what the agent chose meanwhile is marked in the menu.
 *
 * @element dw-agent-state
 * @csspart button - The button.
 * @csspart menu - The surface of the menu.
 * @fires {AgentStateRequestEvent} dw-agent-state-request - The agent chose a state; cancelable.
 * @fires {AgentStateDoneEvent} dw-agent-state-done - The chosen state was taken.
 * @fires {SignOutRequestEvent} dw-sign-out-request - The agent asked to be signed out; cancelable.
 * @fires {SignOutDoneEvent} dw-sign-out-done - The agent is signed out.
 */
export class AgentStateElement extends DeskwireElement {
  static override styles = [
    surfaceStyles,
    buttonStyles,
    popoverStyles,
    stateStyles,
    spinnerStyles,
    focusStyles,
    lateStyles,
    agentStateStyles,
  ];

  readonly #language = new LanguageController(this, words);
  readonly #lateWords = new LanguageController(this, lateWords);
  readonly #commands = new PlainCommandController(this);
  readonly #slice = new StreamController(this, selectAgentSlice, sameSlice);
  readonly #menu = new PopoverController(this, {
    anchor: () => this.renderRoot.querySelector<HTMLElement>('.anchor'),
    popover: () => this.renderRoot.querySelector<HTMLElement>('.popover'),
    focus: () => this.renderRoot.querySelector<HTMLElement>('dw-search-list'),
  });
  readonly #content = new LatePart(
    this,
    async () => {
      const content = await loadAgentMenu();
      if (!content) return undefined;
      content.defineMenuParts();
      addStyles(this, content.styles);
      return content;
    },
    () => {
      this.#hasCome = true;
    },
  );
  /** What is in the menu came just now. */
  #hasCome = false;
  /** The key of the command that the open menu waits for. */
  #awaited: string | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    announcerFor(this);
  }

  protected override willUpdate(): void {
    const slice = this.#slice.value;
    if (this.#menu.open && !(slice && canOpen(slice, this.#permit))) this.#menu.hide();
    this.#settle();
  }

  protected override render(): TemplateResult {
    const {locale, dir} = this.#language;
    const slice = this.#slice.value;
    return html`<div class="frame" lang=${locale} dir=${dir}>
      ${this.#button(slice)} ${this.#surface(slice)}
    </div>`;
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    if (this.#opens) this.#content.wantWhenIdle();
    if (this.#hasCome && this.#menu.open) this.#menu.focus();
    this.#hasCome = false;
  }

  protected override async getUpdateComplete(): Promise<boolean> {
    const isComplete = await super.getUpdateComplete();
    await this.#content.underWay;
    return isComplete;
  }

  #button(slice: AgentSlice | undefined): TemplateResult {
    const current = slice ? currentState(slice) : ({state: 'unknown'} as const);
    const opens = slice !== undefined && canOpen(slice, this.#permit);
    const pending = this.#commands.isPending(KEYS.state);
    return html`<button
      class="btn agent anchor ${hueOf(current)}"
      part="button"
      type="button"
      aria-haspopup=${opens ? 'dialog' : nothing}
      aria-expanded=${opens ? String(this.#menu.open) : nothing}
      aria-disabled=${opens ? nothing : 'true'}
      aria-busy=${pending ? 'true' : nothing}
      @pointerenter=${this.#want}
      @focusin=${this.#want}
      @click=${this.#handleClick}
      @keydown=${this.#handleKey}
    >
      ${buttonContent(this.#language, current, {pending, opens})}
    </button>`;
  }

  #surface(slice: AgentSlice | undefined): TemplateResult {
    const isOpen = this.#menu.open && slice !== undefined;
    return html`<div
      class="popover top at-end menu-surface"
      part="menu"
      popover="manual"
      role="dialog"
      aria-label=${this.#language.t('menu')}
    >
      ${isOpen ? this.#menuContent(slice) : nothing}
    </div>`;
  }

  #menuContent(slice: AgentSlice): TemplateResult {
    const {value, state} = this.#content;
    if (!value) {
      return lateNotice(this.#lateWords, state === 'failed', () => {
        this.#content.again();
      });
    }
    const context = {
      words: this.#language,
      commands: this.#commands,
      choose: this.#choose,
      signOut: this.#signOut,
      retry: this.#retry,
    };
    return value.menuTemplate(context, menuView(slice, this.#permit));
  }

  /** The menu stays until what was asked is a fact: then it closes; a refusal stands in it, or is told when it is closed. */
  #settle(): void {
    const key = this.#awaited;
    if (key === undefined || this.#commands.isPending(key)) return;
    this.#awaited = undefined;
    const refusal = this.#commands.refusal(key);
    if (!refusal) this.#close();
    else if (!this.#menu.open) {
      announce(this, this.#content.value?.refusalText(this.#language.locale, refusal) ?? '');
    }
  }

  #await(key: string): void {
    this.#awaited = key;
    // Also where nothing was sent: the page prevented it.
    this.requestUpdate();
  }

  #close(): void {
    if (!this.#menu.open) return;
    const hadFocus = this.shadowRoot?.activeElement != null;
    this.#menu.hide();
    if (hadFocus) this.renderRoot.querySelector<HTMLElement>('.anchor')?.focus();
  }

  get #opens(): boolean {
    const slice = this.#slice.value;
    return slice !== undefined && canOpen(slice, this.#permit);
  }

  readonly #permit = (ask: Ask): Verdict | undefined => this.#slice.stream?.permit(ask);

  readonly #choose = (to: ChosenState): void => {
    this.#commands.run(KEYS.state, {
      command: {type: 'agent.set-state', to},
      request: () => new AgentStateRequestEvent(to),
      done: () => new AgentStateDoneEvent(to),
    });
    this.#await(KEYS.state);
  };

  readonly #signOut = (event: Event): void => {
    if ((event.currentTarget as Element).getAttribute('aria-disabled') === 'true') return;
    this.#commands.run(KEYS.signOut, {
      command: {type: 'agent.sign-out'},
      request: () => new SignOutRequestEvent(),
      done: () => new SignOutDoneEvent(),
    });
    this.#await(KEYS.signOut);
  };

  readonly #retry = (key: string): void => {
    this.#commands.retry(key);
    this.#await(key);
  };

  readonly #want = (): void => {
    this.#content.want();
  };

  readonly #handleClick = (): void => {
    this.#content.want();
    if (this.#opens) this.#menu.toggle();
  };

  readonly #handleKey = (event: KeyboardEvent): void => {
    if (event.isComposing || event.keyCode === 229) return;
    if (event.key !== 'ArrowDown' || !this.#opens || this.#menu.open) return;
    event.preventDefault();
    this.#menu.show();
  };
}
