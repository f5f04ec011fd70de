import {nothing, type CSSResult, type PropertyValues} from 'lit';
import type {DeskState} from '@deskwire/domain';

import {LanguageController} from '../controllers/language-controller.js';
import {StreamController} from '../controllers/stream-controller.js';
import {DeskwireElement} from '../element.js';

import {addStyles} from './add-styles.js';
import type {Later} from './lazily.js';
import {LatePart} from './late-part.js';
import {lateWords} from './late.messages.js';
import {lateNotice} from './late.template.js';
import type {Need} from './need.js';
import {whenIdle} from './when-idle.js';

/**
 * The inside of an element: what it shows, and what it does about it. Its controllers live in the element, and it lives as
 * long as that.
 */
export abstract class LateBody<H extends DeskwireElement = DeskwireElement> {
  constructor(protected readonly host: H) {}

  /** Before each render, and before the controllers follow what is decided here. */
  follow(): void {}

  /** Just before each render, when all controllers have followed what the element was given. */
  look(): void {}

  /** Undefined: there is nothing to show. */
  abstract render(): unknown;

  /** After each render. */
  shown(): void {}
}

/** What the module of such an inside exports. */
export interface LateModule<H extends DeskwireElement, B extends LateBody = LateBody> {
  /** In the order in which they come after the element's own. */
  readonly styles: readonly CSSResult[];
  /** Registers what it is made of, and makes one for an element. */
  open(host: H): B;
}

/**
 * A widget whose inside is loaded later: when something comes that will need it, else when the page is idle after the desk
 * has come live, so that nobody ever waits for it. Where it has to be waited for after all, that is shown; where it cannot
 * be had, that is said, with a way to try again.
 */
export abstract class LateElement<B extends LateBody = LateBody> extends DeskwireElement {
  /** Loads the inside. */
  protected abstract readonly later: Later<LateModule<this, B>>;

  readonly #words = new LanguageController(this, lateWords);
  readonly #part = new LatePart(this, async () => this.#open(await this.later()));
  // What comes wakes the element until its inside does so itself.
  readonly #desk = new StreamController(this, (state) => (this.body ? 'now' : this.needOf(state)));
  #inside: B | undefined;
  #isAsked = false;
  #stopWaiting: () => void = () => undefined;

  /** What the desk needs of the inside now, what was set on the element considered. */
  protected abstract needOf(state: DeskState): Need;

  /** What is shown while there is nothing to show. */
  protected renderNothing(): unknown {
    return nothing;
  }

  /** The inside, once it is there. */
  protected get body(): B | undefined {
    return this.#part.value;
  }

  /** Runs something with the inside: at once where it is there, else as soon as it has come; not where it cannot be had. */
  protected within(run: (body: B) => void): void {
    if (this.body) run(this.body);
    else void this.#fill().then((body) => body && run(body));
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // Whoever comes back into the page asks anew for what could not be had.
    if (this.hasUpdated && !this.body) this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stopWaiting();
    this.#isAsked = false;
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    this.#fetch();
    this.body?.follow();
  }

  // Not earlier: the controllers follow what was set just before this.
  protected override update(changed: PropertyValues): void {
    this.body?.look();
    super.update(changed);
  }

  protected override render(): unknown {
    if (this.body) return this.body.render() ?? this.renderNothing();
    if (this.#need !== 'now') return this.renderNothing();
    return lateNotice(this.#words, this.#part.state === 'failed', this.#again);
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    this.body?.shown();
  }

  /** What the element shows is not complete before its inside is there. */
  protected override async getUpdateComplete(): Promise<boolean> {
    const isComplete = await super.getUpdateComplete();
    const {underWay} = this.#part;
    if (!underWay) return isComplete;
    await underWay;
    return super.getUpdateComplete();
  }

  /** Undefined until the desk has been told something. */
  get #need(): Need | undefined {
    const state = this.#desk.stream?.snapshot();
    return state?.cursor && this.needOf(state);
  }

  #fetch(): void {
    if (this.body) return;
    const need = this.#need;
    if (need === 'soon' || need === 'now') {
      const body = this.#open(this.later.loaded);
      if (body) this.#part.value = body;
      else this.#part.want();
    } else if (need && !this.#isAsked) {
      this.#isAsked = true;
      this.#stopWaiting = whenIdle(() => void this.later());
    }
  }

  async #fill(): Promise<B | undefined> {
    this.#part.want();
    await this.#part.underWay;
    return this.body;
  }

  /** One inside, though another element's module may arrive while this one's is awaited. */
  #open(module: LateModule<this, B> | undefined): B | undefined {
    if (!module || this.#inside) return this.#inside;
    addStyles(this, module.styles);
    return (this.#inside = module.open(this));
  }

  readonly #again = (): void => {
    this.#part.again();
  };
}
