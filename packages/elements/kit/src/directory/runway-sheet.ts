/** Where the rows of a list stand, px. */
export interface Runway {
  /** Of the list, which scrolls. */
  readonly height: number;
  /** Of all its rows. */
  readonly length: number;
  /** Where the rows in sight begin. */
  readonly sight: number;
  /** Where the active row is, when it is not in sight. */
  readonly stray: number;
}

const RULES = [
  ['.list', 'block-size', 'height'],
  ['.runway', 'block-size', 'length'],
  ['.sight', 'inset-block-start', 'sight'],
  ['.stray', 'inset-block-start', 'stray'],
] as const satisfies readonly (readonly [string, string, keyof Runway])[];

/** Lengths that change as one scrolls, in a sheet of the element's own: a strict CSP refuses style attributes. */
export class RunwaySheet {
  readonly #sheet = new CSSStyleSheet();
  readonly #now = new Map<keyof Runway, number>();

  constructor(root: ShadowRoot) {
    for (const [selector] of RULES) this.#sheet.insertRule(`${selector} {}`, this.#sheet.cssRules.length);
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, this.#sheet];
  }

  set(runway: Runway): void {
    for (const [index, [, name, key]] of RULES.entries()) {
      if (this.#now.get(key) === runway[key]) continue;
      this.#now.set(key, runway[key]);
      (this.#sheet.cssRules[index] as CSSStyleRule).style.setProperty(name, `${runway[key]}px`);
    }
  }
}
