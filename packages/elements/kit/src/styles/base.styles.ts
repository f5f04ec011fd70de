import {css} from 'lit';

/**
 * Type, icons and the few layout helpers that every widget uses. Comes with {@link DeskwireElement}.
 *
 * What is inherited is set anew on the host, and `!important`: there the inner declaration outranks the page's, so that
 * no rule of the page for every element gets in. How the host itself stands in the page is the page's.
 */
export const baseStyles = css`
  :host {
    display: block;
    font: var(--dw-font-base) !important;
    font-variant-numeric: tabular-nums !important;
    color: var(--dw-color-text) !important;
    -webkit-text-fill-color: currentcolor !important;
    -webkit-text-stroke: 0 !important;
    -webkit-font-smoothing: antialiased !important;
    text-rendering: auto !important;
    text-shadow: none !important;
    text-transform: none !important;
    text-indent: 0 !important;
    text-align: start !important;
    text-wrap: wrap !important;
    letter-spacing: normal !important;
    word-spacing: normal !important;
    white-space: normal !important;
    word-break: keep-all !important;
    overflow-wrap: anywhere !important;
    line-break: auto !important;
    hyphens: manual !important;
    quotes: auto !important;
    tab-size: 8 !important;
    list-style: disc !important;
    writing-mode: horizontal-tb !important;
    caret-color: auto !important;
    accent-color: auto !important;
    cursor: auto !important;
    -webkit-user-select: text !important;
    user-select: text !important;
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
  /* What is shortened loses its end, whichever way it is written. */
  .cut:dir(rtl) {
    unicode-bidi: plaintext;
    text-align: right;
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
