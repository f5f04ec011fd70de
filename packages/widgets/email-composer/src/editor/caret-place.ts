import type {EditorView} from 'prosemirror-view';

/** Between the tools and what they are about, px. */
const GAP = 4;

const elementAt = (view: EditorView, pos: number): Element | undefined => {
  const node = view.nodeDOM(pos);
  return node instanceof Element ? node : undefined;
};

/**
 * Puts tools below what they are about: a table, an image. Where that is not on the screen, below the line of the caret, so
 * that they are beside what somebody is doing. Measured and set through the object model.
 */
export const placeBeside = (bar: HTMLElement, page: HTMLElement, view: EditorView, pos: number): void => {
  const about = elementAt(view, pos)?.getBoundingClientRect();
  if (!about) return;
  const frame = page.getBoundingClientRect();
  const {height} = bar.getBoundingClientRect();
  const isSeen = about.bottom + GAP + height <= page.ownerDocument.documentElement.clientHeight;
  const caret = view.coordsAtPos(view.state.selection.from);
  const top = (isSeen ? about.bottom : Math.min(caret.bottom, about.bottom)) + GAP - frame.top;
  const isRtl = getComputedStyle(page).direction === 'rtl';
  const start = isRtl ? frame.right - about.right : about.left - frame.left;
  const room = frame.width - bar.offsetWidth - 8;
  bar.style.top = `${top}px`;
  bar.style.insetInlineStart = `${Math.max(8, Math.min(start, room))}px`;
};

/** Puts what a tool is called below it, and below the whole toolbar: it covers no other tool. */
export const placeTip = (tip: HTMLElement, tool: HTMLElement): void => {
  const bar = tip.parentElement;
  if (!bar) return;
  const middle = tool.offsetLeft + tool.offsetWidth / 2 - tip.offsetWidth / 2;
  tip.style.left = `${Math.max(8, Math.min(middle, bar.clientWidth - tip.offsetWidth - 8))}px`;
  tip.style.top = `${bar.clientHeight + 4}px`;
};
