import {html, type TemplateResult} from 'lit';
import {ifDefined} from 'lit/directives/if-defined.js';
import type {Redaction} from '@deskwire/domain';

import {shieldIcon} from '../icons.js';
import {isPage} from '../is-page.js';

import {linkify} from './linkify.js';
import {redactedPieces, type RedactionWords} from './redacted.js';

/**
 * A text that somebody outside wrote, as text nodes and links; line breaks are the style's (`.text`), and so is where a link
 * really goes, so that what is copied is what was written.
 */
export const richText = (text: string): readonly (string | TemplateResult)[] =>
  linkify(text).map((piece) =>
    piece.kind === 'text'
      ? piece.text
      : html`<a
          href=${piece.href}
          target=${ifDefined(isPage(piece.href) ? '_blank' : undefined)}
          rel="noopener noreferrer"
          data-goes-to=${ifDefined(piece.host)}
          >${piece.text}</a
        >`,
  );

/** The same with a mark wherever something was taken out. */
export const redactedText = (
  text: string,
  redactions: readonly Redaction[] | undefined,
  words: RedactionWords,
): readonly unknown[] =>
  redactedPieces(text, redactions).map((piece) =>
    piece.kind === 'text'
      ? richText(piece.text)
      : html`<span class="redacted">${shieldIcon}${words[piece.kind]}</span>`,
  );
