/** A picture of few colours: `at` gives the number of the colour of each pixel. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  /** `#rrggbb`, at most 256. */
  readonly colours: readonly string[];
  readonly at: (x: number, y: number) => number;
}

const uint32 = (value: number): readonly number[] => [24, 16, 8, 0].map((shift) => (value >>> shift) & 255);

const crc32 = (bytes: readonly number[]): number => {
  let crc = -1;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc;
};

const adler32 = (bytes: readonly number[]): number => {
  let [a, b] = [1, 0];
  for (const byte of bytes) {
    a = (a + byte) % 65_521;
    b = (b + a) % 65_521;
  }
  return b * 65_536 + a;
};

const chunk = (type: string, data: readonly number[]): readonly number[] => {
  const body = [...Array.from(type, (one) => one.charCodeAt(0)), ...data];
  return [...uint32(data.length), ...body, ...uint32(crc32(body))];
};

/** A block of deflate holds so many bytes as they are. */
const BLOCK = 65_535;

const uncompressed = (bytes: readonly number[]): readonly number[] => {
  const blocks: number[] = [];
  for (let from = 0; from < bytes.length; from += BLOCK) {
    const part = bytes.slice(from, from + BLOCK);
    const {length} = part;
    const isLast = from + BLOCK >= bytes.length ? 1 : 0;
    blocks.push(isLast, length & 255, length >>> 8, ~length & 255, (~length >>> 8) & 255, ...part);
  }
  return [0x78, 0x01, ...blocks, ...uint32(adler32(bytes))];
};

/** The picture as a PNG. */
export const samplePng = ({width, height, colours, at}: Picture): Uint8Array<ArrayBuffer> => {
  const rows: number[] = [];
  for (let y = 0; y < height; y += 1) {
    rows.push(0);
    for (let x = 0; x < width; x += 1) rows.push(at(x, y));
  }
  const palette = colours.flatMap((colour) => uint32(Number.parseInt(colour.slice(1), 16)).slice(1));
  return Uint8Array.from([
    ...[0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
    ...chunk('IHDR', [...uint32(width), ...uint32(height), 8, 3, 0, 0, 0]),
    ...chunk('PLTE', palette),
    ...chunk('IDAT', uncompressed(rows)),
    ...chunk('IEND', []),
  ]);
};
