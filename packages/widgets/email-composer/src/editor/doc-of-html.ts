import {DOMParser, Fragment, Slice, type Node} from 'prosemirror-model';
import type {TextTemplate} from '@deskwire/domain';
import {fillPlaces, type PlaceValues} from '@deskwire/kit';
import {cleanMailHtml, UnreadableHtmlError} from '@deskwire/kit/mail-html.js';

import {docOfText} from './doc.js';
import type {MailDoc, MailNode} from './editor.types.js';
import {prepareHtml, type KeepImage} from './html-in.js';
import {schema} from './schema.js';

const parser = DOMParser.fromSchema(schema);

/** Spaces that HTML would have swallowed are spaces again: in the editor all of them are shown. */
const withSpaces = (fragment: Fragment): Fragment => {
  const nodes: Node[] = [];
  fragment.forEach((node) => {
    if (node.isText) nodes.push(schema.text((node.text ?? '').replaceAll('\u00a0', ' '), node.marks));
    else nodes.push(node.copy(withSpaces(node.content)));
  });
  return Fragment.from(nodes);
};

/** HTML that came with a paste. */
export interface HtmlPart {
  readonly slice: Slice;
  /** How many images it had that could not be kept. */
  readonly lost: number;
}

/** HTML from anywhere as a part of a document. @throws UnreadableHtmlError where the page lets no HTML be parsed. */
export const sliceOfHtml = (html: string, doc: Document, keep: KeepImage): HtmlPart => {
  const cleaned = cleanMailHtml(html, doc);
  const lost = prepareHtml(cleaned, keep);
  const {content, openStart, openEnd} = parser.parseSlice(cleaned);
  return {slice: new Slice(withSpaces(content), openStart, openEnd), lost};
};

/**
 * HTML as a document: that of a template, and what `mailHtmlOf` made. Images keep their `cid:`; others are left out.
 * @throws UnreadableHtmlError where the page lets no HTML be parsed.
 */
export const docOfHtml = (html: string, doc: Document): MailDoc => {
  const cleaned = cleanMailHtml(html, doc);
  prepareHtml(cleaned);
  const parsed = parser.parse(cleaned);
  return parsed.copy(withSpaces(parsed.content)).toJSON() as MailDoc;
};

const filled = (node: MailNode, values: PlaceValues): MailNode => ({
  ...node,
  ...(node.text === undefined ? {} : {text: fillPlaces(node.text, values)}),
  ...(node.content === undefined ? {} : {content: node.content.map((child) => filled(child, values))}),
});

/** A template's HTML as a document; its text, where the page lets no HTML be parsed: one can write an answer all the same. */
const docOfHtmlOrText = (html: string, text: string, doc: Document): MailDoc => {
  try {
    return docOfHtml(html, doc);
  } catch (error) {
    if (!(error instanceof UnreadableHtmlError)) throw error;
    return docOfText(text);
  }
};

/**
 * A template with its places filled (MAIL-5). A value is text, whatever it looks like. Places without a value stay as
 * they are: the editor marks them, and `selectBlank` goes to them.
 */
export const docOfTemplate = ({html, text}: TextTemplate, values: PlaceValues, doc: Document): MailDoc =>
  filled(html === undefined ? docOfText(text) : docOfHtmlOrText(html, text, doc), values) as MailDoc;
