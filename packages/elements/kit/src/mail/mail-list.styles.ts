import {css} from 'lit';

/** What `mailList` needs, beside `mailPartsStyles`. Widths are those of the card around it. */
export const mailListStyles = css`
  .mail {
    border-block-start: 1px solid var(--dw-color-border);
  }
  .mail.ours {
    background: var(--dw-color-surface-sunken);
    box-shadow: inset 2px 0 var(--dw-color-accent);
  }
  .mail.ours:dir(rtl) {
    box-shadow: inset -2px 0 var(--dw-color-accent);
  }
  /* A name and a date that do not go into one line stand below each other, both whole. */
  .unfold {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 8px;
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
    width: 18px;
    height: 18px;
    color: var(--dw-color-text-muted);
  }
  .unfold > .who {
    max-inline-size: calc(100% - 26px);
    font-weight: 600;
  }
  .unfold > .beside {
    flex: 1 1 0;
  }
  .unfold > .num {
    flex: none;
    margin-inline-start: auto;
  }
  .delivery {
    display: inline-flex;
    flex: none;
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
  .unfolded {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    justify-items: start;
    gap: 10px;
    padding-block: 0 16px;
    padding-inline: 38px 16px;
    overflow-wrap: anywhere;
  }
  .unfolded > .note {
    inline-size: 100%;
    border-radius: var(--dw-radius-control);
  }

  /* The name, and how it fares; below them what it says, and when. */
  @container (max-width: 479px) {
    .unfold::after {
      content: '';
      flex: 0 0 100%;
      order: 1;
    }
    .unfold > .who {
      flex: 1 1 0;
    }
    .unfold > .beside {
      order: 2;
      padding-inline-start: 26px;
    }
    .unfold > .num {
      order: 3;
    }
    .unfolded {
      padding-inline-start: 16px;
    }
  }
  @media (forced-colors: active) {
    .mail.ours {
      border-inline-start: 3px solid Highlight;
    }
  }
`;
