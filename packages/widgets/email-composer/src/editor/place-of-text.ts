import type {Node} from 'prosemirror-model';

/** Stands for whatever is no text: as long as that is in the document. */
const ATOM = '\ufffc';

/** Where a text first stands within one paragraph; undefined: nowhere. */
export const placeOfText = (
  doc: Node,
  text: string,
): {readonly from: number; readonly to: number} | undefined => {
  let found: {from: number; to: number} | undefined;
  doc.descendants((node, pos) => {
    if (found || text === '') return false;
    if (!node.isTextblock) return true;
    const at = node.textBetween(0, node.content.size, undefined, ATOM).indexOf(text);
    if (at >= 0) found = {from: pos + 1 + at, to: pos + 1 + at + text.length};
    return false;
  });
  return found;
};
