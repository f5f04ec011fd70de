import {css} from 'lit';

export const numberCardStyles = css`
  .card-of-number {
    min-inline-size: 208px;
    /* Of the room between the number and the edge of the window: narrower there, it is still whole. */
    max-inline-size: min(296px, 100% - 8px);
    padding: 12px;
  }
  .card-of-number:popover-open {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 8px;
  }
  .card-of-number:has(dw-dialpad) {
    inline-size: 296px;
    min-inline-size: 240px;
  }
  .card-of-number dw-dialpad {
    padding: 0;
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
