import type {Attachment} from '@deskwire/domain';

import {BACKGROUND, CID, REMOTE, STYLE} from './allowed.js';
import {BlockedImage, type FrameWords} from './blocked-image.js';
import {makeFrame} from './frame-shell.js';
import {AFTER, BEFORE, QUOTES_SHOWN} from './frame-sheets.js';
import {FrameSize} from './frame-size.js';
import {followLinks} from './frame-links.js';
import {InlineImages, type FetchImage} from './inline-images.js';
import {cleanSheets, cleanStyle, type FrameWindow, type StyleReport} from './mail-css.js';
import {readMailHtml, type CleanMail} from './mail-html.js';
import {markQuotes} from './mail-quote.js';
import {isBlank} from './quote-signs.js';

export type {FrameWords} from './blocked-image.js';

/** A mail that is to be shown. */
export interface FrameContent {
  readonly html: string;
  readonly remote: 'blocked' | 'shown';
  readonly attachments: readonly Attachment[];
  readonly fetchImage: FetchImage;
}

/** How a mail looks that says nothing about it: values of CSS, by the names that the frame's own sheet reads. */
export type FrameLook = Readonly<Record<`--dw-mail-${string}` | 'color-scheme', string>>;

/** What is seen without a text. */
const PICTURED = `img, hr, [${BACKGROUND}]`;
const COLOUR_ATTRIBUTES = '[bgcolor],[color],body[text],body[link]';

/** A mail's HTML in a frame of its own. */
export class MailFrame {
  readonly element: HTMLIFrameElement;
  /** The mail was longer than what can be shown. */
  readonly isCut: boolean;
  readonly hasQuote: boolean;
  /** There is nothing in it that could be seen. */
  readonly isEmpty: boolean;
  /**
   * It is there: measured, and with everything in it but images that are still to be fetched. False where the browser could not
   * make it.
   */
  readonly ready: Promise<boolean>;
  readonly #mail: CleanMail;
  readonly #content: FrameContent;
  readonly #report: StyleReport;
  readonly #images: InlineImages;
  readonly #boxes: BlockedImage[] = [];
  readonly #stops: (() => void)[] = [];
  #words: FrameWords | undefined;
  #lang = '';
  #look: FrameLook | undefined;
  #showsQuote = false;
  #blockedImages = 0;
  #isBuilt = false;
  #size: FrameSize | undefined;

  /**
   * The element has to be put into the page by the caller; moved there, it is empty.
   * @throws UnreadableHtmlError where the page lets no HTML be parsed.
   */
  constructor(doc: Document, content: FrameContent) {
    this.#content = content;
    this.#mail = readMailHtml(content.html, doc);
    this.isCut = this.#mail.isCut;
    this.hasQuote = markQuotes(this.#mail.body);
    this.isEmpty = isBlank(this.#mail.body.textContent) && !this.#mail.body.querySelector(PICTURED);
    this.#report = {remote: content.remote, blocked: new Set(), hasColours: false};
    this.#images = new InlineImages(content.attachments, content.fetchImage);
    this.element = makeFrame(doc, content.remote);
    this.ready = new Promise((resolve) => {
      this.element.addEventListener(
        'load',
        () => {
          resolve(this.#tryToBuild());
        },
        {once: true},
      );
    });
  }

  /** How much was kept back; known once it is there. */
  get blocked(): number {
    return this.#blockedImages + this.#report.blocked.size;
  }

  /** Whether the mail has colours of its own, and was written for white paper; known once it is there. */
  get hasColours(): boolean {
    return this.#report.hasColours;
  }

  showQuote(isShown: boolean): void {
    this.#showsQuote = isShown;
    this.#root?.toggleAttribute(QUOTES_SHOWN, isShown);
    this.#size?.measure();
  }

  /** Says what is ours in it in a language. `lang` is that of the mail where it does not say, `title` names the frame. */
  say(words: FrameWords, {title, lang}: {title: string; lang: string}): void {
    this.#words = words;
    this.#lang = lang;
    this.element.title = title;
    for (const box of this.#boxes) box.say(words);
    this.#images.say(words.imageMissing);
    const root = this.#root;
    if (root) root.lang = this.#mail.lang || (/\p{Script=Hangul}/u.test(root.textContent) ? 'ko' : lang);
  }

  look(look: FrameLook): void {
    this.#look = look;
    const style = this.#root?.style;
    if (style) for (const [name, value] of Object.entries(look)) style.setProperty(name, value, 'important');
  }

  /** Takes it away, and lets go of what it shows. */
  stop(): void {
    this.#size?.stop();
    this.#images.stop();
    for (const stop of this.#stops) stop();
    this.element.remove();
  }

  get #root(): HTMLElement | undefined {
    return this.#isBuilt ? this.element.contentDocument?.documentElement : undefined;
  }

  #tryToBuild(): boolean {
    try {
      this.#build();
    } catch {
      // Nobody knows all mails: what a browser refuses in one of them must not leave an empty place.
      return false;
    }
    return this.#isBuilt;
  }

  #build(): void {
    const doc = this.element.contentDocument;
    const view = doc?.defaultView as FrameWindow | null | undefined;
    if (!doc || !view) return;
    const body = doc.adoptNode(this.#mail.body);
    const elements = [body, ...body.querySelectorAll<HTMLElement>('*')];
    for (const element of elements) this.#style(element);
    if (body.matches(COLOUR_ATTRIBUTES) || body.querySelector(COLOUR_ATTRIBUTES))
      this.#report.hasColours = true;
    doc.adoptedStyleSheets = [
      sheetOf(view, BEFORE),
      ...cleanSheets(view, this.#mail.sheets, this.#report, elements.length),
      sheetOf(view, AFTER),
    ];
    this.#settleImages(body);
    doc.body.replaceWith(body);
    // Once it stands there: Firefox and WebKit look for its direction anew with every element that they put in.
    body.dir = this.#mail.dir || 'auto';
    this.#isBuilt = true;
    this.#stops.push(followLinks(doc));
    this.showQuote(this.#showsQuote);
    if (this.#look) this.look(this.#look);
    if (this.#words) this.say(this.#words, {title: this.element.title, lang: this.#lang});
    this.#size = new FrameSize(this.element, doc);
  }

  /** Sets the style that an element had, as far as the browser knows it and it does no harm. */
  #style(element: HTMLElement): void {
    const written = element.getAttribute(STYLE);
    if (written !== null) {
      element.removeAttribute(STYLE);
      element.style.cssText = written;
      cleanStyle(element.style, this.#report);
    }
    const background = element.getAttribute(BACKGROUND);
    if (background !== null) this.#setBackground(element, background);
  }

  #setBackground(element: HTMLElement, address: string): void {
    element.removeAttribute(BACKGROUND);
    if (address.startsWith('cid:')) return;
    const value = `url("${address.replaceAll('"', '%22')}")`;
    if (address.startsWith('data:') || this.#content.remote === 'shown')
      element.style.backgroundImage = value;
    else this.#report.blocked.add(address);
    this.#report.hasColours = true;
  }

  #settleImages(body: HTMLElement): void {
    for (const image of body.querySelectorAll<HTMLImageElement>(`img[${REMOTE}]`)) {
      const url = image.getAttribute(REMOTE) ?? '';
      image.removeAttribute(REMOTE);
      if (this.#content.remote === 'shown') {
        image.referrerPolicy = 'no-referrer';
        image.src = url;
      } else {
        this.#blockedImages += 1;
        this.#boxes.push(new BlockedImage(image));
      }
    }
    void this.#images.show([...body.querySelectorAll<HTMLImageElement>(`img[${CID}]`)]);
  }
}

const sheetOf = (view: FrameWindow, text: string): CSSStyleSheet => {
  const sheet = new view.CSSStyleSheet();
  sheet.replaceSync(text);
  return sheet;
};
