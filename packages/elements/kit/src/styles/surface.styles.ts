import {css} from 'lit';

/** A card in the page, a surface of the top layer, their head and foot. Widths of a card are container queries. */
export const surfaceStyles = css`
  .card {
    background: var(--dw-color-surface);
    border: 1px solid var(--dw-color-border);
    border-radius: var(--dw-radius-surface);
    container-type: inline-size;
    overflow: clip;
  }
  .top {
    background: var(--dw-color-surface-raised);
    color: var(--dw-color-text);
    border: 1px solid var(--dw-color-border);
    border-radius: var(--dw-radius-surface);
    box-shadow: var(--dw-shadow-top);
  }
  .head {
    display: flex;
    align-items: center;
    gap: var(--dw-space-2);
    min-height: 44px;
    padding-block: 0;
    padding-inline: var(--dw-space-4) var(--dw-space-2);
    border-bottom: 1px solid var(--dw-color-border);
  }
  .head :is(h1, h2, h3) {
    font: var(--dw-font-title);
  }
  .count {
    color: var(--dw-color-text-muted);
    font-weight: 400;
  }
  .foot {
    display: flex;
    align-items: center;
    gap: var(--dw-space-2);
    padding: var(--dw-space-3) var(--dw-space-4);
    border-top: 1px solid var(--dw-color-border);
  }
  .strip {
    display: flex;
    align-items: center;
    gap: var(--dw-space-2);
    min-height: 40px;
    padding-block: 6px;
    padding-inline: var(--dw-space-4) var(--dw-space-2);
    border-top: 1px solid var(--dw-color-border);
    background: var(--dw-color-surface-sunken);
  }
  .empty {
    padding: var(--dw-space-4);
    color: var(--dw-color-text-muted);
  }
  .key {
    display: inline-grid;
    place-items: center;
    min-width: 18px;
    height: 18px;
    padding: 0 4px;
    border: 1px solid var(--dw-color-border);
    border-radius: 4px;
    font: 500 11px/16px var(--dw-font-family);
    color: var(--dw-color-text-muted);
    background: var(--dw-color-surface);
  }
  @container (max-width: 359px) {
    .foot {
      flex-wrap: wrap;
    }
    .foot > .muted {
      flex: 1 0 100%;
    }
  }
`;
