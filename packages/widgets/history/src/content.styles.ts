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
    grid-template-columns: minmax(96px, 26%) minmax(0, 1fr);
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
  .content > dw-history-correspondence {
    display: block;
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
`;
