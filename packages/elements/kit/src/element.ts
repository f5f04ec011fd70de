import {LitElement, type CSSResultGroup, type CSSResultOrNative} from 'lit';

import {ThemeController} from './controllers/theme-controller.js';
import {tokens} from './tokens.css.js';
import {baseStyles} from './styles/base.styles.js';

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
}
