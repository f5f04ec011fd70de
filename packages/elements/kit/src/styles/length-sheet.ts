/** Which property of which elements a length is: a selector and the property's name. */
export type LengthRule = readonly [selector: string, property: string];

/** Lengths that change as one scrolls, px, in a sheet of the element's own: a strict CSP refuses style attributes. */
export class LengthSheet<K extends string> {
  readonly #rules = new Map<K, {readonly style: CSSStyleDeclaration; readonly property: string}>();
  readonly #now = new Map<K, number>();

  constructor(root: ShadowRoot, rules: Readonly<Record<K, LengthRule>>) {
    const sheet = new CSSStyleSheet();
    for (const [key, [selector, property]] of Object.entries(rules) as [K, LengthRule][]) {
      const rule = sheet.cssRules[sheet.insertRule(`${selector} {}`, sheet.cssRules.length)];
      this.#rules.set(key, {style: (rule as CSSStyleRule).style, property});
    }
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  }

  /** Sets those that are another than they were. */
  set(lengths: Readonly<Record<K, number>>): void {
    for (const [key, {style, property}] of this.#rules) {
      if (this.#now.get(key) === lengths[key]) continue;
      this.#now.set(key, lengths[key]);
      style.setProperty(property, `${lengths[key]}px`);
    }
  }
}
