import {Parser} from 'htmlparser2';

import {decodeText} from './plain.js';
import type {Reader, Reading} from './reading.js';

/** Elements in the middle of a line: digits go on through them. */
const INLINE = new Set(
  (
    'a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr q s samp small span strike ' +
    'strong sub sup time tt u var wbr'
  ).split(' '),
);
const UNSEEN = new Set(['script', 'style', 'template', 'noscript']);
/** Attributes that a person gets to see, or sends somewhere. */
const SEEN = ['value', 'alt', 'title', 'placeholder', 'content', 'href', 'label'];

const isPicture = (name: string): boolean =>
  ['img', 'svg', 'canvas', 'object', 'embed', 'iframe'].includes(name);

/** Takes the text of a page, as a person reads it. */
export const writeHtml = (html: string, reading: Reading): void => {
  const hidden: string[] = [];
  const asides: string[] = [];
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        if (UNSEEN.has(name)) hidden.push(name);
        if (isPicture(name)) reading.skips('picture');
        asides.push(...SEEN.flatMap((one) => attributes[one] ?? []));
        if (!INLINE.has(name)) reading.write('\n');
      },
      ontext: (text) => {
        if (hidden.length === 0) reading.write(text);
      },
      onclosetag: (name) => {
        if (hidden.at(-1) === name) hidden.pop();
        if (!INLINE.has(name)) reading.write('\n');
      },
    },
    {decodeEntities: true},
  );
  parser.write(html);
  parser.end();
  reading.end();
  for (const text of asides) reading.write(`${text}\n`);
  reading.end();
};

/** A page, or a fragment of one. */
export const readHtml: Reader = async ({bytes}, reading) => writeHtml(decodeText(bytes), reading);

/** How the elements of a kind of XML stand to each other. Names are without their prefix. */
export interface XmlWords {
  /** Whether a line ends with an element: a paragraph does that, a run of bold letters does not. */
  endsLine(name: string): boolean;
  /** Attributes that hold text. */
  readonly seen: readonly string[];
}

const local = (name: string): string => name.slice(name.indexOf(':') + 1);

/** A parser that takes the text of XML, piece by piece. */
export const xmlTaker = (reading: Reading, {endsLine, seen}: XmlWords): Parser =>
  new Parser(
    {
      onopentag: (_, attributes) => {
        for (const [name, text] of Object.entries(attributes)) {
          if (seen.includes(local(name))) reading.write(`\n${text}\n`);
        }
      },
      ontext: (text) => reading.write(text),
      onclosetag: (name) => {
        if (endsLine(local(name))) reading.write('\n');
      },
    },
    {xmlMode: true, decodeEntities: true},
  );

/** XML of no known kind: every element ends a line. */
export const readXml: Reader = async ({bytes}, reading) => {
  const taker = xmlTaker(reading, {endsLine: () => true, seen: ['value']});
  taker.write(decodeText(bytes));
  taker.end();
};
