/** The least of TextDecoder that is needed here; every engine that runs this has it, the pure rooms' types do not. */
interface Decoder {
  decode(bytes: Uint8Array): string;
}
type Globals = {readonly TextDecoder: new (label: string, options: {readonly fatal: boolean}) => Decoder};

/** Text of bytes; undefined where they are no UTF-8. */
export const decodeUtf8 = (bytes: Uint8Array): string | undefined => {
  try {
    return new (globalThis as unknown as Globals).TextDecoder('utf-8', {fatal: true}).decode(bytes);
  } catch {
    return undefined;
  }
};

const POISON: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);
/** Cheap: is a poisonous key possible at all? Escapes can spell one. */
const maybePoisoned = /__proto__|constructor|prototype|\\u/;

const withoutPoison = (key: string, value: unknown): unknown => (POISON.has(key) ? undefined : value);

/** JSON without the keys that could reach a prototype; undefined where the text is no JSON. Never throws. */
export const parseJson = (text: string): unknown => {
  try {
    return maybePoisoned.test(text) ? JSON.parse(text, withoutPoison) : JSON.parse(text);
  } catch {
    return undefined;
  }
};
