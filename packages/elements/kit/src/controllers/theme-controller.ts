import type {ReactiveController} from 'lit';

import {readAmbient, watchAmbient} from '../ambient.js';
import type {ControllerHost} from '../context/consume.js';

const sheetOf = (scheme: string): CSSStyleSheet => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`:host{color-scheme:${scheme}!important}`);
  return sheet;
};

let sheets: Readonly<Record<string, CSSStyleSheet>> | undefined;
/** Made when first needed, so that importing the kit touches no browser API. */
const sheetFor = (theme: string): CSSStyleSheet | undefined =>
  (sheets ??= {light: sheetOf('light'), dark: sheetOf('dark')})[theme];

/**
 * Makes a widget follow the nearest `data-dw-theme="light | dark"`, also outside its shadow root, where CSS alone
 * cannot look (`:host-context` exists in one engine only). It swaps a shared constructed sheet: no attribute, no inline
 * style and no global CSS is touched. Without the attribute the tokens follow the system.
 */
export class ThemeController implements ReactiveController {
  #stop: (() => void) | undefined;
  #sheet: CSSStyleSheet | undefined;

  constructor(private readonly host: ControllerHost) {
    host.addController(this);
  }

  hostConnected(): void {
    this.#stop = watchAmbient(this.host, this.#apply);
    this.#apply();
  }

  hostDisconnected(): void {
    this.#stop?.();
    this.#stop = undefined;
  }

  readonly #apply = (): void => {
    const root = this.host.shadowRoot;
    const sheet = sheetFor(readAmbient(this.host).theme);
    if (!root || sheet === this.#sheet) return;
    const others = root.adoptedStyleSheets.filter((one) => one !== this.#sheet);
    root.adoptedStyleSheets = sheet ? [...others, sheet] : others;
    this.#sheet = sheet;
  };
}
