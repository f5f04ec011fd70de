import {css} from 'lit';

/** The place of the frame, and what stands around the text of a mail that has no HTML; that is `richTextStyles`. */
export const mailBodyStyles = css`
  :host {
    font: var(--dw-font-reading) !important;
  }
  .quote {
    margin-block-start: var(--dw-space-3);
    padding-inline-start: var(--dw-space-3);
    border-inline-start: 2px solid var(--dw-color-border);
    color: var(--dw-color-text-secondary);
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
