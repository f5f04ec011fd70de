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

/**
 * A frame in which nothing can run, and nothing is fetched but images. Its document is there once it was loaded in the page.
 * Nobody can reach it from the outside but we, who are of its origin.
 */
export const makeFrame = (doc: Document, remote: 'blocked' | 'shown'): HTMLIFrameElement => {
  const frame = doc.createElement('iframe');
  frame.setAttribute('sandbox', 'allow-same-origin');
  frame.setAttribute('referrerpolicy', 'no-referrer');
  const shell = shellOf(remote);
  frame.srcdoc = htmlPolicy()?.createHTML(shell) ?? shell;
  return frame;
};
