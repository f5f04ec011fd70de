import {css} from 'lit';

export const contentStyles = css`
  :host {
    display: flex;
    flex: 1 1 auto;
    flex-direction: column;
    min-block-size: 0;
  }
  .content {
    display: flex;
    flex: 1 1 auto;
    flex-direction: column;
    min-block-size: 0;
    overflow: hidden auto;
    overscroll-behavior: contain;
    scrollbar-width: thin;
  }
  .content > * {
    flex: none;
  }
  /* Beside what was said, facts flow; of a call they are all there is. */
  .facts {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 16px;
    padding: 12px 16px;
  }
  .facts :is(dt, dd) {
    display: inline;
  }
  .facts dt {
    margin-inline-end: 6px;
  }
  .facts.list {
    display: grid;
    gap: 6px;
  }
  .facts.list > div {
    display: grid;
    grid-template-columns: minmax(120px, 26%) minmax(0, 1fr);
    gap: 0 12px;
  }
  .guide dl {
    display: grid;
    gap: 8px;
    padding-block-start: 4px;
  }
  dt {
    color: var(--dw-color-text-muted);
  }
  .guide {
    display: grid;
    gap: 4px;
    padding: 12px 16px 16px;
    border-block-start: 1px solid var(--dw-color-border);
  }
  .guide h3 {
    font: var(--dw-font-title);
  }
  .guide dd {
    font-weight: 500;
  }
  .content > dw-conversation-log {
    flex: 1 1 340px;
    min-block-size: 180px;
    border-block-start: 1px solid var(--dw-color-border);
  }
  .mails {
    border-block-start: 1px solid var(--dw-color-border);
  }
  .mail {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    justify-items: start;
    gap: 4px;
    padding: 12px 16px;
  }
  .mail + .mail {
    border-block-start: 1px solid var(--dw-color-border);
  }
  .mail.ours {
    background: var(--dw-color-surface-sunken);
    box-shadow: inset 2px 0 var(--dw-color-accent);
  }
  .mail.ours:dir(rtl) {
    box-shadow: inset -2px 0 var(--dw-color-accent);
  }
  .by {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    justify-self: stretch;
    gap: 0 8px;
  }
  .by b {
    font-weight: 600;
  }
  .by .when {
    margin-inline-start: auto;
  }
  .body {
    max-inline-size: 720px;
    padding-block: 4px;
    font: var(--dw-font-reading);
    white-space: pre-wrap;
  }
  .body a {
    color: var(--dw-color-accent);
  }
  .quote {
    padding-inline-start: 12px;
    border-inline-start: 2px solid var(--dw-color-border-control);
    color: var(--dw-color-text-muted);
  }
  .fold {
    margin-inline-start: -10px;
  }
  .files {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    max-inline-size: 100%;
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
  .earlier {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: center;
    gap: 4px 12px;
    padding: 8px 16px;
    border-block-end: 1px solid var(--dw-color-border);
  }
  .waits,
  .empty {
    display: flex;
    align-items: center;
    gap: 8px;
    padding: 4px 16px 16px;
    color: var(--dw-color-text-muted);
  }
  .note {
    flex-wrap: wrap;
    margin: 0 16px 16px;
  }
  .note > .grow {
    flex: 1 1 60%;
  }
  @media (forced-colors: active) {
    .mail.ours {
      border-inline-start: 2px solid Highlight;
    }
  }
`;
