// Markdown in small pieces, for pages that are made from the code.

/** The numbers of our requirements, which say nothing to those who read the pages. */
const ROWS = / \([A-Z]+-\d+(?:, [A-Z]+-\d+)*\)/g;

/** What a comment says, as Markdown: what looks like a tag outside of code is shown, not made. */
export const prose = (text) =>
  String(text ?? '')
    .replace(ROWS, '')
    .split(/(`[^`]*`)/)
    .map((part) => (part.startsWith('`') ? part : part.replaceAll('<', '&lt;')))
    .join('')
    .trim();

/** The same as it may stand in a cell of a table: on one line, with no bar that ends the cell. */
export const cell = (text) => prose(text).replace(/\s+/g, ' ').replaceAll('|', '\\|');

/** A piece of code, in a cell as well. */
export const code = (text) => (text === undefined || text === '' ? '' : `\`${text}\``);

/** A table; nothing where there are no rows. */
export function table(heads, rows) {
  if (rows.length === 0) return '';
  const line = (cells) => `| ${cells.map(cell).join(' | ')} |`;
  return [line(heads), `|${heads.map(() => '---').join('|')}|`, ...rows.map(line)].join('\n');
}

/** A part with its heading; nothing where there is nothing in it. */
export const section = (level, heading, ...parts) => {
  const body = parts.filter(Boolean).join('\n\n');
  return body ? `${'#'.repeat(level)} ${heading}\n\n${body}` : '';
};

/** A whole page, which says what it is made from. */
export const page = (title, source, ...parts) =>
  `${[
    `<!-- Made by \`npm run docs\` from ${source}. Do not edit. -->`,
    `# ${title}`,
    ...parts.filter(Boolean),
  ].join('\n\n')}\n`;

/** The anchor that a heading gets. */
export const anchor = (heading) =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replaceAll(' ', '-');
