import {css} from 'lit';

/** Removable or plain chips (chosen reasons, addresses, files), and the tabs and segments that go with lists. */
export const chipStyles = css`
  .chip {
    display: inline-flex;
    align-items: center;
    gap: 4px;
    height: 24px;
    max-width: 100%;
    padding-inline: 8px 4px;
    border-radius: var(--dw-radius-chip);
    background: var(--dw-color-surface-hover);
    font: 500 12px/16px var(--dw-font-family);
    white-space: nowrap;
  }
  .chip.plain {
    padding-inline-end: 8px;
  }
  .chip > svg,
  .chip > button > svg {
    width: 14px;
    height: 14px;
    color: var(--dw-color-text-muted);
  }
  .chip > button {
    display: inline-grid;
    place-items: center;
    width: 18px;
    height: 18px;
    padding: 0;
    border: 0;
    border-radius: 4px;
    background: none;
    color: inherit;
    cursor: default;
  }
  .chip > button:hover {
    background: var(--dw-color-surface-pressed);
  }
  .chip.bad {
    background: var(--dw-color-state-danger-tint);
    color: var(--dw-color-state-danger);
  }
  @media (forced-colors: active) {
    .chip {
      border: 1px solid CanvasText;
    }
  }
`;
