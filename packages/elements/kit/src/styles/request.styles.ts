import {css} from 'lit';

/** A request in the tray. It arrives once; the connecting row has the height of the request that it becomes. */
export const requestStyles = css`
  .request {
    display: grid;
    grid-template-columns: 32px minmax(0, 1fr) auto;
    gap: 0 12px;
    align-items: center;
    padding: 12px 16px;
    border-bottom: 1px solid var(--dw-color-border);
    animation: dw-arrive var(--dw-duration-arrive) var(--dw-ease-out) both;
  }
  .request:last-child {
    border-bottom: 0;
  }
  .request .kind {
    display: flex;
    align-items: center;
    gap: 8px;
    font: 500 12px/16px var(--dw-font-family);
    font-variant-numeric: tabular-nums;
    color: var(--_dw-hue);
  }
  .request .kind .num {
    color: var(--dw-color-text-secondary);
  }
  .request .who {
    font-weight: 600;
  }
  .request.waits {
    color: var(--dw-color-text-muted);
  }
  .request.call {
    align-items: start;
    padding: 16px;
    background: var(--_dw-tint);
  }
  .request.call .number {
    font: 600 18px/24px var(--dw-font-family);
    font-variant-numeric: tabular-nums;
  }
  .request .facts {
    grid-column: 2 / -1;
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: 2px 12px;
    margin-top: 8px;
  }
  .request .facts dt {
    color: var(--dw-color-text-muted);
  }
  .request .acts {
    grid-column: 2 / -1;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px;
    margin-top: 12px;
  }
  @keyframes dw-arrive {
    from {
      opacity: 0;
      transform: translateY(4px);
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .request {
      animation: none;
    }
  }
`;
