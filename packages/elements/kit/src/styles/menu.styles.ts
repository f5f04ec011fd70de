import {css} from 'lit';

/** Menus and option lists: `.menu > .option[.on | .off]`, `.sep`, `.caption`; `.match` marks what a search found. */
export const menuStyles = css`
  .menu {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 2px;
    padding: 4px;
  }
  .option {
    display: flex;
    align-items: center;
    gap: 10px;
    min-height: 36px;
    padding: 6px 10px;
    border-radius: var(--dw-radius-chip);
    cursor: default;
  }
  .option:hover {
    background: var(--dw-color-surface-hover);
  }
  .option.on {
    background: var(--dw-color-accent-tint);
  }
  .option > svg {
    color: var(--_dw-hue, var(--dw-color-text-muted));
  }
  .option > .tick {
    margin-inline-start: auto;
    color: var(--dw-color-accent);
  }
  .option.off {
    color: var(--dw-color-text-disabled);
  }
  .sep {
    height: 1px;
    margin: 4px 10px;
    background: var(--dw-color-border);
  }
  .caption {
    padding: 8px 10px 4px;
    font: 500 12px/16px var(--dw-font-family);
    color: var(--dw-color-text-muted);
  }
  .match {
    background: none;
    color: var(--dw-color-accent);
    font-weight: 600;
  }
  @media (forced-colors: active) {
    .option.on {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
  }
`;
