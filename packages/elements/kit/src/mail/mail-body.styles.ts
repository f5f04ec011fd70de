import {css} from 'lit';

/** The place of the frame, and the text of a mail that has no HTML. */
export const mailBodyStyles = css`
  :host {
    font: var(--dw-font-reading) !important;
  }
  .text {
    font: var(--dw-font-reading);
    white-space: pre-wrap;
    unicode-bidi: plaintext;
    text-align: match-parent;
    overflow-wrap: anywhere;
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
  .quote {
    margin-block-start: var(--dw-space-3);
    padding-inline-start: var(--dw-space-3);
    border-inline-start: 2px solid var(--dw-color-border);
    color: var(--dw-color-text-secondary);
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
  .frame {
    min-width: 0;
  }
  .frame.paper {
    overflow: clip;
    border-radius: var(--dw-radius-control);
    background: #fff;
  }
  .frame.paper.dark {
    padding: var(--dw-space-3);
  }
  iframe {
    display: block;
    width: 100%;
    border: 0;
    background: transparent;
  }
  iframe:focus-visible {
    outline: 2px solid var(--dw-color-focus);
    outline-offset: 2px;
  }
  .note {
    display: flex;
    align-items: center;
    gap: var(--dw-space-2);
    margin-block-start: var(--dw-space-3);
    font: var(--dw-font-meta);
    color: var(--dw-color-text-muted);
  }
`;
