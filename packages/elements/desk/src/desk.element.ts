import {html, nothing, type PropertyValues, type TemplateResult} from 'lit';
import {property, state} from 'lit/decorators.js';
import {
  buttonStyles,
  clockContext,
  createClock,
  DeskwireElement,
  fill,
  focusStyles,
  languageContext,
  offlineIcon,
  provideContext,
  refreshIcon,
  stateStyles,
  streamContext,
  surfaceStyles,
  type Locale,
  type Provision,
} from '@deskwire/kit';
import {
  createStream,
  sharedPort,
  type ConnectionStatus,
  type DeskStream,
  type Port,
  type StreamHandle,
  type StreamOptions,
} from '@deskwire/stream';

import {Arrivals} from './arrivals.js';
import {bannerOf, type Banner} from './connection.view.js';
import {DeskLanguage} from './desk-language.js';
import {ConnectionChangedEvent} from './desk.events.js';
import {deskWords, lossText} from './desk.messages.js';
import {deskStyles} from './desk.styles.js';

/** Interruptions shorter than this pass without a word. */
const PATIENCE_MS = 1000;

interface Provided {
  readonly target: Element;
  readonly stream: Provision<StreamHandle | undefined>;
  readonly others: readonly Provision<unknown>[];
}

/**
 * One agent's desk. Give it a `port`, and every widget inside it (or, with `scope="page"`, anywhere on the page) has the
 * stream, the language and the clock. It connects when it has a port and is in the page, and closes when it is taken out;
 * moving it within the page keeps the connection.
 *
 * @element dw-desk
 * @slot - Widgets, and anything else.
 * @slot connection - Stands in for the connection banner.
 * @csspart banner - The connection banner, shown while the connection is lost.
 * @cssprop --dw-accent - The page's accent colour.
 * @cssprop --dw-font - The page's font family.
 * @cssprop --dw-radius - Corner radius of controls, 0 to 12px.
 * @cssprop --dw-density - 0.875 compact, 1, 1.25 touch.
 * @fires {ConnectionChangedEvent} dw-connection-changed - The connection to the backend changed.
 * @fires {InteractionArrivedEvent} dw-interaction-arrived - An interaction came to this agent: for a screen pop.
 * @fires {InteractionEndedEvent} dw-interaction-ended - This agent's part of an interaction is over.
 */
export class DeskElement extends DeskwireElement {
  static override styles = [surfaceStyles, stateStyles, buttonStyles, focusStyles, deskStyles];

  static override get observedAttributes(): string[] {
    return [...super.observedAttributes, 'dir'];
  }

  /** `ko` or `en`; without it, the language of the page around. */
  @property() language = '';
  /** Who gets the stream: what is inside, or the whole page. Set it before the desk is put into the page. */
  @property() scope: 'children' | 'page' = 'children';
  /**
   * Who is signed in, and where, such as `desk.example.com/yoon`: all tabs of the page's origin whose desks say the same
   * share one connection. It is no secret; never put a token here. Empty: this desk has its own. Read when a port is set.
   */
  @property() shared = '';
  /** For tests and special hosts: what the stream takes time and chance from. Read when a port is set. */
  @property({attribute: false}) streamOptions: StreamOptions = {};

  @state() private status: ConnectionStatus | undefined;
  @state() private hasPatience = true;

  readonly #language = new DeskLanguage(
    this,
    () => this.language,
    () => {
      this.requestUpdate();
    },
  );
  readonly #clock = createClock(() => this.#stream?.now() ?? Date.now());
  #port: Port | undefined;
  #stream: DeskStream | undefined;
  #subscriptions: readonly {unsubscribe(): void}[] = [];
  #provided: Provided | undefined;
  #arrivals = new Arrivals();
  #patience: ReturnType<typeof setTimeout> | undefined;
  #wasLive = false;

  /** The way to the backend. Setting another one replaces the stream; undefined ends it. */
  @property({attribute: false})
  get port(): Port | undefined {
    return this.#port;
  }
  set port(port: Port | undefined) {
    if (port === this.#port) return;
    this.#port = port;
    if (this.#provided) this.#restart();
    else this.#stream = undefined;
  }

  /** The stream of this desk; undefined without a port or outside the page. The same until the port is replaced. */
  get stream(): StreamHandle | undefined {
    return this.#provided && this.#stream;
  }

  /** How the connection is. */
  get connection(): ConnectionStatus | undefined {
    return this.status;
  }

  /** Tries at once instead of waiting, or begins again after the end of a connection. */
  reconnect(): void {
    if (this.#provided) this.#stream?.connect();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#language.start();
    this.#provide();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#language.stop();
    // A desk that is only moved is back in the page by then.
    setTimeout(() => {
      if (!this.isConnected) this.#end();
    });
  }

  override attributeChangedCallback(name: string, before: string | null, now: string | null): void {
    super.attributeChangedCallback(name, before, now);
    if (this.isConnected) this.#language.read();
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('language') && this.isConnected) this.#language.read();
  }

  protected override updated(): void {
    const banner = this.renderRoot.querySelector<HTMLElement>('.banner');
    const isShown = this.#banner().kind !== 'none';
    if (banner && banner.matches(':popover-open') !== isShown) banner.togglePopover(isShown);
  }

  protected override render(): TemplateResult {
    const {locale, dir} = this.#language.current();
    const banner = this.#banner();
    // The live region is there before it has something to say; the banner is not.
    return html`<slot></slot>
      <p class="hidden-text" role="status" lang=${locale} dir=${dir}>${this.#words(banner, locale)}</p>
      <slot name="connection">
        <div part="banner" class="banner top danger" popover="manual" lang=${locale} dir=${dir}>
          ${banner.kind === 'none' ? nothing : offlineIcon}
          <span class="words" aria-hidden="true">${this.#words(banner, locale)}</span>
          ${
            banner.kind === 'lost'
              ? html`<dw-timer
                  .since=${banner.since}
                  .label=${fill(locale, deskWords[locale].duration)}
                ></dw-timer>`
              : nothing
          }
          ${this.#renderButton(banner, locale)}
        </div>
      </slot>`;
  }

  #renderButton(banner: Banner, locale: Locale): TemplateResult | typeof nothing {
    const words = deskWords[locale];
    if (banner.kind === 'none' || banner.kind === 'resyncing') return nothing;
    if (banner.kind === 'closed' && !banner.canConnect) return nothing;
    return html`<dw-button
      small
      @click=${() => {
        this.reconnect();
      }}
      >${refreshIcon}${banner.kind === 'lost' ? words.tryNow : words.connect}</dw-button
    >`;
  }

  #words(banner: Banner, locale: Locale): string {
    if (banner.kind === 'none') return '';
    return banner.kind === 'closed' ? lossText(locale, banner.refusal) : deskWords[locale][banner.kind];
  }

  #banner(): Banner {
    const banner = bannerOf(this.status, this.#wasLive);
    return this.hasPatience && banner.kind !== 'closed' ? {kind: 'none'} : banner;
  }

  #provide(): void {
    const target = this.scope === 'page' ? this.ownerDocument.documentElement : this;
    if (this.#provided?.target === target) return;
    this.#unprovide();
    // Before the stream is provided, so that what wakes up by it finds language and clock as well.
    const others = [
      provideContext(target, languageContext, this.#language),
      provideContext(target, clockContext, this.#clock),
    ];
    this.#provided = {target, others, stream: provideContext(target, streamContext, undefined)};
    this.#leave();
    if (this.#stream) this.#serve(this.#stream);
    else this.#restart();
  }

  #restart(): void {
    const old = this.#stream;
    this.#leave();
    this.#stream = this.#port && createStream(this.#way(this.#port), this.streamOptions);
    this.#serve(this.#stream);
    old?.close();
  }

  #serve(stream: DeskStream | undefined): void {
    this.#provided?.stream.set(stream);
    if (stream) this.#follow(stream);
    else this.status = undefined;
  }

  #way(port: Port): Port {
    return this.shared ? sharedPort(port, {name: this.shared}) : port;
  }

  #follow(stream: DeskStream): void {
    this.#arrivals = new Arrivals();
    this.#wasLive = false;
    const facts = stream.facts$.subscribe((fact) => {
      for (const event of this.#arrivals.after(fact, stream.snapshot())) this.dispatchEvent(event);
    });
    stream.connect();
    // Not before, or it would say twice that it connects.
    const status = stream.status$.subscribe((now) => {
      this.#hear(now);
    });
    this.#subscriptions = [facts, status];
  }

  #hear(status: ConnectionStatus): void {
    this.status = status;
    if (status.state === 'live') this.#wasLive = true;
    if (status.state === 'live' || status.state === 'connecting') this.#calm();
    else this.#patience ??= setTimeout(() => (this.hasPatience = false), PATIENCE_MS);
    this.dispatchEvent(new ConnectionChangedEvent(status));
  }

  #calm(): void {
    clearTimeout(this.#patience);
    this.#patience = undefined;
    this.hasPatience = true;
  }

  /** Stops listening to the stream. */
  #leave(): void {
    for (const subscription of this.#subscriptions) subscription.unsubscribe();
    this.#subscriptions = [];
    this.#calm();
  }

  #unprovide(): void {
    for (const provision of this.#provided ? [...this.#provided.others, this.#provided.stream] : [])
      provision.close();
    this.#provided = undefined;
  }

  /** The stream is kept: what widgets keep by it, such as unsaved edits, is there again when the desk is put back. */
  #end(): void {
    this.#leave();
    this.#unprovide();
    this.#stream?.close();
    this.status = undefined;
  }
}
