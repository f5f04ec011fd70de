// The contrast of every pair of tokens in a theme, and the nearest accent that would do.
import {fromOklch, toOklch} from '../docs/colour-forms.mjs';
import {hexOf, isOnScreen, oklabOf, rgbOf} from '../docs/colour.mjs';

/** How far an accent's lightness is moved at a time while a better one is looked for. */
const STEP = 0.005;

/** @typedef {{front: string, back: string, limit: number}} Pair two tokens' names, and the contrast that they need */
/** @typedef {{title?: string, scheme: 'light' | 'dark', custom?: Map<string, string>}} Theme */

/** Pairs of tokens, measured in one theme or another. */
export class Meter {
  /** @type {readonly Pair[]} */
  pairs;
  #tokens;
  #contrastOf;

  /**
   * @param {{tokens: Map<string, string>, pairs: readonly Pair[], contrastOf: (one: number[], other: number[]) => number}} given
   *   What the widgets bring, and what a theme's custom properties are put upon.
   */
  constructor({tokens, pairs, contrastOf}) {
    this.pairs = pairs;
    this.#tokens = tokens;
    this.#contrastOf = contrastOf;
  }

  /**
   * The contrast of each pair, in their order. Throws, with the theme's title, where a colour cannot be read.
   * @param {Theme} theme
   * @returns {number[]}
   */
  measure(theme) {
    try {
      return this.#contrasts(theme);
    } catch (error) {
      throw new Error(`${theme.title}: ${error.message}`, {cause: error});
    }
  }

  #contrasts({scheme, custom = new Map()}) {
    const tokens = new Map([...this.#tokens, ...custom]);
    const seen = new Map();
    const rgb = (name) => {
      if (!seen.has(name)) seen.set(name, rgbOf(`var(--dw-color-${name})`, scheme, tokens));
      return seen.get(name);
    };
    return this.pairs.map(({front, back}) => this.#contrastOf(rgb(front), rgb(back)));
  }

  /**
   * The pairs that are below their limit.
   * @param {Theme} theme
   * @returns {(Pair & {contrast: number})[]}
   */
  failing(theme) {
    const contrasts = this.measure(theme);
    return this.pairs
      .map((pair, at) => ({...pair, contrast: contrasts[at]}))
      .filter(({contrast, limit}) => contrast < limit);
  }

  /**
   * The accent of the same hue, nearest in lightness, with which every pair holds: darker in the light scheme, lighter in
   * the dark one, where it stands against the surface. Undefined where there is none.
   * @param {Theme} theme
   * @returns {string | undefined}
   */
  nearest({scheme, custom = new Map()}) {
    const tokens = new Map([...this.#tokens, ...custom]);
    const [lightness, chroma, hue] = toOklch(oklabOf('var(--dw-color-accent)', scheme, tokens));
    const step = scheme === 'light' ? -STEP : STEP;
    for (let at = lightness + step; at > 0 && at < 1; at += step) {
      const accent = hexOfOklch([at, chroma, hue]);
      const theme = {scheme, custom: new Map([...custom, ['--dw-accent', accent]])};
      if (this.failing(theme).length === 0) return accent;
    }
    return undefined;
  }
}

/** On the screen; where no screen has so much colour at this lightness, with less of it. */
function hexOfOklch([lightness, chroma, hue]) {
  let saturation = chroma;
  while (saturation > 0 && !isOnScreen(fromOklch([lightness, saturation, hue]))) saturation -= STEP;
  return hexOf(rgbOf(`oklch(${lightness} ${Math.max(0, saturation)} ${hue})`, 'light', new Map()));
}
