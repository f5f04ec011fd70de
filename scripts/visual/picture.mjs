// Pictures that are kept: small enough for a repository, exact enough to fail at one pixel of padding.
//
// A screenshot of a page has few colours that fill anything, and hundreds that smooth the edges of its letters. A kept
// picture is an indexed PNG of sixteen: its commonest colours as they are, all others snapped to a few that stand nearest.
// How far they were moved, what they were on average, and a hash of the screenshot itself, stand in the file.
//
// A screenshot with that very hash is the same. Otherwise every pixel is compared with the kept one: an exact colour may
// be off by what two processors round differently, a snapped one also by as much as it was moved. Since that is much for
// the colour of a thin text, those that were snapped alike may on average be off by next to nothing.
import {createHash} from 'node:crypto';
import {crc32, deflateSync, inflateSync} from 'node:zlib';
import {PNG} from 'pngjs';

const EXACT = 10;
const SNAPPED = 6;
/** The difference, of 255, in one channel that rounding may make: in a pixel, and in the average of many. */
const ROUNDING = 2;
const AVERAGE_ROUNDING = 0.1;
/** What is left of the plain ground below the last thing that is shown, px. */
const MARGIN = 8;
/** The name of the text chunk that tells how the picture was made. */
const KEYWORD = 'deskwire';

const hashOf = (png) => createHash('sha256').update(png).digest('base64url').slice(0, 22);

/** The pixels of a screenshot, without the empty rows at its end: width, height and one number for each pixel. */
export function pixelsOf(screenshot) {
  const {width, height, data} = PNG.sync.read(screenshot);
  const colours = new Uint32Array(data.buffer, data.byteOffset, width * height);
  const ground = colours[colours.length - 1];
  let last = colours.length - 1;
  while (last > 0 && colours[last] === ground) last--;
  const kept = Math.min(height, Math.floor(last / width) + 1 + MARGIN);
  return {width, height: kept, colours: colours.subarray(0, width * kept)};
}

/** The PNG to keep of a screenshot. The same screenshot gives the same bytes. */
export function keep(screenshot) {
  const {width, height, colours} = pixelsOf(screenshot);
  const {palette, indexOf, exact, moved} = paletteOf(colours);
  const indices = Uint8Array.from(colours, (colour) => indexOf.get(colour));
  const averages = averagesOf(colours, indices, exact);
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([4, 3, 0, 0, 0], 8);
  const made = `${KEYWORD}\0${JSON.stringify({of: hashOf(screenshot), exact, moved, averages})}`;
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('tEXt', Buffer.from(made, 'latin1')),
    chunk('PLTE', Buffer.from(palette.flatMap(channels))),
    chunk('IDAT', deflateSync(packed(indices, width), {level: 9, memLevel: 9})),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** What `keep` has written: its size, its palette, an index for each pixel, and how it was made. */
export function read(kept) {
  const chunks = new Map(chunksOf(kept));
  const header = chunks.get('IHDR');
  const text = chunks.get('tEXt')?.toString('latin1') ?? '';
  if (!text.startsWith(`${KEYWORD}\0`)) throw new Error('not a picture that was kept by this command');
  const colours = chunks.get('PLTE');
  const width = header.readUInt32BE(0);
  return {
    ...JSON.parse(text.slice(KEYWORD.length + 1)),
    width,
    height: header.readUInt32BE(4),
    palette: Array.from({length: colours.length / 3}, (_, at) => colours.subarray(at * 3, at * 3 + 3)),
    indices: unpacked(inflateSync(chunks.get('IDAT')), width),
  };
}

/** Rows of a PNG with two indices in a byte, unfiltered: nothing that PNG can do with them first makes them smaller. */
function packed(indices, width) {
  const height = indices.length / width;
  const stride = 1 + Math.ceil(width / 2);
  const rows = Buffer.alloc(height * stride);
  indices.forEach((index, at) => {
    const x = at % width;
    rows[Math.floor(at / width) * stride + 1 + (x >> 1)] |= x % 2 ? index : index << 4;
  });
  return rows;
}

function unpacked(rows, width) {
  const stride = 1 + Math.ceil(width / 2);
  const indices = new Uint8Array((rows.length / stride) * width);
  for (let at = 0; at < indices.length; at++) {
    const x = at % width;
    const two = rows[Math.floor(at / width) * stride + 1 + (x >> 1)];
    indices[at] = x % 2 ? two & 15 : two >> 4;
  }
  return indices;
}

/** What the colours that have been snapped to each index are on average, channel by channel. */
function averagesOf(colours, indices, exact) {
  const sums = Array.from({length: EXACT + SNAPPED}, () => [0, 0, 0, 0]);
  colours.forEach((colour, at) => {
    const sum = sums[indices[at]];
    [...channels(colour), 1].forEach((value, channel) => (sum[channel] += value));
  });
  return sums
    .slice(exact)
    .filter(([, , , count]) => count > 0)
    .map(([r, g, b, count]) => [r, g, b].map((value) => Math.round((value / count) * 100) / 100));
}

/** So many pixels may differ: the edge of a curve, where a browser was busy. The smallest change that is meant has dozens. */
const STRAY = 3;

/**
 * Whether a screenshot looks like a kept picture: undefined when it does, else what is different, in words, and a picture
 * of the screenshot with the differing pixels in red, where the sizes allow one.
 */
export function difference(kept, screenshot) {
  const expected = read(kept);
  if (expected.of === hashOf(screenshot)) return undefined;
  const actual = pixelsOf(screenshot);
  if (expected.width !== actual.width || expected.height !== actual.height) {
    const size = ({width, height}) => `${width} × ${height}`;
    return {reason: `it is ${size(actual)} px, and was ${size(expected)} px`};
  }
  const differing = differingPixels(expected, actual);
  if (differing.length > STRAY) {
    const reason = `${differing.length} pixels differ`;
    return {reason, picture: marked(actual, differing)};
  }
  const tinged = tingedPixels(expected, actual);
  if (tinged.length === 0) return undefined;
  return {reason: 'a colour differs a little where it is thin', picture: marked(actual, tinged)};
}

function differingPixels({indices, palette, exact, moved}, {colours}) {
  const differing = [];
  for (let at = 0; at < colours.length; at++) {
    const tolerance = ROUNDING + (indices[at] < exact ? 0 : moved);
    const [r, g, b] = palette[indices[at]];
    const colour = colours[at];
    if (
      Math.abs((colour & 255) - r) > tolerance ||
      Math.abs(((colour >> 8) & 255) - g) > tolerance ||
      Math.abs(((colour >> 16) & 255) - b) > tolerance
    )
      differing.push(at);
  }
  return differing;
}

/** The pixels of every snapped colour that is another on average. */
function tingedPixels({indices, exact, averages}, {colours}) {
  const now = averagesOf(colours, indices, exact);
  const isOff = averages.map((average, at) =>
    average.some((value, channel) => Math.abs(value - now[at][channel]) > AVERAGE_ROUNDING),
  );
  return [...indices.keys()].filter((at) => isOff[indices[at] - exact]);
}

/** The picture, paled, with these pixels in red. */
function marked({width, height, colours}, differing) {
  const png = new PNG({width, height});
  const pale = (channel) => 191 + (channel >> 2);
  for (let at = 0; at < colours.length; at++) {
    png.data.set([...channels(colours[at]).map(pale), 255], at * 4);
  }
  for (const at of differing) png.data.set([220, 0, 40, 255], at * 4);
  return PNG.sync.write(png);
}

/**
 * The palette of these pixels: the commonest colours, then those that all others are snapped to, each as far as can be
 * from those before it. `indexOf` knows every colour, `moved` is the farthest that one was snapped.
 */
function paletteOf(colours) {
  const counts = new Map();
  for (const colour of colours) counts.set(colour, (counts.get(colour) ?? 0) + 1);
  // Equally common ones by their number, so that the same pixels always have the same palette.
  const byCount = [...counts.keys()].sort((a, b) => counts.get(b) - counts.get(a) || a - b);
  const palette = byCount.slice(0, EXACT);
  const exact = palette.length;
  const indexOf = new Map(palette.map((colour, index) => [colour, index]));
  const rest = byCount.slice(EXACT).map((colour) => ({colour, away: Infinity, index: 0}));
  let farthest = rest[0];
  for (let index = exact; index < EXACT + SNAPPED && farthest?.away > 0; index++) {
    const centre = farthest.colour;
    palette.push(centre);
    for (const one of rest) {
      const away = distance(one.colour, centre);
      if (away < one.away) Object.assign(one, {away, index});
    }
    farthest = rest.reduce((far, one) => (one.away > far.away ? one : far));
  }
  for (const {colour, index} of rest) indexOf.set(colour, index);
  return {palette, indexOf, exact, moved: farthest?.away ?? 0};
}

const channels = (colour) => [colour & 255, (colour >> 8) & 255, (colour >> 16) & 255];
const distance = (a, b) =>
  Math.max(
    Math.abs((a & 255) - (b & 255)),
    Math.abs(((a >> 8) & 255) - ((b >> 8) & 255)),
    Math.abs(((a >> 16) & 255) - ((b >> 16) & 255)),
  );

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

function* chunksOf(png) {
  for (let at = 8; at < png.length;) {
    const length = png.readUInt32BE(at);
    yield [png.toString('latin1', at + 4, at + 8), png.subarray(at + 8, at + 8 + length)];
    at += 12 + length;
  }
}
