import {css} from 'lit';

export const incomingCallStyles = css`
  /* In the top layer nothing is left in the flow, not even a gap. */
  :host {
    display: contents;
  }
  :host([placement='inline']) {
    display: block;
  }
  .stack {
    display: flex;
    flex-direction: column;
    gap: var(--dw-space-2);
  }
  .stack.tray-place {
    position: fixed;
    inline-size: 372px;
    inset: auto;
    inset-block-end: var(--dw-space-4);
    inset-inline-end: var(--dw-space-4);
    max-block-size: calc(100dvh - 2 * var(--dw-space-4));
    margin: 0;
    padding: 0;
    border: 0;
    overflow: visible;
    background: none;
    color: inherit;
  }
  .stack.tray-place:not(:popover-open) {
    display: none;
  }
  .tray {
    display: flex;
    flex: 0 1 auto;
    flex-direction: column;
    min-block-size: 0;
    overflow: clip;
    container-type: inline-size;
  }
  .stack.inline > .surface {
    background: var(--dw-color-surface);
    box-shadow: none;
  }
  .head {
    flex: none;
  }
  .head :is(h2, .key) {
    flex: none;
    white-space: nowrap;
  }
  .head:has(.elsewhere) .key {
    display: none;
  }
  .range {
    unicode-bidi: plaintext;
  }
  .pager {
    display: inline-flex;
  }
  .top .pager .btn[aria-disabled='true'] {
    border-color: transparent;
    background: none;
  }
  .strip {
    flex: none;
    border-top: 0;
    border-bottom: 1px solid var(--dw-color-border);
  }
  .requests {
    min-block-size: 0;
    overflow-y: auto;
    overscroll-behavior: contain;
  }
  .elsewhere {
    border: 0;
  }
  .elsewhere:hover {
    background: var(--dw-color-surface-hover);
  }

  .request {
    position: relative;
  }
  .request .note {
    grid-column: 1 / -1;
    margin-top: 12px;
  }
  /* A number runs from left to right, wherever the writing does. */
  .request :is(.number, dd.num) {
    direction: ltr;
  }
  .request :is(.number, dd.num):dir(rtl) {
    text-align: right;
  }
  .request .facts {
    grid-template-columns: fit-content(42%) minmax(0, 1fr);
  }
  .facts dd {
    min-width: 0;
  }
  .note-line {
    display: flex;
    flex: 1 1 140px;
    text-wrap: balance;
    align-items: center;
    gap: 8px;
  }

  /* A row that is not a request (yet, or any more) has the height of one: its parts are there, unseen. */
  .request.waits > :not(.channel, .cover) {
    visibility: hidden;
  }
  .request.call.waits {
    background: none;
  }
  .cover {
    grid-area: 1 / 2 / 2 / -1;
    display: flex;
    align-items: center;
    gap: 12px;
    min-width: 0;
    align-self: center;
  }
  .request.call > .cover {
    align-self: start;
  }
  .request > .channel {
    grid-area: 1 / 1;
  }
  .request > .body {
    grid-area: 1 / 2;
    min-width: 0;
  }
  .request > :is(dw-timer, dw-button) {
    grid-area: 1 / 3;
  }
  /* Room for the spinner, so that the row stands still while it turns. */
  .request > dw-button {
    min-inline-size: 76px;
  }
  .request > dw-button.is-pending::part(button) {
    padding-inline: 4px;
  }
  .accept-all {
    display: grid;
    padding: 8px 16px;
    border-bottom: 1px solid var(--dw-color-border);
  }
  .accept-all:last-child {
    border-bottom: 0;
  }

  .rona-card {
    display: flex;
    align-items: flex-start;
    gap: 12px;
    padding: 16px;
  }
  .rona-card h2 {
    font: 600 14px/20px var(--dw-font-family);
  }
  .rona-card p {
    margin-block: 4px 12px;
  }
  .rona-card .acts {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }
  .rona-card .note {
    margin-top: 12px;
  }
  .block {
    display: block;
  }
  .handset {
    border-radius: var(--dw-radius-surface);
    align-items: center;
    padding: 10px 16px;
    font: var(--dw-font-base);
  }
  .handset > svg {
    width: 20px;
    height: 20px;
    margin: 0;
  }

  @media (max-width: 400px) {
    .stack.tray-place {
      inset-inline: 0;
      inset-block-end: 0;
      inline-size: 100%;
      max-block-size: 100dvh;
    }
    .stack.tray-place > .surface:last-child {
      border-width: 1px 0 0;
      border-radius: var(--dw-radius-surface) var(--dw-radius-surface) 0 0;
    }
  }
  @container (max-width: 359px) {
    .head:has(.elsewhere) h2 {
      display: none;
    }
    .request.call .clock {
      font-size: 16px;
      line-height: 16px;
    }
    .request.call .body {
      grid-area: 1 / 2 / 2 / -1;
    }
    .request.call > .clock {
      grid-area: 1 / 3;
      align-self: start;
    }
  }
`;
