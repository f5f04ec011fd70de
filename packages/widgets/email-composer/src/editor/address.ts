const SCHEME = /^[a-z][a-z\d+.-]*:/i;
const MAILBOX = /^[^\s@/:]+@[^\s@/]+$/;
/** `example.com:8080`: a port, no scheme. */
const HOST_AND_PORT = /^[^\s/:@]+\.[^\s/:@]+:\d{1,5}(?:[/?#]|$)/;
const PHONE = /^\+?\d[\d ().-]{3,}\d$/;

const whole = (text: string): string => {
  if (PHONE.test(text)) return `tel:${text.replace(/[ ]/g, '')}`;
  if (MAILBOX.test(text)) return `mailto:${text}`;
  return SCHEME.test(text) && !HOST_AND_PORT.test(text) ? text : `https://${text}`;
};

const ALLOWED = new Set(['http:', 'https:', 'mailto:', 'tel:']);

/** A link that somebody else wrote (a paste, a template): kept as it is where its scheme is allowed. */
export const safeHref = (href: string): string | undefined => {
  const text = href.trim();
  if (!SCHEME.test(text) || !URL.canParse(text)) return undefined;
  const {protocol, username, password} = new URL(text);
  return ALLOWED.has(protocol) && !username && !password ? text : undefined;
};

const PLAUSIBLE: Readonly<Record<string, RegExp>> = {
  'mailto:': /^mailto:[^\s@]+@[^\s@]+\.[^\s@]+$/i,
  'tel:': /^tel:\+?[\d().-]{3,}(?:;ext=\d+)?$/i,
};

/** A host that can be meant: with a dot, in brackets, or written with its scheme. */
const isHost = (host: string, typed: string): boolean =>
  /[^.]\.[^.]/.test(host) || host.startsWith('[') || SCHEME.test(typed);

/**
 * What somebody typed as an address, as a link: `example.com` goes to https, a mailbox and a phone number to theirs.
 * @returns undefined where it is no address, or one of a scheme that is not allowed.
 */
export const linkOf = (typed: string): string | undefined => {
  const text = typed.trim();
  const href = /\s/.test(text) && !PHONE.test(text) ? undefined : safeHref(whole(text));
  if (!href) return undefined;
  const {protocol, hostname} = new URL(href);
  const plausible = PLAUSIBLE[protocol];
  return (plausible ? plausible.test(href) : isHost(hostname, text)) ? href : undefined;
};
