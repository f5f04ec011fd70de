import {htmlPolicy} from './policy.js';

/** Fetched are what a mail contains, and what somebody allowed; nothing else of any kind. */
const policyOf = (remote: 'blocked' | 'shown'): string =>
  [
    `default-src 'none'`,
    `img-src data: blob:${remote === 'shown' ? ' https: http:' : ''}`,
    `base-uri 'none'`,
    `form-action 'none'`,
  ].join('; ');

const shellOf = (remote: 'blocked' | 'shown'): string =>
  `<!doctype html><html><head><meta charset="utf-8"><meta http-equiv="content-security-policy" content="${policyOf(remote)}">` +
  `<meta name="referrer" content="no-referrer"><meta name="color-scheme" content="light dark"></head><body></body></html>`;

const SANDBOX = 'allow-same-origin';

let isHeard: boolean | undefined;

/**
 * Whether the page is told what happens in a frame in which nothing can run. WebKit tells of nothing, neither clicks nor errors:
 * links have to open by themselves there.
 */
export const hearsFrames = (doc: Document): boolean => {
  if (isHeard !== undefined) return isHeard;
  const frame = doc.createElement('iframe');
  frame.setAttribute('sandbox', SANDBOX);
  frame.hidden = true;
  doc.body.append(frame);
  const inner = frame.contentDocument;
  let heard = false;
  inner?.addEventListener('click', () => (heard = true));
  inner?.dispatchEvent(new Event('click'));
  frame.remove();
  isHeard = heard;
  return heard;
};

/**
 * A frame in which nothing can run, and nothing is fetched but images. Its document is there once it was loaded in the page.
 * Nobody can reach it from the outside but we, who are of its origin.
 */
export const makeFrame = (doc: Document, remote: 'blocked' | 'shown'): HTMLIFrameElement => {
  const frame = doc.createElement('iframe');
  frame.setAttribute(
    'sandbox',
    hearsFrames(doc) ? SANDBOX : `${SANDBOX} allow-popups allow-popups-to-escape-sandbox`,
  );
  frame.setAttribute('referrerpolicy', 'no-referrer');
  const shell = shellOf(remote);
  frame.srcdoc = htmlPolicy()?.createHTML(shell) ?? shell;
  return frame;
};
