// What a page's style sheet says to the widgets about colours: its accents, each with the schemes that it stands in.
import {declarationsOf} from './declarations.mjs';

const SCHEMES = ['light', 'dark'];
const KNOBS = ['--dw-accent', '--dw-font', '--dw-radius', '--dw-density'];
const COLOURS = /^(color|background(-color)?|border(-[\w-]+)?-color|border|outline(-color)?|opacity)$/;
const NO_ACCENT = 'sets no --dw-accent: measured is the built-in one';

/**
 * @param {string} cssText
 * @returns {{cases: {scheme: 'light' | 'dark', line?: number, custom: Map<string, string>}[], notes: string[]}} One case for
 *   each accent in each scheme that it is meant for: the sheet's custom properties there, `--dw-accent` among them.
 */
export function readTheme(cssText) {
  const all = declarationsOf(cssText).filter(({within}) => !within.some(isElsewhere));
  const declarations = all.map((declaration) => ({...declaration, ...schemesOf(declaration, all)}));
  if (!declarations.some(isAccent)) {
    const cases = schemesOf({within: [':root']}, all).schemes.map((scheme) => ({scheme, custom: new Map()}));
    return {cases, notes: [...notesOn(all), NO_ACCENT]};
  }
  return {cases: SCHEMES.flatMap((scheme) => casesOf(scheme, declarations)), notes: notesOn(all)};
}

const isAccent = ({property}) => property === '--dw-accent';
/** Where the screen's own colours are used, or nobody looks at a screen. */
const isElsewhere = (outer) => /forced-colors|@keyframes|@media print/.test(outer);
const isOfRoot = ({within}) => within.length === 1 && /^(:root|html)\b/.test(within[0]);

/** By an attribute or a media query around it, else by the `color-scheme` of its own rule or of the root's, else both. */
function schemesOf({within}, all) {
  const around = within.join(' ');
  const named =
    /data-dw-theme\s*=\s*["']?(light|dark)/.exec(around) ??
    /prefers-color-scheme\s*:\s*(light|dark)/.exec(around);
  if (named) return {schemes: [named[1]], isNamed: true};
  const sheets = all.filter(({property}) => property === 'color-scheme');
  const said = sheets.find((one) => one.within.join() === within.join()) ?? sheets.find(isOfRoot);
  const schemes = SCHEMES.filter((scheme) => said?.value.split(' ').includes(scheme));
  return {schemes: schemes.length ? schemes : SCHEMES, isNamed: false};
}

/** An accent for whichever scheme gives way where another is named for this one. */
function casesOf(scheme, declarations) {
  const here = declarations.filter(({schemes}) => schemes.includes(scheme));
  const accents = here.filter(isAccent);
  const named = accents.filter(({isNamed}) => isNamed);
  const custom = here
    .filter(({property}) => property.startsWith('--') && !property.startsWith('--dw-'))
    .map(({property, value}) => [property, value]);
  return (named.length ? named : accents).map(({value, line}) => ({
    scheme,
    line,
    custom: new Map([...custom, ['--dw-accent', value]]),
  }));
}

function notesOn(declarations) {
  return declarations.flatMap(({within, property, line}) => {
    if (property.startsWith('--dw-') && !KNOBS.includes(property))
      return [`line ${line}: ${property} is none of the four variables, and is not measured`];
    if (within.some((outer) => outer.includes('::part(')) && COLOURS.test(property))
      return [`line ${line}: ${property} of a ::part() is not measured`];
    return [];
  });
}
