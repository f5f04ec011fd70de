/** What a click on a `tel:` link does: `ask` opens the dialog with the number in it, `call` dials at once. */
export type TelLinks = 'ask' | 'call';

/** What begins a parameter, a pause, or what is no part of a number: digits behind it are no digits of the number. */
const END = /[;,?]/;

const decodeRun = (run: string): string => {
  try {
    return decodeURIComponent(run);
  } catch {
    return '';
  }
};

/**
 * What a `tel:` link wants called, as its author wrote it: without the scheme, parameters and post-dial digits (RFC 3966;
 * `tel:+82-2-555-0142;ext=12`, `tel:15880420,,3`). Percent-encoding is undone; what is no UTF-8 is dropped.
 * @returns Undefined where there is no digit in it.
 */
export const telText = (href: string): string | undefined => {
  const [, rest = ''] = /^\s*tel:(.*)$/is.exec(href) ?? [];
  const [plain = ''] = rest.split(END);
  const [text = ''] = plain.replace(/(?:%[\da-f]{2})+/gi, decodeRun).split(END);
  return /\p{Nd}/u.test(text) ? text.trim() : undefined;
};

/** The part of a click that decides whether it is ours. */
type Click = Pick<
  MouseEvent,
  'defaultPrevented' | 'button' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey' | 'composedPath'
>;

const isPlain = ({defaultPrevented, button, ctrlKey, metaKey, shiftKey, altKey}: Click): boolean =>
  !defaultPrevented && button === 0 && !ctrlKey && !metaKey && !shiftKey && !altKey;

/** The link that was pressed. The innermost one counts; those of open shadow roots are seen, those of closed ones are not. */
const linkOf = (click: Click): HTMLAnchorElement | undefined =>
  click
    .composedPath()
    .find((node): node is HTMLAnchorElement => node instanceof HTMLAnchorElement && node.href !== '');

/**
 * The number of a `tel:` link that was pressed in the ordinary way. Undefined where the page has dealt with the click, or
 * the person or the link's author wants something else of it: a modifier key, another button, a download, another window.
 */
export const telClicked = (click: Click): string | undefined => {
  const link = isPlain(click) ? linkOf(click) : undefined;
  if (link?.protocol !== 'tel:' || link.hasAttribute('download')) return undefined;
  return link.target === '' || link.target === '_self' ? telText(link.href) : undefined;
};
