import {css} from 'lit';

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
  .prose [data-indent='1'] {
    margin-inline-start: 40px;
  }
  .prose [data-indent='2'] {
    margin-inline-start: 80px;
  }
  .prose [data-indent='3'] {
    margin-inline-start: 120px;
  }
  .prose [data-indent='4'] {
    margin-inline-start: 160px;
  }
  .prose [data-indent='5'] {
    margin-inline-start: 200px;
  }
  .prose [data-indent='6'] {
    margin-inline-start: 240px;
  }
  .prose [data-indent='7'] {
    margin-inline-start: 280px;
  }
  .prose [data-indent='8'] {
    margin-inline-start: 320px;
  }
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

/** Images in the text, and those on their way. */
export const imageStyles = css`
  .prose .image {
    display: inline-block;
    max-width: 100%;
    border-radius: 2px;
    vertical-align: bottom;
    line-height: 0;
  }
  .prose .image > img {
    max-width: 100%;
    height: auto;
  }
  .prose .image.selected {
    outline: 2px solid var(--dw-color-focus);
    outline-offset: 2px;
  }
  .prose .image:is(.waits, .gone) {
    min-width: 120px;
    min-height: 48px;
    border: 1px dashed var(--dw-color-border-control);
  }
  .prose .image.gone > img {
    display: none;
  }
  .prose .gone-text {
    display: block;
    padding: 14px;
    color: var(--dw-color-text-muted);
    font: var(--dw-font-meta);
    line-height: 18px;
  }
  .prose .waiting {
    display: inline-flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 8px;
    max-width: 100%;
    margin: 0 2px;
    padding: 6px 10px;
    border: 1px dashed var(--dw-color-border-control);
    border-radius: var(--dw-radius-control);
    color: var(--dw-color-text-muted);
    font: 400 12px/18px var(--dw-font-family);
    white-space: normal;
    vertical-align: middle;
    user-select: none;
  }
  .prose .waiting.failed {
    border-style: solid;
    border-color: color-mix(in oklab, var(--dw-color-state-danger) 35%, transparent);
    background: var(--dw-color-state-danger-tint);
    color: var(--dw-color-state-danger);
  }
  .prose .waiting.failed .spin {
    display: none;
  }
  .prose .waiting .btn.link {
    font: 500 12px/18px var(--dw-font-family);
  }
`;

/** The toolbar and what opens from it. */
export const toolbarStyles = css`
  .editor {
    display: flex;
    flex-direction: column;
    min-height: inherit;
    container: dw-editor / inline-size;
  }
  .tools {
    position: relative;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 2px;
    padding: 4px 12px;
    border-bottom: 1px solid var(--dw-color-border);
  }
  .tools .btn.icon {
    border-color: transparent;
    background: transparent;
  }
  .tools .btn.icon:hover {
    background: var(--dw-color-surface-hover);
  }
  .tools .btn.icon > svg {
    width: var(--dw-size-icon);
    height: var(--dw-size-icon);
  }
  .tools .btn[aria-pressed='true'] {
    background: var(--dw-color-accent-tint);
  }
  .tools .btn[aria-pressed='true'] > svg {
    color: var(--dw-color-accent);
  }
  .tools .btn.btn[aria-disabled='true'] {
    border-color: transparent;
    background: transparent;
  }
  .tools .btn.btn[aria-disabled='true'] > svg {
    color: var(--dw-color-text-disabled);
  }
  .tools .colour {
    position: relative;
  }
  .tools .colour::after {
    content: '';
    position: absolute;
    inset-inline: 6px;
    bottom: 3px;
    height: 3px;
    border-radius: 1px;
    background: var(--_dw-now, var(--dw-color-state-danger));
  }
  .tools .div {
    width: 1px;
    height: 16px;
    margin: 0 6px;
    background: var(--dw-color-border);
  }
  .tip {
    position: absolute;
    z-index: 3;
    width: max-content;
    max-width: min(240px, calc(100% - 16px));
    padding: 4px 8px;
    border-radius: var(--dw-radius-chip);
    background: var(--dw-color-text);
    color: var(--dw-color-surface);
    font: 500 12px/16px var(--dw-font-family);
    pointer-events: none;
  }
  .tip kbd {
    margin-inline-start: 6px;
    font: 400 12px/16px var(--dw-font-family);
    opacity: 0.8;
  }
  .tip .because {
    display: block;
    font-weight: 400;
  }
  /* Under the middle of its tool, as far as the window lets it. */
  .popover {
    position-area: block-end span-all;
    position-try-fallbacks: flip-block;
    justify-self: anchor-center;
    margin: 4px 8px;
  }
  .inks {
    display: grid;
    grid-template-columns: repeat(3, minmax(92px, auto));
  }
  .inks .option {
    border: 0;
    background: none;
    color: inherit;
    font: var(--dw-font-base);
    text-align: start;
  }
  .inks .option:hover {
    background: var(--dw-color-surface-hover);
  }
  .inks .option.on {
    background: var(--dw-color-accent-tint);
  }
  .swatch {
    flex: none;
    width: 16px;
    height: 16px;
    border: 1px solid color-mix(in oklab, var(--dw-color-text) 20%, transparent);
    border-radius: 50%;
    background: var(--_dw-swatch, var(--dw-color-text));
    forced-color-adjust: none;
  }
  .sizes {
    padding: 12px;
  }
  .grid {
    display: grid;
    gap: 2px;
  }
  .grid > div {
    display: grid;
    grid-template-columns: repeat(8, 24px);
    gap: 2px;
  }
  .cell {
    width: 24px;
    height: 24px;
    padding: 0;
    border: 1px solid var(--dw-color-border-control);
    border-radius: 3px;
    background: var(--dw-color-surface);
  }
  .cell.on {
    border-color: var(--dw-color-accent);
    background: var(--dw-color-accent-tint);
  }
  .size-text {
    margin-top: 8px;
    color: var(--dw-color-text-muted);
    font: var(--dw-font-meta);
    font-variant-numeric: tabular-nums;
    text-align: center;
  }
  .link-form {
    width: min(320px, calc(100vw - 32px));
    padding: 12px;
  }
  .acts {
    display: flex;
    flex-wrap: wrap;
    justify-content: flex-end;
    gap: 8px;
    margin-top: 12px;
  }
  .acts > .apart {
    margin-inline-end: auto;
  }
  .caret-bar {
    position: absolute;
    z-index: 2;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 2px;
    width: max-content;
    max-width: calc(100% - 16px);
    padding: 4px;
  }
  .caret-bar .btn[aria-pressed='true'] {
    border-color: transparent;
  }
  .alt {
    display: flex;
    flex: 1 1 200px;
    align-items: center;
    gap: 8px;
    padding-inline: 8px;
    font: 500 12px/16px var(--dw-font-family);
    color: var(--dw-color-text-muted);
  }
  .alt .input {
    flex: 1 1 140px;
  }
  .notice {
    margin: 8px 16px 0;
  }
  .notice .grow {
    flex: 1 1 auto;
  }
  @container dw-editor (max-width: 479px) {
    .tools {
      padding-inline: 8px;
    }
    .tools .div {
      margin: 0 2px;
    }
  }
  @container dw-editor (max-width: 359px) {
    .tools .div {
      display: none;
    }
  }
  @media (forced-colors: active) {
    .tools .btn[aria-pressed='true'],
    .cell.on {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
    .tip {
      forced-color-adjust: none;
      background: CanvasText;
      color: Canvas;
    }
  }
`;
