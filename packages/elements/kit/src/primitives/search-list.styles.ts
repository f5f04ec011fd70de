import {css} from 'lit';

/** The list scrolls, the field does not. The active option is tinted; the one focus ring is on what has the focus. */
export const searchListStyles = css`
  :host {
    display: flex;
    flex-direction: column;
    min-height: 0;
    font: var(--dw-font-base);
    color: var(--dw-color-text);
    --_dw-list-height: 304px;
  }
  :host([hidden]) {
    display: none;
  }
  * {
    box-sizing: border-box;
  }
  svg {
    width: var(--dw-size-icon);
    height: var(--dw-size-icon);
    flex: none;
    fill: currentColor;
  }
  .search {
    margin: 8px 8px 4px;
  }
  .menu {
    /* As high as its words, in a list that has to be smaller than it would like, too. */
    grid-auto-rows: max-content;
    max-height: var(--_dw-list-height);
    min-height: 0;
    overflow: hidden auto;
    overscroll-behavior: contain;
    scroll-padding: 4px;
    border-radius: var(--dw-radius-chip);
  }
  .menu:empty {
    display: none;
  }
  [role='listbox']:focus-visible {
    outline-offset: -2px;
  }
  .group {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 2px;
  }
  .option.is-active:not(.on) {
    background: var(--dw-color-surface-hover);
  }
  .option.on.is-active,
  .option.on:hover {
    background: color-mix(in oklab, var(--dw-color-accent) 6%, var(--dw-color-accent-tint));
  }
  .icon {
    display: inline-flex;
    color: var(--_dw-hue, var(--dw-color-text-muted));
  }
  .off .icon {
    color: inherit;
  }
  .words {
    flex: 1 1 auto;
    min-width: 0;
  }
  .text {
    display: block;
    overflow-wrap: anywhere;
    word-break: keep-all;
  }
  .detail {
    display: -webkit-box;
    overflow: hidden;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: var(--_dw-detail-lines, none);
    font: var(--dw-font-meta);
    color: var(--dw-color-text-muted);
    overflow-wrap: anywhere;
    word-break: keep-all;
  }
  .tick {
    display: inline-flex;
  }
  .check > svg {
    width: 14px;
    height: 14px;
  }
  .empty {
    margin: 0;
    padding: 8px 14px 12px;
    color: var(--dw-color-text-muted);
  }
  .empty:empty {
    display: none;
  }
  @media (forced-colors: active) {
    .option.is-active {
      outline: 1px dashed CanvasText;
      outline-offset: -3px;
    }
    .option.off {
      color: GrayText;
    }
  }
`;
