import {css} from 'lit';

/** The field is the largest text of its surface; what is said below it keeps its room. */
export const dialpadStyles = css`
  :host {
    display: block;
    padding: 12px 16px 8px;
  }
  .input {
    min-height: calc(var(--dw-size-control) + 8px);
    padding-inline-end: 4px;
  }
  /* A number runs from left to right in every language. */
  .input,
  .digits {
    direction: ltr;
  }
  .input > input {
    outline: none;
    font: 500 18px/24px var(--dw-font-family);
    font-variant-numeric: tabular-nums;
  }
  .input > input::placeholder {
    font: var(--dw-font-base);
  }
  .said {
    display: flex;
    align-items: flex-start;
    gap: 4px;
    min-block-size: 20px;
    padding-block-start: 4px;
    font: var(--dw-font-meta);
    font-variant-numeric: tabular-nums;
    color: var(--dw-color-text-muted);
  }
  /* Stands under the number as that does; the region beside it is empty. */
  .said:not(.plain) > span:dir(rtl) {
    unicode-bidi: plaintext;
    text-align: right;
  }
  .said.plain {
    gap: 0;
    direction: ltr;
  }
  .said svg {
    width: 16px;
    height: 16px;
    flex: none;
  }
  .said.bad {
    color: var(--dw-color-state-danger);
  }
  .said.warn {
    color: var(--dw-color-state-hold);
  }
  .digits {
    grid-template-columns: repeat(3, minmax(0, 88px));
    gap: var(--dw-space-2);
    padding-block: 8px 4px;
  }
  .digit {
    height: calc(var(--dw-size-control) + 12px);
    font: 500 18px/22px var(--dw-font-family);
  }
  .letters {
    min-block-size: 12px;
    font: 500 11px/12px var(--dw-font-family);
    letter-spacing: 0.08em;
    color: var(--dw-color-text-muted);
  }
  .digit[aria-disabled='true'] .letters {
    color: inherit;
  }
`;
