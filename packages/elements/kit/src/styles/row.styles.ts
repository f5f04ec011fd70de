import {css} from 'lit';

/** Rows of a list (task list, history, directory): `.rows > .row[.on]`, with `.who` for the name. */
export const rowStyles = css`
  .rows {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 2px;
    padding: 4px;
  }
  .row {
    position: relative;
    display: flex;
    align-items: center;
    gap: 12px;
    min-height: var(--dw-size-row);
    padding: 8px 12px;
    border-radius: var(--dw-radius-chip);
    cursor: default;
  }
  .row:hover {
    background: var(--dw-color-surface-hover);
  }
  .row.on {
    background: var(--dw-color-accent-tint);
  }
  .row.on::before {
    content: '';
    position: absolute;
    inset-block: 12px;
    inset-inline-start: 0;
    width: 2px;
    border-radius: 2px;
    background: var(--dw-color-accent);
  }
  .row > svg {
    color: var(--_dw-hue, var(--dw-color-text-muted));
  }
  .row .who {
    font-weight: 500;
  }
  @media (forced-colors: active) {
    .row.on {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
  }
`;
