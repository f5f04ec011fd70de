import createSanitiser, {type Config, type DOMPurify} from 'dompurify';

import {ATTRIBUTES, DROPPED, ELEMENTS} from './allowed.js';
import {settleAddresses} from './addresses.js';
import {htmlPolicy} from './policy.js';
import {tidyHtml} from './tidy.js';

/** A mail's HTML, sanitised, in a document of its own that shows and fetches nothing. */
export interface CleanMail {
  /** Its body, with the attributes that it had. */
  readonly body: HTMLElement;
  /** Its style sheets as they were written. */
  readonly sheets: readonly string[];
  readonly lang: string;
  readonly dir: string;
  /** It was longer than what can be shown: this is its beginning. */
  readonly isCut: boolean;
}

/** The page's policy does not let a mail's HTML be parsed. */
export class UnreadableHtmlError extends Error {
  constructor() {
    super('The page lets no HTML be parsed: its Trusted Types do not list the policy "dompurify".');
    this.name = 'UnreadableHtmlError';
  }
}

const configOf = (): Config & {RETURN_DOM: true} => ({
  ALLOWED_TAGS: ['#text', ...ELEMENTS],
  ALLOWED_ATTR: [...ATTRIBUTES],
  FORBID_TAGS: [...DROPPED, 'style', 'form', 'input', 'button', 'option', 'selectedcontent'],
  ALLOW_ARIA_ATTR: false,
  ALLOW_DATA_ATTR: false,
  // Tags that are not wanted were taken out before; what is left of them goes as a whole.
  KEEP_CONTENT: false,
  WHOLE_DOCUMENT: true,
  RETURN_DOM: true,
  // Addresses are settled one by one afterwards; until then they are in a document that fetches nothing.
  ALLOWED_URI_REGEXP: /^(?!\s*(?:javascript|vbscript):)/i,
  TRUSTED_TYPES_POLICY: (htmlPolicy() ?? null) as never,
});

const sanitisers = new WeakMap<object, DOMPurify>();

const sanitiserOf = (view: NonNullable<Document['defaultView']>): DOMPurify => {
  const sanitiser = sanitisers.get(view) ?? createSanitiser(view);
  sanitisers.set(view, sanitiser);
  return sanitiser;
};

/**
 * Sanitises a mail's HTML. Nothing is fetched, and no policy of the page about styles is asked.
 * @throws UnreadableHtmlError where the page lets no HTML be parsed.
 */
export const readMailHtml = (html: string, doc: Document): CleanMail => {
  const tidy = tidyHtml(html);
  const sanitiser = sanitiserOf(doc.defaultView ?? window);
  const root = sanitiser.sanitize(`<!doctype html>${tidy.html}`, configOf()) as HTMLElement | null;
  const body = root?.querySelector('body');
  if (!root || !body) throw new UnreadableHtmlError();
  settleAddresses(body, tidy.base);
  return {
    body,
    sheets: tidy.sheets,
    lang: body.lang || root.lang,
    dir: body.dir || root.dir,
    isCut: tidy.isCut,
  };
};

/**
 * A mail's HTML without anything that could act or fetch, in a document that shows nothing:
 * - a `style` attribute stands in `data-dw-style`, as it was written: clean it when it is applied through the CSSOM;
 * - remote images have their address in `data-dw-src`, inline ones their Content-ID in `data-cid`, backgrounds in
 *   `data-dw-background`; images that are contained (`data:`) keep their `src`;
 * - links lead to web, mail and telephone, and open apart.
 *
 * At most a million characters and 50,000 tags of it; the rest is cut.
 * @throws UnreadableHtmlError where the page lets no HTML be parsed.
 */
export const cleanMailHtml = (html: string, doc: Document): DocumentFragment => {
  const {body} = readMailHtml(html, doc);
  const fragment = body.ownerDocument.createDocumentFragment();
  fragment.append(...body.childNodes);
  return fragment;
};
