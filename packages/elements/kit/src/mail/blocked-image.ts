import {BOX} from './frame-sheets.js';

/** What the words of a frame's content are made of. */
export interface FrameWords {
  blocked(size: {width: number; height: number} | undefined): string;
  readonly imageMissing: string;
}

const SVG = 'http://www.w3.org/2000/svg';
/** Material Symbols, image. */
const IMAGE =
  'M45-30q-6 0-10-4t-5-11v-150q0-6 5-10t10-5h150q6 0 11 5t4 10v150q0 6-4 11t-11 4H45Zm0-15h150v-150H45v150Zm14-24h122L145-118 112-75l-24-32-29 38Zm-14 24v-150 150Z';

/** Smaller than that an image is not to be seen: it counts who reads. */
const INVISIBLE = 3;
/** Room for the words, px; below that only the icon stands there, or nothing. */
const WORDS_WIDTH = 150;
const WORDS_HEIGHT = 20;
const ICON = 18;

const pixels = (text: string | null): number | undefined => {
  const value = /^\s*(\d+(?:\.\d+)?)\s*(?:px)?\s*(?:!important)?\s*$/i.exec(text ?? '')?.[1];
  return value === undefined ? undefined : Math.round(Number(value));
};

const lengthOf = (image: HTMLElement, name: 'width' | 'height'): number | undefined =>
  pixels(image.style.getPropertyValue(name)) ?? pixels(image.getAttribute(name));

const iconIn = (doc: Document): SVGSVGElement => {
  const icon = doc.createElementNS(SVG, 'svg');
  icon.setAttribute('viewBox', '0 -240 240 240');
  icon.setAttribute('aria-hidden', 'true');
  const path = doc.createElementNS(SVG, 'path');
  path.setAttribute('d', IMAGE);
  icon.append(path);
  return icon;
};

type Size = 'words' | 'block' | 'icon' | 'none';

const sizeOf = (width: number | undefined, height: number | undefined): Size => {
  if ((width ?? ICON) < ICON || (height ?? ICON) < ICON) return 'none';
  return (width ?? WORDS_WIDTH) < WORDS_WIDTH || (height ?? WORDS_HEIGHT) < WORDS_HEIGHT ? 'icon' : 'words';
};

/** The place of an image that was not fetched: as large as that, with what it shows and how large it is. */
export class BlockedImage {
  readonly element: HTMLElement;
  readonly #size: {width: number; height: number} | undefined;
  readonly #alt: string;
  readonly #words: HTMLElement;

  /** @param image In the frame's document, with its styles. It is replaced, unless it cannot be seen. */
  constructor(image: HTMLImageElement) {
    const doc = image.ownerDocument;
    const [width, height] = [lengthOf(image, 'width'), lengthOf(image, 'height')];
    this.#size = width !== undefined && height !== undefined ? {width, height} : undefined;
    this.#alt = image.alt.trim();
    this.element = doc.createElement(BOX);
    this.#words = doc.createElement('span');
    this.element.setAttribute('role', 'img');
    // Its words are ours: they say nothing about the direction of the mail around it.
    this.element.dir = 'auto';
    this.element.dataset['size'] = sizeOf(width, height);
    this.element.append(iconIn(doc), this.#words);
    if (isInvisible(image, width, height)) image.remove();
    else {
      this.#takePlace(image, width, height);
    }
  }

  /** Says it in the words of the language. */
  say(words: FrameWords): void {
    const text = [words.blocked(this.#size), this.#alt].filter((one) => one !== '').join(' · ');
    this.#words.textContent = text;
    this.element.setAttribute('aria-label', text);
    this.element.title = text;
  }

  #takePlace(image: HTMLImageElement, width: number | undefined, height: number | undefined): void {
    const {style} = this.element;
    style.width = width === undefined ? percentOf(image) : `${width}px`;
    style.height = height === undefined ? '' : `${height}px`;
    style.minHeight = height === undefined ? '40px' : '';
    for (const name of ['display', 'float', 'margin', 'max-height']) {
      const value = image.style.getPropertyValue(name);
      if (value !== '' && value !== 'block') style.setProperty(name, value);
    }
    if (image.align) style.cssFloat = /^(?:left|right)$/i.test(image.align) ? image.align.toLowerCase() : '';
    image.replaceWith(this.element);
  }
}

const percentOf = (image: HTMLImageElement): string => {
  const written = image.style.width || (image.getAttribute('width') ?? '');
  return /^\d+(?:\.\d+)?%$/.test(written) ? written : '';
};

const isInvisible = (image: HTMLElement, width: number | undefined, height: number | undefined): boolean =>
  (width ?? INVISIBLE) < INVISIBLE ||
  (height ?? INVISIBLE) < INVISIBLE ||
  image.style.display === 'none' ||
  image.style.visibility === 'hidden';
