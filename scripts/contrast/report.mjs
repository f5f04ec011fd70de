// What the contrast command prints.

import {readFileSync} from 'node:fs';
import {basename} from 'node:path';
import {readTheme} from './theme-file.mjs';

/** @typedef {import('./measure.mjs').Meter} Meter */
/** @typedef {import('./measure.mjs').Theme} Theme */

/**
 * The built-in themes and those of style sheets, measured. Throws where a file or a colour in it cannot be read.
 * @param {string[]} paths
 * @param {Meter} meter
 */
export function reportOn(paths, meter) {
  const sheets = paths.map(themesOf);
  /** @type {Theme[]} */
  const themes = [
    {title: 'light', scheme: 'light'},
    {title: 'dark', scheme: 'dark'},
    ...sheets.flatMap((sheet) => sheet.themes),
  ];
  const failures = failuresOf(themes, meter);
  return {
    notes: sheets.flatMap(({notes}) => notes),
    table: tableOf(themes, meter),
    failures,
    sum: `${meter.pairs.length} pairs in ${themes.length} themes: ${failures.length || 'none'} failed`,
  };
}

/** A style sheet's themes, named by the file and by what tells them apart. */
function themesOf(path) {
  const {cases, notes} = readTheme(readFileSync(path, 'utf8'));
  const name = basename(path);
  const themes = cases.map(({scheme, line, custom}) => {
    const alike = cases.filter((one) => one.scheme === scheme).length > 1;
    const title = [name, ...(alike ? [`:${line}`] : []), ...(cases.length > 1 ? [` ${scheme}`] : [])].join(
      '',
    );
    return {title, scheme, custom};
  });
  return {themes, notes: notes.map((note) => `${name}: ${note}`)};
}

/**
 * The table: a line for each pair, a column for each theme; what is below its limit has a cross.
 * @param {readonly Theme[]} themes
 * @param {Meter} meter
 * @returns {string}
 */
export function tableOf(themes, meter) {
  const columns = themes.map((theme) => meter.measure(theme));
  const rows = meter.pairs.map(({front, back, limit}, at) => [
    front,
    back,
    String(limit),
    ...columns.map((contrasts) => `${contrasts[at].toFixed(2)}${contrasts[at] < limit ? ' x' : '  '}`),
  ]);
  return aligned([['front', 'on', 'needs', ...themes.map(({title}) => `${title}  `)], ...rows]);
}

/** Names to the left, figures to the right. */
function aligned(rows) {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  return rows
    .map((row) =>
      row
        .map((cell, at) => (at < 2 ? cell.padEnd(widths[at]) : cell.padStart(widths[at])))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/**
 * For each theme with pairs below their limit: how many, the worst, and the nearest accent that would do.
 * @param {readonly Theme[]} themes
 * @param {Meter} meter
 * @returns {string[]}
 */
export function failuresOf(themes, meter) {
  return themes.flatMap((theme) => {
    const failing = meter.failing(theme);
    if (failing.length === 0) return [];
    const worst = failing.reduce((one, other) => (other.contrast < one.contrast ? other : one));
    const {front, back, contrast, limit} = worst;
    return [
      `${theme.title}: ${failing.length} of ${meter.pairs.length} pairs below their limit; the worst is ` +
        `${front} on ${back} with ${contrast.toFixed(2)}, which needs ${limit}. ${cure(theme, meter)}`,
    ];
  });
}

function cure({scheme, custom}, meter) {
  const accent = custom?.has('--dw-accent') && meter.nearest({scheme, custom});
  return accent
    ? `The nearest accent of this hue that holds in the ${scheme} theme: ${accent}`
    : 'No accent of this hue holds.';
}
