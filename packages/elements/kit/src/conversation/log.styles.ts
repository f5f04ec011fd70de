import {css} from 'lit';

/** Rows, not bubbles: one left edge to scan. The viewer's own rows are sunken with an accent edge. */
export const logStyles = css`
  :host {
    display: flex;
    position: relative;
    flex-direction: column;
    min-height: 0;
  }
  :host([hidden]) {
    display: none;
  }
  .log {
    position: relative;
    flex: 1 1 auto;
    min-height: 0;
    padding: 8px 0 12px;
    overflow-y: auto;
    overscroll-behavior: contain;
    overflow-anchor: none;
    scrollbar-width: thin;
    outline-offset: -2px;
  }
  /* What somebody wrote stays in its item, however it is written: marks are piled up on letters, too. */
  article {
    overflow: clip;
  }
  .earlier {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: center;
    gap: 4px 12px;
    padding: 4px 16px 8px;
  }

  .rule {
    display: flex;
    align-items: center;
    gap: 12px;
    padding: 8px 16px;
    color: var(--dw-color-text-muted);
    font: 500 12px/16px var(--dw-font-family);
    text-align: center;
  }
  .rule::before,
  .rule::after {
    content: '';
    flex: 1 1 16px;
    height: 1px;
    background: var(--dw-color-border);
  }
  .rule.new {
    color: var(--dw-color-accent);
  }
  .rule.new::before,
  .rule.new::after {
    background: color-mix(in oklab, var(--dw-color-accent) 40%, transparent);
  }

  .turn {
    display: grid;
    grid-template-columns: 28px minmax(0, 1fr);
    gap: 0 12px;
    padding: 6px 16px;
  }
  .turn > * {
    grid-column: 2;
  }
  .turn.mine {
    background: var(--dw-color-surface-sunken);
    border-inline-start: 2px solid var(--dw-color-accent);
    padding-inline-start: 14px;
  }
  .turn.continues {
    padding-top: 0;
  }
  .turn.continues.mine {
    padding-top: 2px;
  }
  .turn > .avatar {
    display: grid;
    grid-area: 1 / 1 / span 2;
    place-items: center;
    width: 28px;
    height: 28px;
    margin-top: 2px;
    border-radius: 50%;
    background: var(--dw-color-surface-pressed);
    color: var(--dw-color-text-secondary);
    font: 600 12px/16px var(--dw-font-family);
  }
  .avatar > svg {
    width: 16px;
    height: 16px;
  }
  .mine .avatar {
    background: var(--dw-color-accent-tint);
    color: var(--dw-color-accent);
  }
  .by {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0 8px;
  }
  .by > bdi {
    font-weight: 600;
    min-width: 0;
  }
  .delivery > svg {
    width: 14px;
    height: 14px;
  }
  .files {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 8px;
    margin-top: 4px;
  }
  .delivery {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 2px 4px;
    margin-top: 2px;
    color: var(--dw-color-text-muted);
    font: var(--dw-font-meta);
  }
  .delivery > span:not(.spin) {
    max-width: calc(100% - 18px);
  }
  .delivery.bad {
    color: var(--dw-color-state-danger);
    font-weight: 500;
  }
  .delivery .btn.link {
    margin-inline-end: 8px;
    font: 500 12px/16px var(--dw-font-family);
  }
  .delivery > span + .btn.link {
    margin-inline-start: 8px;
  }
  .delivery .spin {
    width: 12px;
    height: 12px;
  }

  /* The assistant's part: one block, drawn by each of its items. */
  .bot {
    margin-inline: 12px;
    border: 0 solid var(--dw-color-border);
    border-inline-width: 1px;
  }
  .bot.first {
    margin-block-start: 4px;
    border-block-start-width: 1px;
    border-start-start-radius: var(--dw-radius-control);
    border-start-end-radius: var(--dw-radius-control);
  }
  .bot.last {
    margin-block-end: 8px;
    border-block-end-width: 1px;
    border-end-start-radius: var(--dw-radius-control);
    border-end-end-radius: var(--dw-radius-control);
  }
  .bot.first.open {
    padding-block-end: 4px;
  }
  .bot.first.open > .fold {
    border-block-end: 1px solid var(--dw-color-border);
    border-end-start-radius: 0;
    border-end-end-radius: 0;
  }
  .bot.last:not(.first) {
    padding-block-end: 4px;
  }
  .fold {
    display: flex;
    align-items: center;
    gap: 8px;
    width: 100%;
    min-height: 36px;
    padding: 0 12px;
    border: 0;
    border-radius: calc(var(--dw-radius-control) - 1px);
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
    outline-offset: -2px;
  }
  .fold > svg {
    width: 16px;
    height: 16px;
  }
  .bot .turn {
    padding: 4px 12px;
  }
  .bot .text {
    font: var(--dw-font-base);
  }
  .bot .earlier {
    padding-block: 8px 4px;
  }

  .latest {
    position: absolute;
    inset-block-end: 8px;
    inset-inline: 0;
    display: flex;
    justify-content: center;
    pointer-events: none;
  }
  .latest dw-button {
    border-radius: var(--dw-radius-control);
    box-shadow: var(--dw-shadow-top);
    pointer-events: auto;
  }

  @media (forced-colors: active) {
    .avatar {
      border: 1px solid CanvasText;
    }
    .turn.mine {
      border-inline-start-color: Highlight;
    }
    .rule.new::before,
    .rule.new::after {
      background: Highlight;
    }
  }
`;
