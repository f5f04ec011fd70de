import {EditorView} from 'prosemirror-view';

/** Where a selection begins and ends, as the library reads it. */
interface Ends {
  readonly anchorNode: Node | null;
  readonly anchorOffset: number;
  readonly focusNode: Node | null;
  readonly focusOffset: number;
}

declare module 'prosemirror-view' {
  interface EditorView {
    /** Not in its types. */
    domSelectionRange(): Ends;
  }
}

/** What not every browser's selection has. */
type Shown = Partial<Pick<Selection, 'getComposedRanges' | 'direction'>>;

/** The selection as it is inside a shadow root, in browsers that show it to who has the root; undefined: it is not in there. */
const composedIn = (root: ShadowRoot): Ends | undefined => {
  const selection: Shown | null = root.ownerDocument.getSelection();
  const [range] = selection?.getComposedRanges?.({shadowRoots: [root]}) ?? [];
  if (!range || !root.contains(range.startContainer)) return undefined;
  const start = [range.startContainer, range.startOffset] as const;
  const end = [range.endContainer, range.endOffset] as const;
  const [[anchorNode, anchorOffset], [focusNode, focusOffset]] =
    selection?.direction === 'backward' ? [end, start] : [start, end];
  return {anchorNode, anchorOffset, focusNode, focusOffset};
};

/** The library's view inside a shadow root, in browsers whose shadow roots know no selection: Firefox and Safari. */
export class ShadowView extends EditorView {
  /**
   * In Safari the library asks for the selection inside a shadow root where it finds the focus, which it follows from the
   * document down. Into a closed root of the page nobody can follow; the editor's own root knows that it has the focus.
   */
  override domSelectionRange(): Ends {
    const ends = super.domSelectionRange();
    const {root, dom} = this;
    const isUnseen =
      root instanceof ShadowRoot && root.activeElement === dom && !dom.contains(ends.anchorNode);
    return (isUnseen ? composedIn(root) : undefined) ?? ends;
  }
}

/**
 * Gives a shadow root the selection of its document, where it has none. The library would do so itself, for every shadow root
 * of the page: on their prototype.
 */
export const giveSelection = (root: Node): void => {
  if (!(root instanceof ShadowRoot) || 'getSelection' in root) return;
  Object.defineProperty(root, 'getSelection', {value: () => root.ownerDocument.getSelection()});
};
