import {css} from 'lit';

/** Inputs with their label, their counter and what is wrong with them. `.input` wraps a native control. */
export const fieldStyles = css`
  .field {
    min-width: 0;
  }
  .field > .label {
    display: flex;
    align-items: center;
    gap: 4px;
    min-height: 20px;
    margin-bottom: 2px;
    font: 500 12px/16px var(--dw-font-family);
    color: var(--dw-color-text-muted);
  }
  .label > .tag {
    display: inline-flex;
    align-items: center;
    gap: 4px;
    margin-inline-start: auto;
    color: var(--_dw-hue, inherit);
  }
  .input {
    display: flex;
    align-items: center;
    gap: 6px;
    min-height: var(--dw-size-control);
    min-width: 0;
    padding: 0 10px;
    border: 1px solid var(--dw-color-border-control);
    border-radius: var(--dw-radius-control);
    background: var(--dw-color-surface);
    color: var(--dw-color-text);
  }
  .input > svg {
    width: 16px;
    height: 16px;
    color: var(--dw-color-text-muted);
  }
  .input > :is(input, textarea, select) {
    flex: 1 1 auto;
    min-width: 0;
    margin: 0;
    padding: 0;
    border: 0;
    background: transparent;
    color: inherit;
    font: inherit;
    font-variant-numeric: inherit;
  }
  .input > input::-webkit-search-cancel-button {
    display: none;
  }
  .input ::placeholder {
    color: var(--dw-color-text-muted);
    opacity: 1;
  }
  .input.bad {
    border-color: var(--dw-color-state-danger);
  }
  .input.warn {
    border-color: var(--dw-color-state-hold);
  }
  .input.off {
    border-color: var(--dw-color-border);
    background: var(--dw-color-surface-sunken);
    color: var(--dw-color-text-muted);
  }
  .why {
    margin-top: 4px;
    font: 400 12px/18px var(--dw-font-family);
    color: var(--dw-color-state-danger);
  }
  .counter {
    font: var(--dw-font-meta);
    font-variant-numeric: tabular-nums;
    color: var(--dw-color-text-muted);
    white-space: nowrap;
  }
  .counter.over {
    color: var(--dw-color-state-danger);
    font-weight: 500;
  }
  .check {
    display: grid;
    place-items: center;
    width: 16px;
    height: 16px;
    flex: none;
    border: 1.5px solid var(--dw-color-border-control);
    border-radius: 4px;
  }
  .check.radio {
    border-radius: 50%;
  }
  .check > svg {
    width: 14px;
    height: 14px;
  }
  .check.on {
    border-color: transparent;
    background: var(--dw-color-accent);
    color: var(--dw-color-on-accent);
  }
  @media (forced-colors: active) {
    .input:is(.bad, .warn) {
      border-width: 2px;
    }
    .check.on {
      forced-color-adjust: none;
      background: Highlight;
      color: HighlightText;
    }
  }
`;
