// What a colour of the tokens is on the screen, in each theme: what the tokens use of CSS and what themes write, as CSS
// Color 4 and 5 say it.
import {oklabOfForm} from './colour-forms.mjs';

/** The value of a token in a theme, as written after every `var()` and `light-dark()` is followed. */
export function written(value, theme, tokens) {
  const call = /^(var|light-dark)\(/.exec(value);
  if (!call || !value.endsWith(')')) return value;
  const parts = split(value.slice(call[0].length, -1), ',');
  if (call[1] === 'light-dark') return written(parts[theme === 'light' ? 0 : 1], theme, tokens);
  const known = tokens.get(parts[0]) ?? parts.slice(1).join(', ');
  return written(known, theme, tokens);
}

/** A token's value as sRGB, 0 to 255. Throws where it is written in a way that cannot be read here. */
export const rgbOf = (value, theme, tokens) => toRgb(oklabOf(value, theme, tokens));

/** A token's value in Oklab. */
export function oklabOf(value, theme, tokens) {
  const text = written(value, theme, tokens);
  const mix = /^color-mix\(in oklab,(.+)\)$/.exec(text);
  const colour = mix ? mixed(split(mix[1], ','), theme, tokens) : oklabOfForm(text);
  if (!colour) throw new Error(`A colour that cannot be read: ${text}`);
  return colour;
}

/** Two colours mixed by their shares; what one lacks of a hundred percent is the other's. */
function mixed(parts, theme, tokens) {
  const [first, other] = parts.map((part) => /^(.+?)(?: ([\d.]+)%)?$/.exec(part));
  if (!other || parts.length > 2) return undefined;
  const given = [first, other].map(([, , percent]) => (percent === undefined ? undefined : Number(percent)));
  const [one = 100 - (given[1] ?? 50), two = 100 - one] = given;
  const [from, to] = [first, other].map(([, colour]) => oklabOf(colour, theme, tokens));
  return one + two < 100
    ? undefined
    : from.map((channel, at) => (channel * one + to[at] * two) / (one + two));
}

function toRgb(oklab) {
  return linearOf(oklab).map(encoded);
}

/** Whether a screen of sRGB has this colour, or would have to show another. */
export const isOnScreen = (oklab) => linearOf(oklab).every((part) => part > -0.0005 && part < 1.0005);

function linearOf([lightness, a, b]) {
  const [long, medium, short] = [
    lightness + 0.3963377774 * a + 0.2158037573 * b,
    lightness - 0.1055613458 * a - 0.0638541728 * b,
    lightness - 0.0894841775 * a - 1.291485548 * b,
  ].map((root) => root ** 3);
  return [
    4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short,
    -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short,
    -0.0041960863 * long - 0.7034186147 * medium + 1.707614701 * short,
  ];
}

function encoded(channel) {
  const part = Math.min(1, Math.max(0, channel));
  return Math.round((part <= 0.0031308 ? 12.92 * part : 1.055 * part ** (1 / 2.4) - 0.055) * 255);
}

/** `#rrggbb`. */
export const hexOf = (rgb) => `#${rgb.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;

/** Splits at a separator outside of brackets. */
function split(text, separator) {
  const parts = [''];
  let depth = 0;
  for (const letter of text) {
    depth += letter === '(' ? 1 : letter === ')' ? -1 : 0;
    if (letter === separator && depth === 0) parts.push('');
    else parts[parts.length - 1] += letter;
  }
  return parts.map((part) => part.trim());
}
