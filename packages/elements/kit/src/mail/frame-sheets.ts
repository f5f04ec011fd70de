// What a mail looks like where it does not say so itself, and what it cannot change.
import {QUOTE} from './mail-quote.js';

/** The tag of what stands in the place of a blocked image. No mail has it: the sanitiser does not know it. */
export const BOX = 'dw-blocked-image';
/** On the root of the frame: quotes are shown. */
export const QUOTES_SHOWN = 'data-dw-quotes';

/** Before the mail's own. */
export const BEFORE = `
  html {
    color: var(--dw-mail-text);
    font: var(--dw-mail-font);
    overflow-wrap: break-word;
    -webkit-text-size-adjust: 100%;
  }
  body { margin: 0; }
  a { color: var(--dw-mail-link); }
  img { max-width: 100%; }
  img:not([height]) { height: auto; }
  @media (max-width: 640px) { img[width][height] { height: auto; } }
  hr { border: 0; border-block-start: 1px solid var(--dw-mail-line); }
  :where(body > :first-child, body > :first-child > :first-child) { margin-block-start: 0; }
  :where(body > :last-child, body > :last-child > :last-child) { margin-block-end: 0; }
  pre { white-space: pre-wrap; overflow-wrap: anywhere; }
  blockquote {
    margin: 8px 0;
    padding-inline-start: 12px;
    border-inline-start: 2px solid var(--dw-mail-line);
  }
  :focus-visible { outline: 2px solid var(--dw-mail-link); outline-offset: 2px; }
`;

/** After the mail's own. */
export const AFTER = `
  :root:not([${QUOTES_SHOWN}]) [${QUOTE}] { display: none !important; }
  ${BOX} {
    all: initial;
    color-scheme: inherit;
    margin-block: 2px;
    display: inline-flex !important;
    box-sizing: border-box !important;
    align-items: center;
    justify-content: center;
    gap: 8px;
    max-width: 100% !important;
    padding: 0 8px;
    overflow: hidden;
    border: 1px dashed var(--dw-mail-control);
    border-radius: 8px;
    color: var(--dw-mail-muted);
    font: var(--dw-mail-small);
    text-align: center;
    vertical-align: middle;
  }
  ${BOX} > span { min-width: 0; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
  ${BOX}[data-size='block'] { display: flex !important; width: 100%; }
  ${BOX}[data-size='icon'] > span { display: none; }
  ${BOX}[data-size='none'] > * { display: none; }
  ${BOX} > svg { width: 16px; height: 16px; flex: none; fill: currentColor; }
`;
