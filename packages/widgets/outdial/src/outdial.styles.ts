import {css} from 'lit';

/** The button with its reason, the panes of the dialog, and the notice that hangs from the button. */
export const outdialStyles = css`
  :host {
    display: inline-block;
    max-inline-size: 100%;
  }
  :host([hide-button]) {
    display: contents;
  }
  .frame {
    display: inline-flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 8px;
    max-inline-size: 100%;
    font: var(--dw-font-base);
  }
  .frame.bare {
    display: contents;
  }
  .pane {
    display: flex;
    flex-direction: column;
    min-block-size: 0;
  }
  .pane[hidden] {
    display: none;
  }
  /* Whatever else is said, the buttons stay in sight: what one chooses from gives way, and scrolls. */
  .pane:is(.book, .pad) {
    flex: 0 1 auto;
    min-block-size: 190px;
  }
  .pane.pad {
    overflow: hidden auto;
    overscroll-behavior: contain;
  }
  .pane > dw-dialpad {
    flex: none;
  }
  .pane > dw-directory-picker {
    min-block-size: 0;
  }
  dw-ani-chooser {
    flex: none;
    border-block-start: 1px solid var(--dw-color-border);
  }
  .notice {
    inline-size: min(320px, 100vw - 32px);
  }
  /* Without a button there is nothing to hang from: the corner that the requests leave free. */
  .notice.afloat {
    inset-block: auto 16px;
    inset-inline: 16px auto;
    position-anchor: none;
    position-area: none;
    margin: 0;
  }
  .notice:popover-open {
    display: flex;
    align-items: flex-start;
    gap: 8px;
    padding: 12px;
    padding-inline-end: 8px;
  }
  .notice > svg {
    flex: none;
    color: var(--dw-color-state-danger);
  }
  .what {
    font: var(--dw-font-title);
  }
  .notice .acts {
    margin-block-start: 8px;
  }
  .dismiss {
    flex: none;
    margin-block: -4px;
  }
`;
