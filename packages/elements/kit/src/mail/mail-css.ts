// Styles of a mail, judged by what the browser understood of them, in the frame that shows them.
import {imageAddressOf} from './addresses.js';

/** The frame's own window: sheets have to be made by the document that adopts them. */
export type FrameWindow = Window & typeof globalThis;

/** What is found out while styles are cleaned, and what they may fetch. */
export interface StyleReport {
  readonly remote: 'blocked' | 'shown';
  /** Addresses that were not kept because nobody allowed them. */
  readonly blocked: Set<string>;
  /** The mail has colours of its own, and expects the paper to be white. */
  hasColours: boolean;
}

/** Everything that makes an image out of an address, or could. */
const FETCHES =
  /(?:^|[^\w-])(?:url|src|image|(?:-webkit-)?image-set|(?:-webkit-)?cross-fade|element|-moz-element|paint|attr)\(/i;
const ADDRESSES = /url\("((?:[^"\\]|\\.)*)"\)/gi;
/** Lengths that depend on the frame's size, which depends on its content. */
const VIEWPORT = /\d(?:[sld]?v(?:h|b|min|max))\b/i;
const COLOURS = /^(?:color|background(?:-color|-image)?)$/;
const NO_COLOUR =
  /^(?:initial|inherit|unset|revert|revert-layer|transparent|none|currentcolor|rgba\(0, 0, 0, 0\))$/i;
const NEVER = new Set([
  'user-select',
  '-webkit-user-select',
  '-webkit-user-modify',
  '-webkit-app-region',
  'app-region',
]);

/** Whether a value fetches nothing but what is contained or allowed. */
const mayStay = (value: string, report: StyleReport): boolean => {
  if (!FETCHES.test(value)) return true;
  // What has no plain address is not judged at all.
  if (FETCHES.test(value.replace(ADDRESSES, ''))) return false;
  return [...value.matchAll(ADDRESSES)].every(([, written = '']) => {
    const address = imageAddressOf(written);
    if (address?.kind !== 'remote') return address?.kind === 'contained';
    if (report.remote === 'shown') return true;
    report.blocked.add(address.url);
    return false;
  });
};

const isCustom = (name: string): boolean => name.startsWith('--');

/** Takes out of a declaration whatever fetches, leaves its place, or would never stop growing. */
export const cleanStyle = (style: CSSStyleDeclaration, report: StyleReport): void => {
  for (const name of [...style]) {
    const value = style.getPropertyValue(name);
    // Empty: a shorthand that waits for a variable. A variable's value is not read by the browser before it is used.
    const isUnread = value === '' || (isCustom(name) && (FETCHES.test(value) || value.includes('\\')));
    if (isUnread || NEVER.has(name) || VIEWPORT.test(value) || !mayStay(value, report))
      style.removeProperty(name);
    else if (name === 'position' && /fixed|sticky/.test(value)) style.setProperty(name, 'absolute');
    else if (COLOURS.test(name) && !NO_COLOUR.test(value)) report.hasColours = true;
  }
};

/** How many rules are kept, and how many matches of rules with elements a browser is asked to try. */
const MAX_RULES = 3_000;
const MAX_MATCHES = 20_000_000;
const MAX_SHEET = 300_000;
const MAX_DEPTH = 10;

interface Nest {
  readonly cssRules: CSSRuleList;
  deleteRule(index: number): void;
}

const isNest = (rule: CSSRule): rule is CSSRule & Nest => 'cssRules' in rule && 'deleteRule' in rule;
const hasStyle = (rule: CSSRule): rule is CSSRule & {style: CSSStyleDeclaration} =>
  'style' in rule && rule.style !== null;
/** Rules with a condition, and what stands in rules. */
const GROUPS = new Set([
  'CSSMediaRule',
  'CSSSupportsRule',
  'CSSLayerBlockRule',
  'CSSContainerRule',
  'CSSScopeRule',
  'CSSKeyframesRule',
]);
/** Says what a prefix means. It fetches nothing, and no browser lets it be taken out. */
const NAMESPACE = 'CSSNamespaceRule';
const STYLED = new Set(['CSSStyleRule', 'CSSKeyframeRule', 'CSSNestedDeclarations']);
/** Selectors that look at everything inside an element, or are longer than anybody writes them. */
const isCostly = (selector: string): boolean =>
  selector.length > 2_000 || selector.includes(':has(') || selector.split(/[\s>+~]+/).length > 40;

const typeOf = (rule: CSSRule): string => Object.prototype.toString.call(rule).slice(8, -1);

class SheetCleaner {
  #left: number;

  constructor(
    private readonly report: StyleReport,
    elements: number,
  ) {
    this.#left = Math.min(MAX_RULES, Math.ceil(MAX_MATCHES / Math.max(1, elements)));
  }

  clean(nest: Nest, depth = 0): void {
    for (let index = nest.cssRules.length - 1; index >= 0; index -= 1) {
      const rule = nest.cssRules[index];
      if (rule && !this.#keeps(rule, depth)) nest.deleteRule(index);
    }
  }

  /** Imports, fonts, pages, and whatever the future brings, go. */
  #keeps(rule: CSSRule, depth: number): boolean {
    const type = typeOf(rule);
    if (type === NAMESPACE) return true;
    this.#left -= 1;
    if (this.#left < 0 || depth > MAX_DEPTH) return false;
    if (!GROUPS.has(type) && !STYLED.has(type)) return false;
    if ('selectorText' in rule && isCostly(String(rule.selectorText))) return false;
    if (STYLED.has(type) && hasStyle(rule)) cleanStyle(rule.style, this.report);
    if (isNest(rule)) this.clean(rule, depth + 1);
    return true;
  }
}

/**
 * Makes a mail's style sheets fit to be adopted by the frame.
 * @param elements How many elements they will be matched with.
 */
export const cleanSheets = (
  view: FrameWindow,
  sheets: readonly string[],
  report: StyleReport,
  elements: number,
): readonly CSSStyleSheet[] => {
  const cleaner = new SheetCleaner(report, elements);
  let left = MAX_SHEET;
  return sheets.flatMap((text) => {
    left -= text.length;
    if (left < 0) return [];
    const sheet = new view.CSSStyleSheet();
    sheet.replaceSync(text);
    cleaner.clean(sheet);
    return [sheet];
  });
};
