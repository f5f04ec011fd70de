import {css} from 'lit';

/** A note beside what it is about: `<div class="note danger">icon, text, .acts</div>`; `.bar` across a card. Needs the hues. */
export const noteStyles = css`
  .note {
    display: flex;
    align-items: flex-start;
    gap: 8px;
    padding: 8px 12px;
    border-radius: var(--dw-radius-control);
    background: var(--_dw-tint, var(--dw-color-surface-hover));
    color: var(--dw-color-text);
    font: 400 12px/18px var(--dw-font-family);
    font-variant-numeric: tabular-nums;
  }
  .note > svg {
    width: 16px;
    height: 16px;
    margin-top: 1px;
    color: var(--_dw-hue, var(--dw-color-text-muted));
  }
  .note b {
    font-weight: 600;
  }
  .note .acts {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 12px;
    margin-top: 2px;
  }
  .note .btn.link {
    color: var(--dw-color-text);
    font: 500 12px/18px var(--dw-font-family);
    text-decoration: underline;
    text-decoration-color: var(--dw-color-border-control);
    text-underline-offset: 2px;
  }
  /* Icon and buttons stand on the first line of the text, however many there are. */
  .note.bar {
    align-items: baseline;
    padding: 8px 16px;
    border-radius: 0;
  }
  .note.bar > svg {
    position: relative;
    inset-block-start: 3px;
    margin: 0;
  }
  /* Whole sentences: in a page that runs from right to left their full stop is still at their end. */
  .note > .grow:dir(rtl),
  .note > .grow:dir(rtl) > :is(p, div, span):not(.acts) {
    unicode-bidi: plaintext;
    text-align: right;
  }
  @media (forced-colors: active) {
    .note {
      border: 1px solid CanvasText;
    }
  }
`;
