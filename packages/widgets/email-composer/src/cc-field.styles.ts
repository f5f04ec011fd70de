import {css} from 'lit';

/** Chips and the input behind them, in one flow. */
export const ccFieldStyles = css`
  :host {
    display: block;
    min-width: 0;
  }
  ul {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 6px;
    margin: 0;
    padding: 0;
    list-style: none;
  }
  li {
    min-width: 0;
    max-width: 100%;
  }
  .last {
    flex: 1 1 96px;
  }
  .chip {
    min-block-size: 24px;
    block-size: auto;
  }
  .chip .cut {
    max-inline-size: 320px;
  }
  .chip:has(> button:focus-visible) {
    outline: 2px solid var(--dw-color-focus);
    outline-offset: 1px;
  }
  .chip > button:focus-visible {
    outline: none;
  }
  .chip > button > svg {
    width: 16px;
    height: 16px;
    color: inherit;
  }
  .chip.fixed {
    padding-inline: 0 6px;
    background: none;
  }
  input {
    inline-size: 100%;
    min-inline-size: 0;
    block-size: 24px;
    padding: 0;
    border: 0;
    background: none;
    color: inherit;
    font: inherit;
    outline: none;
  }
  input::placeholder {
    color: var(--dw-color-text-muted);
    opacity: 1;
  }
  input:disabled {
    color: var(--dw-color-text-muted);
  }
  .wrong,
  .told {
    font: var(--dw-font-meta);
  }
  .wrong {
    color: var(--dw-color-state-danger);
  }
  .told:empty {
    display: none;
  }
  .told {
    margin-block-start: 4px;
    color: var(--dw-color-text-muted);
  }
  @media (forced-colors: active) {
    .chip:has(> button:focus-visible) {
      outline-color: Highlight;
    }
  }
`;
