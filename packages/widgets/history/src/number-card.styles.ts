import {css} from 'lit';

export const numberCardStyles = css`
  .card-of-number {
    min-inline-size: 208px;
    max-inline-size: min(296px, calc(100vw - 16px));
    padding: 12px;
  }
  .card-of-number:popover-open {
    display: grid;
    gap: 8px;
  }
  .card-of-number .line {
    flex-wrap: wrap;
  }
  .card-of-number .dialled {
    font: 600 15px/20px var(--dw-font-family);
    font-variant-numeric: tabular-nums;
  }
  .card-of-number .why {
    flex-wrap: nowrap;
    align-items: flex-start;
    color: var(--dw-color-text-muted);
    font: var(--dw-font-meta);
  }
  .card-of-number .why.bad {
    color: var(--dw-color-state-danger);
  }
`;
