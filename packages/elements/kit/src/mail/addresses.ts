import {isPage} from '../is-page.js';

import {BACKGROUND, CID, REMOTE} from './allowed.js';

/** What an image's address is to us. */
export type ImageAddress =
  | {readonly kind: 'remote'; readonly url: string}
  | {readonly kind: 'cid'; readonly id: string}
  | {readonly kind: 'contained'; readonly url: string};

const CONTAINED = /^data:image\/(?:png|gif|jpe?g|pjpeg|webp|bmp|avif|x-png);base64,[a-z0-9+/=%]*$/i;
const SCHEME = /^[a-z][a-z0-9+.-]*:/i;

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

const absolute = (url: string, base: string | undefined): string | undefined => {
  const whole = url.startsWith('//') ? `https:${url}` : url;
  if (SCHEME.test(whole)) return URL.canParse(whole) ? new URL(whole).href : undefined;
  return base !== undefined && URL.canParse(whole, base) ? new URL(whole, base).href : undefined;
};

const isWeb = (url: string): boolean => /^https?:/i.test(url);

/** Undefined where it leads nowhere that an image could come from. */
export const imageAddressOf = (written: string, base?: string): ImageAddress | undefined => {
  const bare = written.trim();
  if (/^cid:/i.test(bare)) return {kind: 'cid', id: decoded(bare.slice(4).trim()).replace(/^<|>$/g, '')};
  if (/^data:/i.test(bare)) {
    const url = bare.replace(/\s+/g, '');
    return CONTAINED.test(url) ? {kind: 'contained', url} : undefined;
  }
  const url = absolute(bare.replace(/[\t\n\r]/g, ''), base);
  return url !== undefined && isWeb(url) ? {kind: 'remote', url} : undefined;
};

/** The first address of a `srcset`. */
const firstOf = (srcset: string): string => /^[\s,]*(\S+?),?(?:\s|$)/.exec(srcset)?.[1] ?? '';

/** As it would be written: read again it is the same. */
const cidAddress = (id: string): string => `cid:${id.replaceAll('%', '%25')}`;

const attribute = (element: Element, name: string): string => element.getAttribute(name) ?? '';

const settleImage = (image: Element, base: string | undefined): void => {
  const address =
    imageAddressOf(attribute(image, 'src'), base) ??
    imageAddressOf(firstOf(attribute(image, 'srcset')), base) ??
    imageAddressOf(attribute(image, REMOTE)) ??
    (image.hasAttribute(CID) ? imageAddressOf(cidAddress(attribute(image, CID))) : undefined);
  for (const name of ['srcset', 'src', REMOTE, CID]) image.removeAttribute(name);
  if (address?.kind === 'remote') image.setAttribute(REMOTE, address.url);
  if (address?.kind === 'cid') image.setAttribute(CID, address.id);
  if (address?.kind === 'contained') image.setAttribute('src', address.url);
};

const settleBackground = (element: Element, base: string | undefined): void => {
  const address =
    imageAddressOf(attribute(element, 'background'), base) ?? imageAddressOf(attribute(element, BACKGROUND));
  element.removeAttribute('background');
  element.removeAttribute(BACKGROUND);
  if (!address) return;
  element.setAttribute(BACKGROUND, address.kind === 'cid' ? cidAddress(address.id) : address.url);
};

/** What only an image may have. */
const settleOther = (element: Element): void => {
  for (const name of ['src', 'srcset', REMOTE, CID]) element.removeAttribute(name);
};

const LINK = /^(?:https?|mailto|tel):/i;
/** A host without its scheme, as people write it. */
const BARE_HOST = /^(?:www\.|[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,24}(?:[/?#]|$))/i;

/** Where a link leads; undefined where nothing may follow it. */
export const linkAddressOf = (written: string, base?: string): string | undefined => {
  const bare = written.replace(/[\t\n\r]/g, '').trim();
  if (bare.startsWith('#')) return bare.length > 1 ? bare : undefined;
  if (!SCHEME.test(bare) && base === undefined && BARE_HOST.test(bare))
    return absolute(`http://${bare}`, base);
  const url = absolute(bare, base);
  return url !== undefined && LINK.test(url) ? url : undefined;
};

const settleLink = (link: Element, base: string | undefined): void => {
  const written = link.getAttribute('href');
  if (written === null) return;
  const href = linkAddressOf(written, base);
  if (href === undefined) {
    link.removeAttribute('href');
    return;
  }
  link.setAttribute('href', href);
  if (!isPage(href)) {
    link.removeAttribute('target');
    return;
  }
  link.setAttribute('target', '_blank');
  link.setAttribute('rel', 'noopener noreferrer');
};

/** Keeps names out of the way of the document's own properties. */
const settleName = (element: Element): void => {
  if (element.localName !== 'a' && element.localName !== 'map') element.removeAttribute('name');
};

const LAYOUT = new Set(['presentation', 'none']);

const each = (body: HTMLElement, selector: string, run: (element: Element) => void): void => {
  for (const element of body.querySelectorAll(selector)) run(element);
  if (body.matches(selector)) run(body);
};

/** Puts the addresses of a sanitised mail where nothing fetches them, and takes out those that lead nowhere good. */
export const settleAddresses = (body: HTMLElement, written: string | undefined): void => {
  const base = written !== undefined && isWeb(written) && URL.canParse(written) ? written : undefined;
  each(body, 'img', (image) => {
    settleImage(image, base);
  });
  each(body, `:is([src], [srcset], [${REMOTE}], [${CID}]):not(img)`, settleOther);
  each(body, `[background], [${BACKGROUND}]`, (element) => {
    settleBackground(element, base);
  });
  each(body, '[href]', (link) => {
    settleLink(link, base);
  });
  each(body, '[name]', settleName);
  // A table that is only there for the layout may say so; nothing else is more than it looks.
  each(body, '[role]', (element) => {
    if (!LAYOUT.has(element.getAttribute('role')?.toLowerCase() ?? '')) element.removeAttribute('role');
  });
};
