import {LitElement, type CSSResultGroup, type CSSResultOrNative} from 'lit';

import {ThemeController} from './controllers/theme-controller.js';
import {tokens} from './tokens.css.js';
import {baseStyles} from './styles/base.styles.js';

/** The properties by which a page says which contact a widget shows; without one, many follow what they find. */
const CONTACTS: ReadonlySet<PropertyKey> = new Set(['interactionId', 'selectedId']);

/**
 * What every widget is: a Lit element that carries the design tokens and follows the page's theme. Everything else is
 * a controller that a widget adds when it needs it. Primitives extend LitElement itself: they live inside widgets and
 * inherit the tokens.
 */
export abstract class DeskwireElement extends LitElement {
  /** Tokens and base styles come first; a widget lists only its own style modules in `styles`. */
  static override finalizeStyles(styles?: CSSResultGroup): CSSResultOrNative[] {
    return super.finalizeStyles([tokens, baseStyles, styles ?? []]);
  }

  constructor() {
    super();
    new ThemeController(this);
  }

  /** A template of Vue sets '' where it says undefined, once the property held a text: such a contact is none. */
  override requestUpdate(...change: Parameters<LitElement['requestUpdate']>): void {
    super.requestUpdate(...change);
    const [name] = change;
    if (name !== undefined && CONTACTS.has(name) && Reflect.get(this, name) === '')
      Reflect.set(this, name, undefined);
  }
}
