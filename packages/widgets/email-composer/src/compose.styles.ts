import {css} from 'lit';

/** The answer that is written. */
export const composeStyles = css`
  .composer {
    position: relative;
  }
  .head.modes {
    flex-wrap: wrap;
    min-height: 52px;
    padding-block: 8px;
    padding-inline: 16px 8px;
  }
  .seg {
    display: inline-flex;
    max-inline-size: 100%;
    padding: 2px;
    border-radius: var(--dw-radius-control);
    background: var(--dw-color-surface-hover);
  }
  .seg > label {
    position: relative;
    display: inline-flex;
    align-items: center;
    gap: 6px;
    min-block-size: var(--dw-size-control-small);
    padding-inline: 12px;
    border: 1px solid transparent;
    border-radius: var(--dw-radius-chip);
    color: var(--dw-color-text-muted);
    font: 500 13px/20px var(--dw-font-family);
    white-space: nowrap;
  }
  .seg > label:hover {
    color: var(--dw-color-text);
  }
  .seg > .on {
    border-color: var(--dw-color-border);
    background: var(--dw-color-surface);
    color: var(--dw-color-text);
  }
  .seg > label:has(:focus-visible) {
    outline: 2px solid var(--dw-color-focus);
    outline-offset: 2px;
  }
  .addr {
    display: grid;
    grid-template-columns: 88px minmax(0, 1fr);
    align-items: stretch;
    margin: 0;
  }
  .addr > dt {
    padding-inline-start: 16px;
    color: var(--dw-color-text-muted);
  }
  .addr > :is(dt, dd) {
    display: flex;
    align-items: center;
    min-block-size: 40px;
    margin: 0;
    border-bottom: 1px solid var(--dw-color-border);
  }
  .addr > dd {
    min-inline-size: 0;
    padding-block: 7px;
    padding-inline-end: 16px;
  }
  .addr dw-cc-field {
    flex: 1 1 auto;
  }
  .fixed {
    display: inline-flex;
    align-items: center;
    gap: 4px;
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  .fixed > svg {
    width: 14px;
    height: 14px;
    color: var(--dw-color-text-muted);
  }
  .quick {
    padding: 12px;
  }
  .quick dw-text-area {
    display: block;
    --dw-font-base: var(--dw-font-reading);
  }
  .waits {
    min-block-size: 160px;
    padding: 16px;
  }
  dw-mail-editor {
    display: block;
  }
  .beneath {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 8px;
    padding: 0 16px 12px;
  }
  .quote {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    justify-items: start;
    gap: 8px;
  }
  .along {
    display: inline-flex;
    align-items: center;
    gap: 8px;
  }
  .along > input {
    inline-size: 16px;
    block-size: 16px;
    margin: 0;
    accent-color: var(--dw-color-accent);
  }
  .quote > blockquote {
    box-sizing: border-box;
    inline-size: 100%;
    max-block-size: 320px;
    margin: 0;
    padding-inline-start: 12px;
    border-inline-start: 2px solid var(--dw-color-border-control);
    overflow: auto;
  }
  .quote.off > blockquote {
    opacity: 0.55;
  }
  .foot.send {
    flex-wrap: wrap;
  }
  .foot.plain {
    padding-block: 0 12px;
    border-top: 0;
  }
  :is(.cards, .obstacle):has(.note) ~ .foot.plain,
  .strip ~ .foot.plain {
    padding-block-start: 12px;
  }
  .composer .obstacle:empty,
  .composer .cards:empty {
    display: none;
  }
  .template-name {
    display: inline-block;
    overflow: hidden;
    max-inline-size: min(220px, 36cqi);
    text-overflow: ellipsis;
    vertical-align: bottom;
    white-space: nowrap;
  }
  .menu > .option {
    inline-size: 100%;
    border: 0;
    background: none;
    color: inherit;
    font: var(--dw-font-base);
    text-align: start;
  }
  .menu > .option.on {
    background: var(--dw-color-accent-tint);
  }
  .menu > .option:not(.on):is(:hover, :focus-visible) {
    background: var(--dw-color-surface-hover);
  }
  .popover {
    inline-size: min(300px, 100vw - 16px);
  }
  .question {
    display: grid;
    gap: 12px;
    padding: 12px;
  }
  .leaving {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 12px;
    padding: 12px 16px;
  }
  .leaving > .grow {
    flex: 1 1 50%;
  }
  .leaving > .spot {
    display: grid;
    flex: none;
    place-items: center;
    inline-size: 32px;
    block-size: 32px;
    border-radius: var(--dw-radius-control);
    background: var(--dw-color-accent-tint);
    color: var(--dw-color-accent);
  }
  @container (max-width: 479px) {
    .head.modes {
      padding-inline: 12px;
    }
    .seg {
      inline-size: 100%;
    }
    .seg > label {
      flex: 1 1 auto;
      justify-content: center;
      padding-inline: 6px;
    }
    .head.modes > .view-original {
      margin-inline-start: -8px;
    }
    .addr {
      grid-template-columns: 76px minmax(0, 1fr);
    }
    .saved {
      order: -1;
      flex: 1 0 100%;
    }
    .saved:empty,
    .foot.send > .grow {
      display: none;
    }
    .foot.send > .send {
      margin-inline-start: auto;
    }
  }
  @container (max-width: 359px) {
    .seg > label > svg {
      display: none;
    }
    .addr {
      grid-template-columns: 68px minmax(0, 1fr);
    }
    .addr > dt {
      padding-inline-start: 12px;
    }
  }
  @media (forced-colors: active) {
    .seg > .on {
      border-color: Highlight;
      color: Highlight;
    }
  }
`;
