import {css} from 'lit';

/** Twelve keys in `.digits`. */
export const keypadStyles = css`
  .digits {
    display: grid;
    grid-template-columns: repeat(3, 72px);
    justify-content: center;
    gap: var(--dw-space-1);
  }
  .digit {
    flex-direction: column;
    gap: 0;
    height: calc(var(--dw-size-control) + 8px);
    font: 500 16px/20px var(--dw-font-family);
    font-variant-numeric: tabular-nums;
    touch-action: manipulation;
    user-select: none;
    -webkit-touch-callout: none;
  }
`;
