import {css} from 'lit';

export const crmStyles = css`
  .whole {
    container-type: inline-size;
  }
  .story {
    display: flex;
    flex-wrap: wrap;
    align-items: start;
    gap: 8px 20px;
    padding: 12px 20px;
    background: var(--dw-color-surface);
    border-block-end: 1px solid var(--dw-color-border);
  }
  .story h2 {
    font: 600 13px/28px var(--dw-font-family);
  }
  .story home-scenarios {
    flex: 1 1 320px;
  }
  .whole {
    display: flex;
    flex-direction: column;
    min-block-size: 100vh;
  }
  .page {
    flex: 1;
    background: light-dark(#f1f2f5, #101216);
  }
  .bar {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px 24px;
    padding: 8px 20px;
    background: light-dark(#21304a, #1b2434);
    color: #ffffff;
    font: 500 13px/20px var(--dw-font-family);
  }
  .bar strong {
    font: 650 15px/24px var(--dw-font-family);
  }
  .bar nav {
    display: flex;
    gap: 16px;
  }
  .bar span[aria-current] {
    border-block-end: 2px solid currentcolor;
  }
  .bar nav span:not([aria-current]) {
    color: #c3cbda;
  }
  .bar dw-agent-state {
    inline-size: 200px;
  }
  .columns {
    display: grid;
    grid-template-columns: minmax(220px, 300px) minmax(0, 1fr) minmax(210px, 260px);
    gap: 16px;
    align-items: start;
    padding: 16px 20px 32px;
  }
  .card {
    padding: 16px;
    background: var(--dw-color-surface);
    border: 1px solid var(--dw-color-border);
    border-radius: var(--dw-radius-surface);
  }
  .left {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 16px;
  }
  /* In blocks, so that a widget that has nothing to show takes no room and no gap either. */
  .desk {
    min-inline-size: 0;
    margin-block-start: -16px;
  }
  .desk > * {
    margin-block-start: 16px;
  }
  .left h2 {
    font: var(--dw-font-heading);
  }
  .left h3 {
    margin-block-end: 8px;
  }
  dl {
    display: grid;
    gap: 8px;
    margin-block-start: 12px;
    font: var(--dw-font-base);
  }
  dt {
    color: var(--dw-color-text-muted);
    font: 400 12px/16px var(--dw-font-family);
  }
  dd {
    overflow-wrap: anywhere;
  }
  ol {
    display: grid;
    gap: 8px;
    list-style: none;
    font: var(--dw-font-base);
  }
  ol .muted {
    display: block;
    font: 400 12px/16px var(--dw-font-family);
  }
  .new {
    padding-inline-start: 10px;
    border-inline-start: 3px solid var(--dw-color-state-active);
  }
  .desk > [hidden] {
    display: none;
  }
  .desk dw-chat-pane {
    block-size: 500px;
  }
  .idle {
    color: var(--dw-color-text-muted);
  }
  @container (max-width: 999px) {
    .columns {
      grid-template-columns: minmax(200px, 260px) minmax(0, 1fr);
    }
    .tasks {
      grid-row: 1;
      grid-column: 2;
    }
    .left {
      grid-row: 1 / span 2;
    }
    .desk {
      grid-column: 2;
    }
  }
  @container (max-width: 639px) {
    .columns {
      grid-template-columns: minmax(0, 1fr);
      padding: 12px 12px 32px;
    }
    .columns > * {
      grid-row: auto;
      grid-column: 1;
    }
    .tasks {
      order: -2;
    }
    .desk {
      order: -1;
    }
    .bar {
      padding-inline: 12px;
    }
    .bar nav {
      display: none;
    }
    .story {
      padding-inline: 12px;
    }
  }
`;
