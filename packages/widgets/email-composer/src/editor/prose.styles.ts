import {css, unsafeCSS} from 'lit';

import {INDENT_PX} from './mail-html.js';
import {MAX_INDENT} from './schema.js';

/** Each step as wide as it is in the mail that leaves. */
const indents = unsafeCSS(
  Array.from(
    {length: MAX_INDENT},
    (_, at) => `.prose [data-indent='${at + 1}'] { margin-inline-start: ${(at + 1) * INDENT_PX}px; }`,
  ).join('\n'),
);

/** The text and how it is set: as it will be read, in the colours of the desk. */
export const proseStyles = css`
  .page {
    position: relative;
    display: flex;
    flex: 1 1 auto;
    flex-direction: column;
    min-height: 0;
  }
  .sheet {
    display: flex;
    flex: 1 1 auto;
    flex-direction: column;
  }
  .prose {
    flex: 1 1 auto;
    width: 100%;
    max-width: 752px;
    min-height: 140px;
    padding: 16px;
    font: var(--dw-font-reading);
    font-variant-ligatures: none;
    white-space: break-spaces;
    overflow-wrap: anywhere;
    outline: none;
    caret-color: var(--dw-color-text);
  }
  .prose > :first-child {
    margin-top: 0;
  }
  .prose :is(p, h1, ul, ol, table, blockquote) {
    margin: 10px 0 0;
  }
  .prose :is(li, td, th, blockquote) > :first-child {
    margin-top: 0;
  }
  .prose li > :is(p, ul, ol) {
    margin-top: 2px;
  }
  .prose h1 {
    margin-top: 16px;
    font: 600 20px/28px var(--dw-font-family);
  }
  .prose ul,
  .prose ol {
    padding-inline-start: 22px;
    list-style: disc;
  }
  .prose ol {
    list-style: decimal;
  }
  .prose ul ul {
    list-style: circle;
  }
  .prose li {
    position: relative;
  }
  .prose blockquote {
    padding-inline-start: 12px;
    border-inline-start: 2px solid var(--dw-color-border-control);
    color: var(--dw-color-text-secondary);
  }
  .prose a {
    color: var(--dw-color-accent);
    text-decoration: underline;
    text-underline-offset: 2px;
    cursor: text;
  }
  /* As it leaves on a light desk; lighter on a dark one, where nobody could read it. */
  .prose .ink {
    color: light-dark(var(--_dw-ink), color-mix(in oklab, var(--_dw-ink) 46%, white));
  }
  .prose table {
    max-width: 100%;
    border-collapse: collapse;
    font: var(--dw-font-base);
  }
  .prose :is(td, th) {
    position: relative;
    min-width: 48px;
    padding: 4px 12px;
    border: 1px solid var(--dw-color-border);
    text-align: start;
    vertical-align: top;
    font-variant-numeric: tabular-nums;
  }
  .prose th {
    background: var(--dw-color-surface-sunken);
    font-weight: 600;
  }
  .prose [data-background] {
    background: light-dark(
      var(--_dw-fill),
      color-mix(in oklab, var(--_dw-fill) 24%, var(--dw-color-surface))
    );
  }
  .prose .selectedCell::after {
    content: '';
    position: absolute;
    inset: 0;
    background: color-mix(in oklab, var(--dw-color-accent) 16%, transparent);
    pointer-events: none;
  }
  ${indents}
  .prose .blank {
    border-radius: 4px;
    background: var(--dw-color-state-hold-tint);
    box-shadow: 0 0 0 1px color-mix(in oklab, var(--dw-color-state-hold) 40%, transparent);
    color: var(--dw-color-state-hold);
  }
  .prose .held {
    background: color-mix(in oklab, var(--dw-color-accent) 22%, transparent);
  }
  .prose > p:only-child:has(> br:only-child)::before {
    content: var(--_dw-placeholder, '');
    float: inline-start;
    height: 0;
    color: var(--dw-color-text-muted);
    pointer-events: none;
  }
  .prose[aria-disabled='true'] {
    color: var(--dw-color-text-muted);
  }
  .ProseMirror-hideselection *::selection {
    background: transparent;
  }
  .ProseMirror-hideselection {
    caret-color: transparent;
  }
  .ProseMirror-gapcursor {
    display: none;
    position: absolute;
    pointer-events: none;
  }
  .ProseMirror-focused .ProseMirror-gapcursor {
    display: block;
  }
  .ProseMirror-gapcursor::after {
    content: '';
    position: absolute;
    top: -2px;
    width: 20px;
    border-top: 1px solid var(--dw-color-text);
  }
  .drop-cursor {
    background: var(--dw-color-accent);
  }
  .ProseMirror-separator {
    display: inline;
    border: 0;
    margin: 0;
  }
  @media (forced-colors: active) {
    .prose .ink {
      color: inherit;
    }
    .prose .blank {
      outline: 1px dashed CanvasText;
    }
    .prose .selectedCell::after {
      background: none;
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
  }
`;
