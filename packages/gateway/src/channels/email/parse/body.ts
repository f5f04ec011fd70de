import {textOfHtml} from '../mail-text.js';
import {decodeBytes} from './charsets.js';
import {unflowed} from './flowed.js';
import {fieldsOf, parameterOf} from './header-fields.js';
import type {RawPart} from './thread.js';

/** What a mail says, in the forms that it has. */
export interface Body {
  readonly text: string;
  /** Absent where no part is HTML. */
  readonly html?: string;
}

const META_CHARSET = /<meta[^>]{0,200}charset\s*=\s*["']?([\w.:-]{1,40})/i;

const charsetOf = (contentType: string | undefined, {type, bytes}: RawPart): string | undefined => {
  const said = parameterOf(contentType, 'charset');
  if (said !== undefined || type !== 'text/html' || !bytes) return said;
  return META_CHARSET.exec(Buffer.from(bytes.subarray(0, 4_096)).toString('latin1'))?.[1];
};

const textOf = (part: RawPart): string => {
  const contentType = fieldsOf(part.head).get('content-type');
  const decoded = decodeBytes(part.bytes ?? new Uint8Array(), charsetOf(contentType, part));
  const text = decoded.replace(/\r\n?/g, '\n').replace(/\0/g, '');
  const isFlowed = part.type === 'text/plain' && /^flowed$/i.test(parameterOf(contentType, 'format') ?? '');
  return isFlowed ? unflowed(text, /^yes$/i.test(parameterOf(contentType, 'delsp') ?? '')) : text;
};

const ESCAPES: Readonly<Record<string, string>> = {'&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;'};

/** Text as it stands, in HTML. */
const htmlOfText = (text: string): string =>
  `<div>${text
    .trim()
    .replace(/[&<>"]/g, (sign) => ESCAPES[sign] ?? sign)
    .replace(/\n/g, '<br>\n')}</div>`;

interface Group {
  readonly plain: string[];
  readonly html: string[];
}

const groupsOf = (parts: readonly RawPart[]): readonly Group[] => {
  const groups = new Map<number, Group>();
  for (const part of parts) {
    const group = groups.get(part.group) ?? {plain: [], html: []};
    groups.set(part.group, group);
    (part.type === 'text/html' ? group.html : group.plain).push(textOf(part));
  }
  return [...groups.values()];
};

const isBlank = (texts: readonly string[]): boolean => texts.every((text) => text.trim() === '');

/**
 * Puts the text parts of a mail together: of each group of alternatives the form that is asked for, or made out of the
 * other one where it is missing or empty.
 */
export const bodyOf = (parts: readonly RawPart[]): Body => {
  const groups = groupsOf(parts.filter(({isText}) => isText));
  const text = groups
    .flatMap(({plain, html}) => (isBlank(plain) && html.length ? html.map(textOfHtml) : plain))
    .join('\n');
  if (groups.every(({html}) => html.length === 0)) return {text};
  const html = groups.flatMap((group) =>
    group.html.length ? group.html : group.plain.filter((one) => one.trim() !== '').map(htmlOfText),
  );
  return {text, html: html.join('\n')};
};
