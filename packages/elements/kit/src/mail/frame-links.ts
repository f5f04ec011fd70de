import {isPage} from '../is-page.js';

import {hearsFrames} from './frame-shell.js';

const linkAt = (event: Event): HTMLAnchorElement | undefined => {
  for (const target of event.composedPath()) {
    const {localName} = target as Partial<Element>;
    if (localName === 'a' || localName === 'area') return target as HTMLAnchorElement;
  }
  return undefined;
};

/** A place in the same mail. */
const placeOf = (doc: Document, href: string): Element | undefined => {
  const name = href.slice(1);
  const anchors = [...doc.querySelectorAll('[id], a[name]')];
  return anchors.find((one) => one.id === name || one.getAttribute('name') === name);
};

/** Has the page meet a click on the link, which it may deal with by itself: a number that its desk dials. */
const clickInPage = (doc: Document, href: string): void => {
  const frame = doc.defaultView?.frameElement;
  if (!frame) return;
  const link = frame.ownerDocument.createElement('a');
  link.href = href;
  frame.after(link);
  link.click();
  link.remove();
};

/** The frame itself may open nothing: whoever clicked did so in the page that it stands in. */
const open = (doc: Document, link: HTMLAnchorElement): void => {
  const href = link.getAttribute('href') ?? '';
  if (href.startsWith('#')) placeOf(doc, href)?.scrollIntoView();
  else if (isPage(href)) window.open(href, '_blank', 'noopener,noreferrer');
  else if (/^(?:mailto|tel):/i.test(href)) clickInPage(doc, href);
};

/** Where the frame has to open links by itself, one to a place in the mail would open the page in it: no link then. */
const dropPlaces = (doc: Document): void => {
  for (const link of doc.querySelectorAll('[href^="#"]')) link.removeAttribute('href');
};

/**
 * Opens links of a frame, when a person clicks them: with the mouse (also its middle button) or the keyboard. Pages open in
 * another tab.
 * @returns Ends it.
 */
export const followLinks = (doc: Document): (() => void) => {
  if (!hearsFrames(doc.defaultView?.parent.document ?? document)) dropPlaces(doc);
  const handle = (event: MouseEvent): void => {
    const link = linkAt(event);
    if (!link) return;
    event.preventDefault();
    if (event.isTrusted && event.button < 2) open(doc, link);
  };
  doc.addEventListener('click', handle);
  doc.addEventListener('auxclick', handle);
  return () => {
    doc.removeEventListener('click', handle);
    doc.removeEventListener('auxclick', handle);
  };
};
