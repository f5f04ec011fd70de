import {css} from 'lit';

/** Type, icons and the few layout helpers that every widget uses. Comes with {@link DeskwireElement}. */
export const baseStyles = css`
  :host {
    display: block;
    font: var(--dw-font-base);
    color: var(--dw-color-text);
    font-variant-numeric: tabular-nums;
    -webkit-font-smoothing: antialiased;
    word-break: keep-all;
    overflow-wrap: anywhere;
    text-align: start;
  }
  :host([hidden]),
  [hidden] {
    display: none !important;
  }
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  :is(h1, h2, h3, h4, p, ul, ol, dl, dd, blockquote, figure) {
    margin: 0;
    padding: 0;
  }
  :is(ul, ol) {
    list-style: none;
  }
  svg {
    width: var(--dw-size-icon);
    height: var(--dw-size-icon);
    flex: none;
    fill: currentColor;
  }
  .small > svg,
  svg.small {
    width: var(--dw-size-icon-small);
    height: var(--dw-size-icon-small);
  }
  dw-button > svg {
    width: 18px;
    height: 18px;
  }
  .turns:dir(rtl) {
    transform: scaleX(-1);
  }
  .num {
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }
  .muted {
    color: var(--dw-color-text-muted);
  }
  /* The font shorthand resets the digits, so whoever uses it says again that they are tabular. */
  .meta {
    font: var(--dw-font-meta);
    font-variant-numeric: tabular-nums;
    color: var(--dw-color-text-muted);
  }
  .cut {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
    min-width: 0;
  }
  .grow {
    flex: 1 1 auto;
    min-width: 0;
  }
  .line {
    display: flex;
    align-items: center;
    gap: var(--dw-space-2);
    min-width: 0;
  }
  .line.tight {
    gap: var(--dw-space-1);
  }
  .strong {
    font-weight: 600;
  }
  .hidden-text {
    position: absolute;
    width: 1px;
    height: 1px;
    margin: -1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
`;
