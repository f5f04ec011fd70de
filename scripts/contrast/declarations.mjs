// The declarations of a style sheet, each with where it stands. Enough of CSS's grammar for a theme: nested rules, comments
// and strings are read as such.

/** @typedef {{within: string[], property: string, value: string, line: number}} Declaration within: selectors and at-rules, outermost first. */

/** @returns {Declaration[]} in their order */
export function declarationsOf(cssText) {
  const found = [];
  const within = [];
  let [text, line, start] = ['', 1, 1];
  const end = () => {
    const declaration = /^([\w-]+)\s*:\s*([^]+)$/.exec(text.trim());
    if (declaration)
      found.push({within: [...within], property: declaration[1], value: tidy(declaration[2]), line: start});
    text = '';
  };
  for (const [piece] of cssText.matchAll(/\/\*[^]*?\*\/|"(?:\\[^]|[^"\\])*"|'(?:\\[^]|[^'\\])*'|[^]/g)) {
    if (text.trim() === '') start = line;
    line += piece.split('\n').length - 1;
    if (piece.startsWith('/*')) continue;
    if (piece === '{') {
      within.push(text.trim());
      text = '';
    } else if (piece === ';') end();
    else if (piece === '}') {
      end();
      within.pop();
    } else text += piece;
  }
  return found;
}

const tidy = (value) =>
  value
    .replace(/\s*!important\s*$/, '')
    .replace(/\s+/g, ' ')
    .replaceAll('( ', '(')
    .replaceAll(' )', ')')
    .trim();
