import type {Node} from 'prosemirror-model';
import type {NodeView} from 'prosemirror-view';

import type {ImageKeeper} from './editor.types.js';
import type {Waiting} from './image-plugin.js';

/** What an image needs of the editor. */
export interface ImageViewHost {
  readonly keeper: () => ImageKeeper | undefined;
  /** What stands in the place of one that cannot be shown. */
  readonly gone: () => string;
}

/** An image in the text: shown under an address of the keeper's, by properties and never by a style attribute. */
export class ImageView implements NodeView {
  readonly dom = document.createElement('span');
  readonly #image = document.createElement('img');
  #id = '';
  #isDestroyed = false;

  constructor(
    node: Node,
    private readonly host: ImageViewHost,
  ) {
    this.dom.className = 'image';
    this.#image.draggable = false;
    this.dom.append(this.#image);
    this.update(node);
  }

  update({type, attrs}: Node): boolean {
    if (type.name !== 'image') return false;
    this.#image.alt = String(attrs['alt']);
    this.#measure('width', attrs['width']);
    this.#measure('height', attrs['height']);
    const id = String(attrs['id']);
    if (id !== this.#id) void this.#show(id);
    return true;
  }

  selectNode(): void {
    this.dom.classList.add('selected');
  }

  deselectNode(): void {
    this.dom.classList.remove('selected');
  }

  ignoreMutation(): boolean {
    return true;
  }

  destroy(): void {
    this.#isDestroyed = true;
  }

  #measure(name: 'width' | 'height', size: unknown): void {
    if (typeof size === 'number') this.#image[name] = size;
    else this.#image.removeAttribute(name);
  }

  async #show(id: string): Promise<void> {
    this.#id = id;
    this.dom.classList.add('waits');
    const url = await this.host
      .keeper()
      ?.url(id)
      .catch(() => undefined);
    if (this.#isDestroyed || id !== this.#id) return;
    this.dom.classList.remove('waits');
    this.dom.classList.toggle('gone', url === undefined);
    if (url === undefined) this.#image.title = this.#image.alt || this.host.gone();
    else this.#image.src = url;
    this.#note(url === undefined);
  }

  #note(isGone: boolean): void {
    this.dom.querySelector('.gone-text')?.remove();
    if (!isGone) return;
    const text = document.createElement('span');
    text.className = 'gone-text';
    text.textContent = this.host.gone();
    this.dom.append(text);
  }
}

/** What the place of an image that is not there yet says and does. */
export interface WaitingWords {
  readonly uploading: string;
  /** Undefined: it has not failed. */
  readonly failed: string | undefined;
  readonly retry: string;
  readonly remove: string;
}

const button = (text: string, act: () => void): HTMLButtonElement => {
  const made = document.createElement('button');
  made.type = 'button';
  made.className = 'btn link';
  made.textContent = text;
  made.addEventListener('click', act);
  return made;
};

const labelled = (text: string, className: string): HTMLElement => {
  const span = document.createElement('span');
  span.className = className;
  span.textContent = text;
  return span;
};

/** Draws the place of an image that is on its way, or that could not be uploaded. */
export const drawWaiting = (
  waiting: Waiting,
  words: WaitingWords,
  acts: {readonly retry: (waiting: Waiting) => void; readonly remove: (waiting: Waiting) => void},
): HTMLElement => {
  const place = document.createElement('span');
  place.className = words.failed === undefined ? 'waiting' : 'waiting failed';
  place.contentEditable = 'false';
  place.setAttribute('role', words.failed === undefined ? 'status' : 'group');
  place.append(labelled('', 'spin'), labelled(words.failed ?? words.uploading, 'what'));
  if (words.failed !== undefined)
    place.append(
      button(words.retry, () => {
        acts.retry(waiting);
      }),
    );
  place.append(
    button(words.remove, () => {
      acts.remove(waiting);
    }),
  );
  return place;
};
