import {css} from 'lit';

/** The toolbar and what opens from it. */
export const toolbarStyles = css`
  .editor {
    display: flex;
    flex-direction: column;
    min-height: inherit;
    container: dw-editor / inline-size;
  }
  .tools {
    position: relative;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 2px;
    padding: 4px 12px;
    border-bottom: 1px solid var(--dw-color-border);
  }
  .tools .btn.icon {
    border-color: transparent;
    background: transparent;
  }
  .tools .btn.icon:hover {
    background: var(--dw-color-surface-hover);
  }
  .tools .btn.icon > svg {
    width: var(--dw-size-icon);
    height: var(--dw-size-icon);
  }
  .tools .btn[aria-pressed='true'] {
    background: var(--dw-color-accent-tint);
  }
  .tools .btn[aria-pressed='true'] > svg {
    color: var(--dw-color-accent);
  }
  .tools .btn.btn[aria-disabled='true'] {
    border-color: transparent;
    background: transparent;
  }
  .tools .btn.btn[aria-disabled='true'] > svg {
    color: var(--dw-color-text-disabled);
  }
  .tools .colour {
    position: relative;
  }
  .tools .colour::after {
    content: '';
    position: absolute;
    inset-inline: 6px;
    bottom: 3px;
    height: 3px;
    border-radius: 1px;
    background: var(--_dw-now, var(--dw-color-state-danger));
  }
  .tools .div {
    width: 1px;
    height: 16px;
    margin: 0 6px;
    background: var(--dw-color-border);
  }
  .tip {
    position: absolute;
    z-index: 3;
    width: max-content;
    max-width: min(240px, calc(100% - 16px));
    padding: 4px 8px;
    border-radius: var(--dw-radius-chip);
    background: var(--dw-color-text);
    color: var(--dw-color-surface);
    font: 500 12px/16px var(--dw-font-family);
    pointer-events: none;
  }
  .tip kbd {
    margin-inline-start: 6px;
    font: 400 12px/16px var(--dw-font-family);
    opacity: 0.8;
  }
  .tip .because {
    display: block;
    font-weight: 400;
  }
  /* Under the middle of its tool, as far as the window lets it. */
  .popover {
    position-area: block-end span-all;
    position-try-fallbacks: flip-block;
    justify-self: anchor-center;
    margin: 4px 8px;
  }
  .inks {
    display: grid;
    grid-template-columns: repeat(3, minmax(92px, auto));
  }
  .inks .option {
    border: 0;
    background: none;
    color: inherit;
    font: var(--dw-font-base);
    text-align: start;
  }
  .inks .option:hover {
    background: var(--dw-color-surface-hover);
  }
  .inks .option.on {
    background: var(--dw-color-accent-tint);
  }
  .swatch {
    flex: none;
    width: 16px;
    height: 16px;
    border: 1px solid color-mix(in oklab, var(--dw-color-text) 20%, transparent);
    border-radius: 50%;
    background: var(--_dw-swatch, var(--dw-color-text));
    forced-color-adjust: none;
  }
  .sizes {
    padding: 12px;
  }
  .grid {
    display: grid;
    gap: 2px;
  }
  .grid > div {
    display: grid;
    grid-template-columns: repeat(8, 24px);
    gap: 2px;
  }
  .cell {
    width: 24px;
    height: 24px;
    padding: 0;
    border: 1px solid var(--dw-color-border-control);
    border-radius: 3px;
    background: var(--dw-color-surface);
  }
  .cell.on {
    border-color: var(--dw-color-accent);
    background: var(--dw-color-accent-tint);
  }
  .size-text {
    margin-top: 8px;
    color: var(--dw-color-text-muted);
    font: var(--dw-font-meta);
    font-variant-numeric: tabular-nums;
    text-align: center;
  }
  .link-form {
    width: min(320px, calc(100vw - 32px));
    padding: 12px;
  }
  .acts {
    display: flex;
    flex-wrap: wrap;
    justify-content: flex-end;
    gap: 8px;
    margin-top: 12px;
  }
  .acts > .apart {
    margin-inline-end: auto;
  }
  .caret-bar {
    position: absolute;
    z-index: 2;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 2px;
    width: max-content;
    max-width: calc(100% - 16px);
    padding: 4px;
  }
  .caret-bar .btn[aria-pressed='true'] {
    border-color: transparent;
  }
  .alt {
    display: flex;
    flex: 1 1 200px;
    align-items: center;
    gap: 8px;
    padding-inline: 8px;
    font: 500 12px/16px var(--dw-font-family);
    color: var(--dw-color-text-muted);
  }
  .alt .input {
    flex: 1 1 140px;
  }
  .notice {
    margin: 8px 16px 0;
  }
  .notice .grow {
    flex: 1 1 auto;
  }
  @container dw-editor (max-width: 479px) {
    .tools {
      padding-inline: 8px;
    }
    .tools .div {
      margin: 0 2px;
    }
  }
  @container dw-editor (max-width: 359px) {
    .tools .div {
      display: none;
    }
  }
  @media (forced-colors: active) {
    .tools .btn[aria-pressed='true'],
    .cell.on {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
    .tip {
      forced-color-adjust: none;
      background: CanvasText;
      color: Canvas;
    }
  }
`;
