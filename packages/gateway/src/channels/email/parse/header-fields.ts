import {decodeBytes} from './charsets.js';
import {bytesOf, decodeWords} from './header-words.js';

/** The fields of one head by name in lower case; each character of a value is one byte. Of repeated ones, the first. */
export type Fields = ReadonlyMap<string, string>;

/** @param head Lines as they came over the wire, one byte a character. */
export const fieldsOf = (head: string): Fields => {
  const fields = new Map<string, string>();
  const lines: string[][] = [];
  for (const line of head.split(/\r?\n/)) {
    const last = lines.at(-1);
    if (last && /^[ \t]/.test(line)) last.push(line);
    else lines.push([line]);
  }
  for (const parts of lines) {
    const line = parts.join('');
    const colon = line.indexOf(':');
    if (colon < 1) continue;
    const name = line.slice(0, colon).trim().toLowerCase();
    if (!fields.has(name)) fields.set(name, line.slice(colon + 1).trim());
  }
  return fields;
};

const PARAMETER = /;\s*([^\s=;"]{1,60})\s*=\s*(?:"((?:[^"\\]|\\.)*)"?|([^;]*))/g;

interface Section {
  readonly order: number;
  readonly isEncoded: boolean;
  readonly value: string;
}

const unquoted = (value: string): string => value.replace(/\\(["\\])/g, '$1');

const sectionsOf = (value: string): ReadonlyMap<string, readonly Section[]> => {
  const found = new Map<string, Section[]>();
  for (const [, key = '', quoted, token = ''] of value.slice(0, 20_000).matchAll(PARAMETER)) {
    const [, name = '', order = '', star = ''] =
      /^([^*]*)(?:\*(\d{1,3}))?(\*)?$/.exec(key.toLowerCase()) ?? [];
    const section = {
      order: order === '' ? -1 : Number(order),
      isEncoded: star === '*',
      value: quoted === undefined ? token.trim() : unquoted(quoted),
    };
    found.set(name, [...(found.get(name) ?? []), section]);
  }
  return found;
};

const percentDecoded = (text: string): string =>
  text.replace(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));

/** Parts of a long value, some of them percent-encoded in the charset that the first one names (RFC 2231). */
const joined = (sections: readonly Section[]): string => {
  const [, charset = '', rest] = /^([^']*)'[^']*'(.*)$/s.exec(sections[0]?.value ?? '') ?? [];
  const isNamed = sections[0]?.isEncoded === true && rest !== undefined;
  const binary = sections
    .map(({isEncoded, value}, index) => {
      const text = index === 0 && isNamed ? rest : value;
      return isEncoded ? percentDecoded(text) : text;
    })
    .join('');
  // What follows no rule is often an encoded word that was cut into sections.
  return isNamed ? decodeBytes(bytesOf(binary), charset) : decodeWords(binary);
};

/** One parameter of a structured field as people read it; undefined where it is not there. */
export const parameterOf = (value: string | undefined, name: string): string | undefined => {
  const sections = sectionsOf(`;${(value ?? '').replace(/^[^;]*;?/, '')}`).get(name) ?? [];
  const continued = sections.filter(({order}) => order >= 0).sort((one, two) => one.order - two.order);
  const encoded = sections.find(({order, isEncoded}) => order < 0 && isEncoded);
  if (encoded) return joined([encoded]);
  if (continued.length) return joined(continued);
  const [first] = sections;
  return first && joined([first]);
};

/** What stands before the parameters of a structured field, in lower case. */
export const tokenOf = (value: string | undefined): string =>
  (value ?? '')
    .slice(0, 1_000)
    .replace(/;.*$/s, '')
    .replace(/\([^()]*\)/g, '')
    .trim()
    .toLowerCase();
