import {html, nothing, type TemplateResult} from 'lit';
import type {Redaction} from '@deskwire/domain';

import {shieldIcon} from '../icons.js';

import {linkify} from './linkify.js';

/** A text that somebody outside wrote, as text nodes and links; line breaks are the style's (`.text`). */
export const richText = (text: string): readonly (string | TemplateResult)[] =>
  linkify(text).map((piece) =>
    piece.kind === 'text'
      ? piece.text
      : html`<a href=${piece.href} target="_blank" rel="noopener noreferrer">${piece.text}</a>`,
  );

/** What the marks of a redaction say. */
export interface RedactionWords {
  readonly card: string;
  readonly attachment: string;
}

const mark = (words: string): TemplateResult => html`<span class="redacted">${shieldIcon}${words}</span>`;

/** The same with a mark wherever something was taken out. */
export const redactedText = (
  text: string,
  redactions: readonly Redaction[] | undefined,
  words: RedactionWords,
): unknown => {
  if (!redactions?.length) return richText(text);
  const marks = redactions
    .map(({kind, at = text.length}) => ({kind, at: Math.min(Math.max(at, 0), text.length)}))
    .sort((a, b) => a.at - b.at);
  const parts = marks.map(({kind, at}, index) => [
    richText(text.slice(marks[index - 1]?.at ?? 0, at)),
    mark(words[kind]),
  ]);
  const rest = text.slice(marks.at(-1)?.at ?? 0);
  return [parts, rest ? richText(rest) : nothing];
};
