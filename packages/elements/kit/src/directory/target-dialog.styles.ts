import {css} from 'lit';

/** What the dialogs about targets add to the kit's. */
export const targetDialogStyles = css`
  :host {
    display: contents;
  }
  /* Below this the dialog scrolls as a whole. */
  dw-directory-picker {
    flex: 0 1 auto;
    min-block-size: 190px;
  }
  .absent {
    display: flex;
    align-items: center;
    gap: 8px;
    padding: 12px 16px 24px;
    color: var(--dw-color-text-muted);
  }
  .failure {
    margin: 0 16px 8px;
  }
  .strip {
    flex: none;
  }
  .strip > svg {
    flex: none;
  }
`;
