import {css} from 'lit';

/** What the pages of this Storybook share: a sheet of paper in the tokens of the widgets. */
export const homeStyles = css`
  :host {
    display: block;
    color: var(--dw-color-text);
    font: var(--dw-font-reading);
  }
  * {
    box-sizing: border-box;
  }
  :is(h1, h2, h3, p, ul, ol, dl, dd, pre, table) {
    margin: 0;
    padding: 0;
  }
  h1 {
    font: 650 28px/36px var(--dw-font-family);
    letter-spacing: -0.01em;
  }
  h2 {
    font: 600 18px/26px var(--dw-font-family);
  }
  h3 {
    font: var(--dw-font-title);
    color: var(--dw-color-text-muted);
  }
  a {
    color: var(--dw-color-accent);
    text-underline-offset: 2px;
  }
  code,
  pre,
  kbd {
    font:
      400 12.5px/20px ui-monospace,
      monospace;
  }
  code {
    overflow-wrap: anywhere;
  }
  .lead {
    max-inline-size: 68ch;
    color: var(--dw-color-text-secondary);
    font: 400 15px/24px var(--dw-font-family);
    text-wrap: pretty;
  }
  .panel {
    min-inline-size: 0;
    background: var(--dw-color-surface);
    border: 1px solid var(--dw-color-border);
    border-radius: var(--dw-radius-surface);
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px;
  }
  .muted {
    color: var(--dw-color-text-muted);
  }
  .grow {
    flex: 1;
  }
  .hidden-text {
    position: absolute;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .key {
    display: inline-block;
    min-inline-size: 24px;
    padding: 1px 7px;
    border: 1px solid var(--dw-color-border-control);
    border-block-end-width: 2px;
    border-radius: 5px;
    background: var(--dw-color-surface);
    color: var(--dw-color-text);
    font: 500 12px/18px var(--dw-font-family);
    text-align: center;
    white-space: nowrap;
  }
  .may {
    padding: 0 7px;
    border-radius: var(--dw-radius-pill);
    background: var(--dw-color-accent-tint);
    color: var(--dw-color-accent);
    font: 500 11px/18px var(--dw-font-family);
    white-space: nowrap;
  }
`;
