import {css} from 'lit';

/** A dialog of the top layer: 400 px, the whole width below 440; it keeps its top edge while its list changes. */
export const targetDialogStyles = css`
  :host {
    display: contents;
  }
  dialog:popover-open {
    --_dw-edge: clamp(0px, 12% - 40px, 72px);
    position: fixed;
    inset-block: var(--_dw-edge) auto;
    inset-inline: 0;
    display: flex;
    flex-direction: column;
    inline-size: 400px;
    max-inline-size: 100%;
    max-block-size: calc(100% - 2 * var(--_dw-edge));
    margin: 0 auto;
    padding: 0;
    overflow: hidden auto;
    container-type: inline-size;
    font: var(--dw-font-base);
  }
  .head {
    flex: none;
    min-height: 52px;
    padding-inline-end: 12px;
    border-bottom: 0;
  }
  .head h2 {
    font: var(--dw-font-heading);
  }
  /* Below this the dialog scrolls as a whole. */
  dw-directory-picker {
    flex: 0 1 auto;
    min-block-size: 190px;
  }
  .foot {
    flex: none;
  }
  .absent {
    display: flex;
    align-items: center;
    gap: 8px;
    padding: 12px 16px 24px;
    color: var(--dw-color-text-muted);
  }
  .failure {
    align-items: center;
    margin: 0 16px 8px;
  }
  .strip {
    flex: none;
  }
  .strip > svg {
    flex: none;
  }
  @media (max-width: 439px) {
    dialog:popover-open {
      inline-size: 100%;
      border-inline-width: 0;
    }
  }
  @container (max-width: 359px) {
    .foot > dw-button {
      flex: 1;
    }
    .foot > dw-button::part(button) {
      inline-size: 100%;
    }
  }
`;
