import {html, type TemplateResult} from 'lit';

import type {MatchRange} from './matcher.js';

/** A text with its matches marked (`.match`). Text nodes only. */
export const markMatches = (
  text: string,
  ranges: readonly MatchRange[] = [],
): readonly (string | TemplateResult)[] => {
  const parts: (string | TemplateResult)[] = [];
  let at = 0;
  for (const [start, end] of ranges) {
    if (start > at) parts.push(text.slice(at, start));
    parts.push(html`<mark class="match">${text.slice(start, end)}</mark>`);
    at = end;
  }
  parts.push(text.slice(at));
  return parts;
};
