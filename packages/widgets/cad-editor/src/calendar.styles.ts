import {css} from 'lit';

/** A month: 268 px, cells of one control's height. */
export const calendarStyles = css`
  :host {
    display: block;
    padding: 12px;
    inline-size: 268px;
    box-sizing: border-box;
  }
  .bar {
    display: flex;
    align-items: center;
  }
  .bar h2 {
    flex: 1;
    font: var(--dw-font-title);
    text-align: center;
  }
  table {
    inline-size: 100%;
    margin-block-start: 4px;
    border-collapse: collapse;
    table-layout: fixed;
  }
  th,
  td {
    padding: 0;
    text-align: center;
    font-variant-numeric: tabular-nums;
  }
  th {
    block-size: 32px;
    color: var(--dw-color-text-muted);
    font: 500 12px/16px var(--dw-font-family);
  }
  td {
    block-size: 32px;
    border-radius: var(--dw-radius-chip);
    cursor: default;
  }
  td:focus-visible {
    outline-offset: 1px;
  }
  td.in:hover {
    background: var(--dw-color-surface-hover);
  }
  td.out {
    color: var(--dw-color-text-disabled);
  }
  td.today {
    box-shadow: inset 0 0 0 1px var(--dw-color-border-control);
  }
  td.on,
  td.on:hover {
    background: var(--dw-color-accent);
    color: var(--dw-color-on-accent);
    font-weight: 600;
  }
  .time {
    display: flex;
    align-items: center;
    gap: 8px;
    margin-block-start: 8px;
    padding-block-start: 12px;
    border-block-start: 1px solid var(--dw-color-border);
  }
  .time .input {
    flex: 1;
    background: transparent;
  }
  @media (forced-colors: active) {
    td.on {
      forced-color-adjust: none;
      background: Highlight;
      color: HighlightText;
    }
    td.today {
      outline: 1px solid CanvasText;
      outline-offset: -1px;
    }
    td.out {
      color: GrayText;
    }
  }
`;
