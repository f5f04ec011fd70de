/** One of the colours that text can have. */
export interface Ink {
  readonly name: 'red' | 'orange' | 'green' | 'teal' | 'blue' | 'purple' | 'pink' | 'grey';
  /** As it leaves; at least 4.5:1 on white, whatever the theme of the desk. */
  readonly value: string;
}

/** The palette of text colours. Beside them there is the colour of the text itself. */
export const INKS: readonly Ink[] = [
  {name: 'red', value: '#b3261e'},
  {name: 'orange', value: '#a34a00'},
  {name: 'green', value: '#1e6b34'},
  {name: 'teal', value: '#006874'},
  {name: 'blue', value: '#1a56b0'},
  {name: 'purple', value: '#6b3fa0'},
  {name: 'pink', value: '#a3246f'},
  {name: 'grey', value: '#5f6368'},
];

/** What text without a colour of its own is written in, when it leaves: a mail is read on white. */
const TEXT = '#202124';
/** WCAG 1.4.3 for text of this size. */
const READABLE = 4.5;

const NAMED: Readonly<Record<string, string>> = {
  black: '#000000',
  silver: '#c0c0c0',
  gray: '#808080',
  grey: '#808080',
  white: '#ffffff',
  maroon: '#800000',
  red: '#ff0000',
  purple: '#800080',
  fuchsia: '#ff00ff',
  magenta: '#ff00ff',
  green: '#008000',
  lime: '#00ff00',
  olive: '#808000',
  yellow: '#ffff00',
  navy: '#000080',
  blue: '#0000ff',
  teal: '#008080',
  aqua: '#00ffff',
  cyan: '#00ffff',
  orange: '#ffa500',
  brown: '#a52a2a',
  darkred: '#8b0000',
  darkblue: '#00008b',
  darkgreen: '#006400',
  lightgray: '#d3d3d3',
  lightgrey: '#d3d3d3',
  lightyellow: '#ffffe0',
  lightblue: '#add8e6',
  windowtext: '#000000',
};

const two = (value: number): string =>
  Math.max(0, Math.min(255, Math.round(value)))
    .toString(16)
    .padStart(2, '0');

const RGB = /^rgba?\(\s*([\d.]+%?)[\s,]+([\d.]+%?)[\s,]+([\d.]+%?)(?:[\s,/]+([\d.]+%?))?\s*\)$/;

const channel = (text: string): number => (text.endsWith('%') ? parseFloat(text) * 2.55 : parseFloat(text));

const ofRgb = (text: string): string | undefined => {
  const [, r, g, b, alpha] = RGB.exec(text) ?? [];
  if (!r || !g || !b || (alpha !== undefined && parseFloat(alpha) === 0)) return undefined;
  return `#${two(channel(r))}${two(channel(g))}${two(channel(b))}`;
};

/** A colour of CSS as `#rrggbb`; undefined where it is none that is known here (or see-through). */
export const hexOf = (css: string): string | undefined => {
  const text = css.trim().toLowerCase();
  if (/^#[\da-f]{6}$/.test(text)) return text;
  if (/^#[\da-f]{3}$/.test(text)) return text.replace(/[\da-f]/g, '$&$&');
  return NAMED[text] ?? ofRgb(text);
};

const linear = (value: number): number =>
  value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;

const luminance = (hex: string): number => {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => linear(parseInt(hex.slice(at, at + 2), 16) / 255));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};

/** The contrast of two colours, 1 to 21. */
export const contrast = (one: string, other: string): number => {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
};

const isNearly = (one: string, other: string): boolean => contrast(one, other) < 1.35;

/** A text colour that came from elsewhere: kept where it can be read on white and is not that of the text anyway. */
export const inkOf = (css: string): string | undefined => {
  const hex = hexOf(css);
  if (!hex || contrast(hex, '#ffffff') < READABLE) return undefined;
  const grey = Math.max(...[1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16))) < 0x40;
  return grey && isNearly(hex, TEXT) ? undefined : hex;
};

/** A cell's background that came from elsewhere: kept where text can be read on it, and where it is not just white. */
export const backgroundOf = (css: string): string | undefined => {
  const hex = hexOf(css);
  return !hex || hex === '#ffffff' || contrast(hex, TEXT) < READABLE ? undefined : hex;
};
