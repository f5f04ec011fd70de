import type {EditorView} from 'prosemirror-view';
import {refuse, type Refusal} from '@deskwire/domain';

import type {ImageKeeper} from './editor.types.js';
import {addWaiting, changeWaiting, placeOf, removeWaiting, waitingIn, type Waiting} from './image-plugin.js';
import {schema} from './schema.js';

/** Types that every mail client shows. */
export const IMAGE_TYPES: readonly string[] = ['image/png', 'image/jpeg', 'image/gif', 'image/webp'];

/** Whether a file can stand in the text. */
export const isImageFile = ({type}: File): boolean => IMAGE_TYPES.includes(type);

/** Wider than this a mail is read by scrolling; what is larger is shown smaller, its file stays as it is. */
export const MAX_WIDTH = 600;

interface Size {
  readonly width: number | null;
  readonly height: number | null;
}

const LOST = refuse('DW_FILE_BROKEN');
const UNKNOWN: Size = {width: null, height: null};

/** How large an image is shown at first. */
const sizeOf = async (file: File): Promise<Size> => {
  try {
    const {width, height} = await createImageBitmap(file);
    const scale = Math.min(1, MAX_WIDTH / width);
    return {width: Math.round(width * scale), height: Math.round(height * scale)};
  } catch {
    return UNKNOWN;
  }
};

/** `photo.final.png` says `photo.final`; a name that a machine gave says nothing. */
const altOf = ({name}: File): string => {
  const stem = name.replace(/\.[^.]*$/, '');
  return /^(?:image|img|clipboard|unknown|screenshot)?[\s_-]*[\d\s_.-]*$/i.test(stem) ? '' : stem;
};

/** What the insertion needs of the editor. */
export interface InsertionHost {
  readonly view: () => EditorView | undefined;
  readonly keeper: () => ImageKeeper | undefined;
  readonly reason: (refusal: Refusal) => string;
}

/** Takes image files to where images are kept, and puts them into the text when they are there. */
export class ImageInsertion {
  #next = 0;

  constructor(private readonly host: InsertionHost) {}

  /** Shows where the images will stand, and sends them on their way. */
  insert(files: readonly File[], pos?: number): void {
    const view = this.host.view();
    if (!view || files.length === 0) return;
    const waiting = files.map((file): Waiting => ({key: `image-${(this.#next += 1)}`, file}));
    const {tr} = view.state;
    if (pos === undefined && !view.state.selection.empty) tr.deleteSelection();
    view.dispatch(addWaiting(tr, pos ?? tr.selection.from, waiting));
    waiting.forEach((one) => void this.#upload(one));
  }

  retry({key, file}: Waiting): void {
    const view = this.host.view();
    const again: Waiting = {key, file};
    if (!view) return;
    view.dispatch(changeWaiting(view.state.tr, again));
    void this.#upload(again);
  }

  remove({key}: Waiting): void {
    const view = this.host.view();
    view?.dispatch(removeWaiting(view.state.tr, key));
    view?.focus();
  }

  async #upload(waiting: Waiting): Promise<void> {
    const keeper = this.host.keeper();
    if (!keeper) return;
    const [kept, size] = await Promise.all([
      keeper.add(waiting.file).catch(() => LOST),
      sizeOf(waiting.file),
    ]);
    const view = this.host.view();
    const pos = view && placeOf(view.state, waiting.key);
    // Another mail may be in the editor by now, or somebody removed it.
    if (!view || pos === undefined || !waitingIn(view.state).some(({key}) => key === waiting.key)) return;
    if ('id' in kept) this.#place(view, waiting, pos, {id: kept.id, ...size});
    else view.dispatch(changeWaiting(view.state.tr, {...waiting, failure: this.host.reason(kept)}));
  }

  #place(view: EditorView, {key, file}: Waiting, pos: number, attrs: Size & {readonly id: string}): void {
    const tr = removeWaiting(view.state.tr, key);
    const image = schema.nodes['image'].create({...attrs, alt: altOf(file)});
    const isInline = tr.doc.resolve(pos).parent.inlineContent;
    tr.insert(pos, isInline ? image : schema.nodes['paragraph'].create(null, image));
    view.dispatch(tr);
  }
}
