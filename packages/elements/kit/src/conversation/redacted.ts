import type {Redaction} from '@deskwire/domain';

/** A piece of a message: what was written, or what was taken out there. */
export type RedactedPiece =
  {readonly kind: 'text'; readonly text: string} | {readonly kind: Redaction['kind']};

/** What the marks of a redaction say. */
export interface RedactionWords {
  readonly card: string;
  readonly attachment: string;
}

/**
 * Cuts a text where something was taken out of it. A mask that stands there for it is left out: words say it better. What has no
 * place in the text comes last.
 */
export const redactedPieces = (
  text: string,
  redactions: readonly Redaction[] | undefined = [],
): readonly RedactedPiece[] => {
  const pieces: RedactedPiece[] = [];
  const put = (from: number, to: number): void => {
    if (to > from) pieces.push({kind: 'text', text: text.slice(from, to)});
  };
  let from = 0;
  const inOrder = redactions
    .map(({kind, at = text.length, length = 0}) => ({
      kind,
      at: Math.min(Math.max(at, 0), text.length),
      length,
    }))
    .sort((a, b) => a.at - b.at);
  for (const {kind, at, length} of inOrder) {
    put(from, at);
    pieces.push({kind});
    from = Math.max(from, Math.min(at + Math.max(length, 0), text.length));
  }
  put(from, text.length);
  return pieces;
};

/** The same as one text, with the words in their place. */
export const redactedWords = (
  text: string,
  redactions: readonly Redaction[] | undefined,
  words: RedactionWords,
): string =>
  redactedPieces(text, redactions)
    .map((piece) => (piece.kind === 'text' ? piece.text : words[piece.kind]))
    .join(' ')
    .trim();
