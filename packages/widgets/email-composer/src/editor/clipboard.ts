import {Slice, type Node} from 'prosemirror-model';
import {Plugin, type Transaction} from 'prosemirror-state';
import {dropPoint} from 'prosemirror-transform';
import type {EditorView} from 'prosemirror-view';
import {MAIL_MAX_LENGTH} from '@deskwire/domain';

import {sliceOfHtml} from './doc-of-html.js';
import {docOfText} from './doc.js';
import type {MailNode} from './editor.types.js';
import {isImageFile} from './image-insertion.js';
import {partHtmlOf} from './mail-html.js';
import {partTextOf} from './mail-text.js';
import {readableHtml} from './pasted-html.js';
import {schema} from './schema.js';

/** What became of a paste, where it was not all of it. */
export type PasteNotice =
  | {readonly kind: 'plain'}
  | {readonly kind: 'cut'; readonly count: number}
  | {readonly kind: 'lost'; readonly count: number};

/** What the clipboard needs of the editor. */
export interface ClipboardHost {
  /** Whether images can be kept. */
  readonly hasImages: () => boolean;
  readonly insertImages: (files: readonly File[], pos: number) => void;
  /** Files that are no images of the text. */
  readonly passFiles: (files: readonly File[]) => void;
  readonly tell: (notice: PasteNotice) => void;
}

/** More text than this is not inserted at once: a quarter of the longest mail. */
const MAX_TEXT = MAIL_MAX_LENGTH / 4;

const textSlice = (text: string): Slice => {
  const {content} = schema.nodeFromJSON(docOfText(text));
  return new Slice(content, 1, 1);
};

const DATA_IMAGE = /^data:(image\/(?:png|jpeg|gif|webp));base64,([\w+/=\s]+)$/;

/** An image that is contained in the HTML, as a file. */
const fileOf = (source: string): File | undefined => {
  const [, type, base64] = DATA_IMAGE.exec(source) ?? [];
  if (!type || !base64) return undefined;
  try {
    const bytes = Uint8Array.from(atob(base64), (one) => one.charCodeAt(0));
    return new File([bytes], `image.${type.slice(6)}`, {type});
  } catch {
    return undefined;
  }
};

interface Pasted {
  readonly slice: Slice;
  readonly files: readonly File[];
  readonly notice?: PasteNotice;
}

/** Reads clipboards and what is dropped, writes clipboards; all of it past the browser's and the editor's own parsing. */
class Clipboard {
  constructor(
    private readonly host: ClipboardHost,
    private readonly isPlain: () => boolean,
  ) {}

  readonly paste = (view: EditorView, event: ClipboardEvent): boolean => {
    event.preventDefault();
    if (event.clipboardData && view.editable) this.#take(view, event.clipboardData, event);
    return true;
  };

  readonly copy = (view: EditorView, event: ClipboardEvent): boolean => {
    const {selection} = view.state;
    event.preventDefault();
    if (selection.empty || !event.clipboardData) return true;
    const {content, openStart, openEnd} = selection.content();
    const nodes = (content.toJSON() as MailNode[] | null) ?? [];
    event.clipboardData.clearData();
    event.clipboardData.setData('text/html', partHtmlOf(nodes, openStart > 0 && openEnd > 0));
    event.clipboardData.setData('text/plain', partTextOf(nodes));
    if (event.type === 'cut' && view.editable)
      view.dispatch(view.state.tr.deleteSelection().scrollIntoView().setMeta('uiEvent', 'cut'));
    return true;
  };

  /** What is dragged within the text is the editor's own affair. */
  readonly drop = (view: EditorView, event: DragEvent): boolean => {
    if (view.dragging) return false;
    event.preventDefault();
    const at = view.posAtCoords({left: event.clientX, top: event.clientY});
    if (!event.dataTransfer || !at || !view.editable) return true;
    this.#take(view, event.dataTransfer, event, at.pos);
    view.focus();
    return true;
  };

  #take(view: EditorView, data: DataTransfer, event: Event, pos?: number): void {
    const html = this.isPlain() ? '' : data.getData('text/html');
    const text = data.getData('text/plain');
    const files = [...data.files];
    // A word processor puts a picture of what was copied beside it: that is no image of the text.
    const isText = text.trim() !== '' || (html !== '' && files.length === 0);
    if (!isText) this.#takeFiles(view, files, pos);
    else this.#insert(view, event, this.#read(html, text), pos);
  }

  #takeFiles(view: EditorView, files: readonly File[], pos = view.state.selection.from): void {
    const images = this.host.hasImages() ? files.filter(isImageFile) : [];
    const others = files.filter((file) => !images.includes(file));
    if (images.length) this.host.insertImages(images, pos);
    if (others.length) this.host.passFiles(others);
  }

  #read(html: string, text: string): Pasted {
    const readable = html ? readableHtml(html) : undefined;
    if (readable !== undefined) return this.#readHtml(readable, text);
    const pasted = this.#readText(text);
    return html && !pasted.notice ? {...pasted, notice: {kind: 'plain'}} : pasted;
  }

  #readText(text: string): Pasted {
    const slice = textSlice(text.slice(0, MAX_TEXT));
    return text.length > MAX_TEXT
      ? {slice, files: [], notice: {kind: 'cut', count: MAX_TEXT}}
      : {slice, files: []};
  }

  #readHtml(html: string, text: string): Pasted {
    const files: File[] = [];
    const keep = (source: string): undefined => {
      const file = this.host.hasImages() ? fileOf(source) : undefined;
      if (file) files.push(file);
    };
    try {
      const {slice, lost} = sliceOfHtml(html, document, keep);
      const left = lost - files.length;
      return left > 0 ? {slice, files, notice: {kind: 'lost', count: left}} : {slice, files};
    } catch {
      return {...this.#readText(text), notice: {kind: 'plain'}};
    }
  }

  #insert(view: EditorView, event: Event, {slice, files, notice}: Pasted, pos?: number): void {
    if (pos === undefined) this.#replace(view, event, slice);
    else view.dispatch(droppedAt(view, slice, pos));
    if (files.length) this.host.insertImages(files, view.state.selection.to);
    if (notice) this.host.tell(notice);
  }

  /** Tables take a paste into their cells. */
  #replace(view: EditorView, event: Event, slice: Slice): void {
    const isTaken = view.someProp('handlePaste', (handle) => handle(view, event as ClipboardEvent, slice));
    if (isTaken) return;
    const single = singleNode(slice);
    const {tr} = view.state;
    if (single) tr.replaceSelectionWith(single, false);
    else tr.replaceSelection(slice);
    view.dispatch(tr.scrollIntoView().setMeta('paste', true).setMeta('uiEvent', 'paste'));
  }
}

const singleNode = ({openStart, openEnd, content}: Slice): Node | null =>
  openStart === 0 && openEnd === 0 && content.childCount === 1 ? content.firstChild : null;

const droppedAt = (view: EditorView, slice: Slice, pos: number): Transaction => {
  const {tr, doc} = view.state;
  const at = dropPoint(doc, pos, slice) ?? pos;
  return tr.replaceRange(at, at, slice).scrollIntoView().setMeta('uiEvent', 'drop');
};

/** The clipboard of the editor. */
export const clipboardPlugin = (host: ClipboardHost): Plugin => {
  let isShifted = false;
  const clipboard = new Clipboard(host, () => isShifted);
  return new Plugin({
    props: {
      handleDOMEvents: {
        // Mod+Shift+V pastes plain text; browsers leave the formatted text in the clipboard all the same.
        keydown: (_, {key, shiftKey}) => {
          isShifted = shiftKey && key.toLowerCase() !== 'insert';
          return false;
        },
        keyup: (_, {key}) => {
          if (key === 'Shift') isShifted = false;
          return false;
        },
        paste: clipboard.paste,
        copy: clipboard.copy,
        cut: clipboard.copy,
        drop: clipboard.drop,
      },
    },
  });
};
