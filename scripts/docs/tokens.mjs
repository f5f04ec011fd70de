// tokens.md: every design token with its value in both themes, and the contrast of all that meet on screen.
import {hexOf, rgbOf} from './colour.mjs';
import {code, page, section, table} from './markdown.mjs';

/** The page about the tokens. Throws where a pair is below what it needs. */
export function tokensPage({tokens: {cssText}, ALL_PAIRS, contrastOf}) {
  const tokens = readTokens(cssText);
  const semantic = [...tokens].filter(([name]) => !name.startsWith('--dw-palette-'));
  const [colours, others] = [semantic.filter(isColour), semantic.filter((token) => !isColour(token))];
  return page(
    'Tokens',
    'packages/elements/kit/src/tokens.css.ts',
    `The values inside every widget. A page sets four variables (\`--dw-accent\`, \`--dw-font\`, \`--dw-radius\`, \`--dw-density\`,
[theming](../theming.md)); what stands below follows from them and is not for pages: the widgets' styles read it, and it may change
with any version. Coarse pointers get a density of 1.25, reduced motion durations of 0 ms, forced colours the system's palette.`,
    section(
      2,
      'Colours',
      table(
        ['token', 'light', 'dark'],
        colours.map(([name, value]) => colourRow(name, value, tokens)),
      ),
    ),
    section(
      2,
      'Type, space, size, radius, motion',
      table(
        ['token', 'value'],
        others.map(([name, value]) => [code(name), code(value)]),
      ),
    ),
    section(
      2,
      'Contrast',
      'By WCAG 2.2: 4.5 for text, 3 for lines that identify a control; rounded down. A pair below its limit fails `npm run docs` and a test.',
      table(
        ['front', 'on', 'needs', 'light', 'dark'],
        ALL_PAIRS.map((pair) => pairRow(pair, tokens, contrastOf)),
      ),
    ),
  );
}

/**
 * The tokens of the plain case, by name: the first block of the style sheet.
 * @param {string} cssText
 * @returns {Map<string, string>}
 */
export function readTokens(cssText) {
  const block = /:host\s*\{([^}]*)\}/.exec(cssText.replace(/\/\*[^]*?\*\//g, ''))[1];
  return new Map(
    [...block.matchAll(/(--dw-[\w-]+):\s*([^;]+);/g)].map(([, name = '', value = '']) => [
      name,
      value.replace(/\s+/g, ' ').replaceAll('( ', '(').replaceAll(' )', ')').trim(),
    ]),
  );
}

const isColour = ([name]) => name.startsWith('--dw-color-') && name !== '--dw-color-scrim';

const colourRow = (name, value, tokens) => [
  code(name),
  ...['light', 'dark'].map((theme) => code(hexOf(rgbOf(value, theme, tokens)))),
];

function pairRow({front, back, limit}, tokens, contrastOf) {
  const contrasts = ['light', 'dark'].map((theme) => {
    const [one, other] = [front, back].map((name) => rgbOf(`var(--dw-color-${name})`, theme, tokens));
    const contrast = contrastOf(one, other);
    if (contrast < limit)
      throw new Error(`${front} on ${back} has ${contrast} in the ${theme} theme, and needs ${limit}`);
    return contrast.toFixed(2);
  });
  return [code(front), code(back), limit, ...contrasts];
}
