import {css} from 'lit';

/** What the icon and its dialog add to the kit's styles. */
export const campaignStyles = css`
  .btn.waits {
    border-color: color-mix(in oklab, var(--_dw-hue) 28%, transparent);
    background: var(--_dw-tint);
    color: var(--_dw-hue);
  }
  .btn.waits > svg {
    color: inherit;
  }
  .btn[aria-disabled='true'] > svg {
    color: inherit;
  }
  .popover {
    min-inline-size: 220px;
    max-inline-size: min(320px, calc(100vw - 16px));
    padding-block-end: 4px;
    font: var(--dw-font-base);
  }
  .caption {
    padding: 10px 14px 2px;
  }
  dw-search-list::part(list) {
    padding: 4px;
  }
  .reason {
    display: flex;
    align-items: flex-start;
    gap: 8px;
    padding: 8px 12px 4px;
  }
  .reason > svg {
    margin-block-start: 2px;
    color: var(--dw-color-text-muted);
  }

  /* The dialog scrolls as a whole, under its head and over its foot: where the focus is, the keys scroll. */
  :is(dialog > .head, .bottom) {
    position: sticky;
    z-index: 1;
    flex: none;
    background: var(--dw-color-surface-raised);
  }
  dialog > .head {
    inset-block-start: 0;
    gap: 8px;
  }
  .bottom {
    inset-block-end: 0;
  }
  .identity {
    display: flex;
    align-items: flex-start;
    gap: 12px;
    padding: 4px 16px 16px;
  }
  .kind {
    font: 500 12px/16px var(--dw-font-family);
  }
  .who {
    inline-size: fit-content;
    max-inline-size: 100%;
    margin-inline: -4px;
    padding-inline: 4px;
    font: var(--dw-font-heading);
    font-variant-numeric: tabular-nums;
  }
  .who:focus-visible {
    outline-offset: 0;
    border-radius: var(--dw-radius-chip);
  }
  #stage {
    min-block-size: 40px;
    background: var(--_dw-tint, var(--dw-color-surface-sunken));
    border-block: 1px solid var(--dw-color-border);
    font: var(--dw-font-base);
    font-variant-numeric: tabular-nums;
  }
  .fields {
    display: grid;
    grid-template-columns: fit-content(40%) minmax(0, 1fr);
    gap: 8px 16px;
    padding: 12px 16px 16px;
  }
  .fields dt {
    color: var(--dw-color-text-muted);
  }
  /* The lock stands in the room beside the label: it never wraps away from its last word. */
  .fields dt:has(> svg) {
    padding-inline-end: 14px;
  }
  .fields dt > svg {
    inline-size: 14px;
    block-size: 14px;
    margin-inline-end: -14px;
    vertical-align: -2px;
  }
  .fields .value {
    white-space: pre-wrap;
  }
  .refusal {
    margin: 4px 16px 16px;
  }
  @container (max-width: 359px) {
    .foot > .muted:empty {
      display: none;
    }
  }
  .absent {
    display: flex;
    align-items: center;
    gap: 8px;
    padding: 12px 16px 24px;
    color: var(--dw-color-text-muted);
  }
  @media (forced-colors: active) {
    .btn.waits {
      border-color: CanvasText;
    }
    #stage.ringing,
    #stage.hold {
      border-inline-width: 0;
      border-inline-start: 4px solid CanvasText;
    }
  }
`;
