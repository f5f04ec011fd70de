import {css} from 'lit';

export const correspondenceStyles = css`
  :host {
    display: block;
  }
  .mails {
    border-block-start: 1px solid var(--dw-color-border);
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
  .unfold {
    display: flex;
    align-items: center;
    gap: 4px 8px;
    inline-size: 100%;
    min-block-size: 40px;
    padding: 6px 16px 6px 12px;
    border: 0;
    background: none;
    color: inherit;
    font: var(--dw-font-base);
    text-align: start;
    cursor: default;
  }
  .unfold:hover {
    background: var(--dw-color-surface-hover);
  }
  .unfold:focus-visible {
    outline-offset: -2px;
  }
  .unfold > svg {
    flex: none;
    width: 18px;
    height: 18px;
    color: var(--dw-color-text-muted);
  }
  .unfold > .who {
    flex: 0 1 auto;
    min-inline-size: 0;
    font-weight: 600;
  }
  .unfold > .grow {
    flex: 1 1 0;
    min-inline-size: 0;
  }
  .unfold > .num {
    flex: none;
  }
  .unfolded {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    justify-items: start;
    gap: 8px;
    padding-block: 0 16px;
    padding-inline: 38px 16px;
    overflow-wrap: anywhere;
  }
  .unfolded > .note {
    inline-size: 100%;
    border-radius: var(--dw-radius-control);
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
  .empty {
    padding: 4px 16px 16px;
    color: var(--dw-color-text-muted);
  }
  @media (forced-colors: active) {
    .mail.ours {
      border-inline-start: 2px solid Highlight;
    }
  }
`;
