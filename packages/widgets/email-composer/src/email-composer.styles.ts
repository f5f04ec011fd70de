import {css} from 'lit';

/** What the mail pane adds to the kit's styles. Widths: 480 and 360 px of the card itself. */
export const emailStyles = css`
  .mail-head {
    display: grid;
    gap: 8px;
    padding: 16px 16px 12px;
    border-bottom: 1px solid var(--dw-color-border);
  }
  .title {
    display: flex;
    align-items: flex-start;
    gap: 4px 12px;
  }
  .name {
    min-width: 0;
    font: var(--dw-font-heading);
    overflow-wrap: anywhere;
  }
  .title > .clock {
    padding-block: 2px;
  }
  .sender {
    display: flex;
    align-items: flex-start;
    gap: 12px;
    min-width: 0;
    overflow-wrap: anywhere;
  }
  .sender b,
  .by b {
    font-weight: 600;
  }
  .reading,
  .other {
    display: grid;
    gap: 10px;
    padding: 16px;
  }
  .body {
    max-width: 720px;
    font: var(--dw-font-reading);
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }
  .body a {
    color: var(--dw-color-accent);
  }
  .other {
    gap: 4px;
    padding-block: 12px;
    border-top: 1px solid var(--dw-color-border);
  }
  .other.mine {
    background: var(--dw-color-surface-sunken);
    border-inline-start: 2px solid var(--dw-color-accent);
  }
  .by {
    display: flex;
    align-items: baseline;
    gap: 8px;
  }
  .files {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    list-style: none;
  }
  .delivery {
    display: inline-flex;
    align-items: center;
    gap: 4px;
    font: var(--dw-font-meta);
    color: var(--dw-color-text-muted);
  }
  .delivery.danger {
    color: var(--_dw-hue);
    font-weight: 500;
  }
  .delivery > svg {
    width: 14px;
    height: 14px;
  }
  .thread {
    border-top: 1px solid var(--dw-color-border);
  }
  .fold {
    display: flex;
    align-items: center;
    gap: 8px;
    width: 100%;
    min-height: 40px;
    padding: 4px 16px;
    border: 0;
    background: none;
    color: var(--dw-color-text-secondary);
    font: inherit;
    text-align: start;
    cursor: default;
  }
  .fold:hover {
    background: var(--dw-color-surface-hover);
  }
  .fold:focus-visible {
    outline: 2px solid var(--dw-color-focus);
    outline-offset: -2px;
  }
  .strip > .line {
    flex: none;
  }
  .compose {
    padding: 12px;
    border-top: 1px solid var(--dw-color-border);
  }
  .kind {
    padding-inline: 4px;
    font: var(--dw-font-title);
  }
  .addresses {
    margin: 4px 0 8px;
  }
  .addresses > div {
    display: grid;
    grid-template-columns: 72px minmax(0, 1fr);
    align-items: center;
    min-height: 32px;
    padding-inline: 4px;
    border-bottom: 1px solid var(--dw-color-border);
  }
  .addresses dt {
    color: var(--dw-color-text-muted);
  }
  .addresses dd {
    display: flex;
    align-items: center;
    gap: 6px;
    min-width: 0;
    overflow-wrap: anywhere;
  }
  .addresses dd > svg {
    flex: none;
    width: 14px;
    height: 14px;
    color: var(--dw-color-text-muted);
  }
  .tools {
    display: flex;
    align-items: center;
    gap: 8px;
    margin-top: 8px;
    padding-inline-start: 4px;
  }
  @container (max-width: 479px) {
    .title {
      flex-wrap: wrap;
    }
    .title > .name {
      flex: 1 0 100%;
    }
    .title > .clock {
      flex: 1 0 auto;
    }
    .sender {
      flex-wrap: wrap;
      gap: 4px 12px;
    }
  }
  @media (forced-colors: active) {
    .other.mine {
      border-inline-start-color: Highlight;
    }
  }
`;
