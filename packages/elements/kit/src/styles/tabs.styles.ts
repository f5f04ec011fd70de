import {css} from 'lit';

/** Tabs and segments: `.tabs > button.tab[aria-selected]`, `.segments > button[aria-pressed]`. */
export const tabsStyles = css`
  .tabs {
    display: flex;
    gap: 16px;
    padding: 0 16px;
    border-bottom: 1px solid var(--dw-color-border);
  }
  .tab {
    padding: 8px 0;
    border: 0;
    background: none;
    color: var(--dw-color-text-muted);
    font: 500 13px/20px var(--dw-font-family);
    white-space: nowrap;
    cursor: default;
  }
  .tab[aria-selected='true'] {
    color: var(--dw-color-text);
    box-shadow: inset 0 -2px var(--dw-color-accent);
  }
  .segments {
    display: inline-flex;
    padding: 2px;
    border-radius: var(--dw-radius-control);
    background: var(--dw-color-surface-hover);
  }
  .segments > button {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    height: calc(var(--dw-size-control) - 4px);
    padding: 0 12px;
    border: 0;
    border-radius: var(--dw-radius-chip);
    background: none;
    color: var(--dw-color-text-muted);
    font: 500 13px/20px var(--dw-font-family);
    white-space: nowrap;
    cursor: default;
  }
  .segments > button[aria-pressed='true'] {
    background: var(--dw-color-surface);
    color: var(--dw-color-text);
    box-shadow: 0 0 0 1px var(--dw-color-border);
  }
  @media (forced-colors: active) {
    .tab[aria-selected='true'] {
      border-bottom: 2px solid Highlight;
    }
    .segments > button[aria-pressed='true'] {
      outline: 2px solid Highlight;
    }
  }
`;
