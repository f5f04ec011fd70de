import {css} from 'lit';

/** A text that somebody wrote, as `richText` and `redactedText` render it into `.text`. */
export const richTextStyles = css`
  .text {
    font: var(--dw-font-reading);
    white-space: pre-wrap;
    overflow-wrap: anywhere;
    unicode-bidi: plaintext;
    text-align: match-parent;
  }
  /* An address is written from left to right, whatever stands around it. */
  .text a {
    color: var(--dw-color-accent);
    direction: ltr;
    unicode-bidi: isolate;
    text-underline-offset: 2px;
  }
  .text a[data-goes-to]::after {
    content: ' (' attr(data-goes-to) ')';
    color: var(--dw-color-text-muted);
    font: var(--dw-font-meta);
  }
  .redacted {
    display: inline-flex;
    align-items: center;
    gap: 4px;
    height: 20px;
    padding: 0 6px;
    border-radius: 4px;
    background: var(--dw-color-state-secure-tint);
    color: var(--dw-color-state-secure);
    font: 500 12px/16px var(--dw-font-family);
    white-space: nowrap;
  }
  .redacted > svg {
    width: 14px;
    height: 14px;
  }
  @media (forced-colors: active) {
    .redacted {
      border: 1px solid CanvasText;
    }
  }
`;
