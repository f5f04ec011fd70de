/** What two colours need between them: text, or a line that identifies a control (WCAG 2.2, 1.4.3 and 1.4.11). */
export const TEXT_CONTRAST = 4.5;
/** For outlines and icons that carry meaning without being text. */
export const LINE_CONTRAST = 3;

/** A colour as the screen shows it: sRGB, 0 to 255. */
export type Rgb = readonly [red: number, green: number, blue: number];

let canvas: CanvasRenderingContext2D | undefined;

const context = (): CanvasRenderingContext2D => {
  const made = canvas ?? document.createElement('canvas').getContext('2d', {willReadFrequently: true});
  if (!made) throw new Error('This browser has no 2D canvas');
  canvas = made;
  return made;
};

/** Any CSS colour as the screen shows it, also one that is written in oklch or mixed. */
export const screenColour = (colour: string): Rgb => {
  const pen = context();
  pen.clearRect(0, 0, 1, 1);
  pen.fillStyle = colour;
  pen.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0] = pen.getImageData(0, 0, 1, 1).data;
  return [red, green, blue];
};

const linear = (channel: number): number => {
  const part = channel / 255;
  return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
};

const luminance = ([red, green, blue]: Rgb): number =>
  0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);

/** The contrast of two colours by WCAG, 1 to 21, rounded down to two places as the design's table is. */
export const contrastOf = (one: Rgb, other: Rgb): number => {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return Math.floor(((light + 0.05) / (dark + 0.05)) * 100) / 100;
};

/** `#rrggbb`. */
export const hexOf = (colour: Rgb): string =>
  `#${colour.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
