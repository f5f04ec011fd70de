// A colour that is written out (`#c33`, `rgb(…)`, `hsl(…)`, `oklch(…)`, a basic name) in Oklab, as CSS Color 4 says it.

/** CSS 2's names. The other 130 are easily written as `#rrggbb`. */
const NAMES = {
  black: '#000000',
  silver: '#c0c0c0',
  gray: '#808080',
  grey: '#808080',
  white: '#ffffff',
  maroon: '#800000',
  red: '#ff0000',
  purple: '#800080',
  fuchsia: '#ff00ff',
  green: '#008000',
  lime: '#00ff00',
  olive: '#808000',
  yellow: '#ffff00',
  navy: '#000080',
  blue: '#0000ff',
  teal: '#008080',
  aqua: '#00ffff',
  orange: '#ffa500',
};

/** Oklab's lightness, a and b; undefined where the colour is written in a way that is not known here, or is see-through. */
export function oklabOfForm(text) {
  const form = text.trim().toLowerCase();
  const hex = NAMES[form] ?? form;
  if (/^#([\da-f]{3}|[\da-f]{6})$/.test(hex)) return fromRgb(channelsOf(hex));
  const call = /^(rgb|hsl|oklab|oklch)a?\(([^()]*)\)$/.exec(form);
  const numbers = call?.[2].split(/[\s,/]+/).filter(Boolean);
  const [, , , alpha = '1'] = numbers ?? [];
  const isPlain = numbers?.every((number) => /^[+-]?(\d+\.?\d*|\.\d+)(%|deg)?$/.test(number));
  if (!isPlain || numbers.length < 3 || numbers.length > 4 || share(alpha) < 1) return undefined;
  return READERS[call[1]](numbers);
}

/** A number, or a percentage of what a hundred percent are. */
const share = (text, whole = 1) => (text.endsWith('%') ? (parseFloat(text) / 100) * whole : parseFloat(text));

const READERS = {
  rgb: ([red, green, blue]) => fromRgb([red, green, blue].map((channel) => share(channel, 255))),
  hsl: ([hue, saturation, lightness]) =>
    fromRgb(fromHsl(parseFloat(hue), parseFloat(saturation) / 100, parseFloat(lightness) / 100)),
  oklab: ([lightness, a, b]) => [share(lightness), share(a, 0.4), share(b, 0.4)],
  oklch: ([lightness, chroma, hue]) => fromOklch([share(lightness), share(chroma, 0.4), parseFloat(hue)]),
};

function channelsOf(hex) {
  const digits = hex.slice(1).replace(hex.length === 4 ? /./g : /$^/, '$&$&');
  return [0, 2, 4].map((at) => parseInt(digits.slice(at, at + 2), 16));
}

/** CSS Color 4, 7.1. */
function fromHsl(hue, saturation, lightness) {
  const reach = saturation * Math.min(lightness, 1 - lightness);
  return [0, 8, 4].map((step) => {
    const at = (((step + hue / 30) % 12) + 12) % 12;
    return 255 * (lightness - reach * Math.max(-1, Math.min(at - 3, 9 - at, 1)));
  });
}

export function fromOklch([lightness, chroma, hue]) {
  const angle = (hue * Math.PI) / 180;
  return [lightness, chroma * Math.cos(angle), chroma * Math.sin(angle)];
}

export const toOklch = ([lightness, a, b]) => [
  lightness,
  Math.hypot(a, b),
  (Math.atan2(b, a) * 180) / Math.PI,
];

const linear = (channel) => {
  const part = Math.min(255, Math.max(0, channel)) / 255;
  return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
};

/** sRGB, 0 to 255, in Oklab. */
function fromRgb(channels) {
  const [red, green, blue] = channels.map(linear);
  const [long, medium, short] = [
    0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue,
    0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue,
    0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue,
  ].map(Math.cbrt);
  return [
    0.2104542553 * long + 0.793617785 * medium - 0.0040720468 * short,
    1.9779984951 * long - 2.428592205 * medium + 0.4505937099 * short,
    0.0259040371 * long + 0.7827717662 * medium - 0.808675766 * short,
  ];
}
