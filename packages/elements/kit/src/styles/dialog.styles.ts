import {css} from 'lit';

/**
 * A dialog of the top layer, `<dialog popover="manual" class="top">` with `.head` and `.foot`: 400 px, the whole width below
 * 440; it keeps its top edge while its content changes. `DialogController` opens and closes it.
 */
export const dialogStyles = css`
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
  dialog > .head {
    flex: none;
    min-height: 52px;
    padding-inline-end: 12px;
    border-bottom: 0;
  }
  dialog > .head h2 {
    font: var(--dw-font-heading);
  }
  dialog .foot {
    flex: none;
  }
  @media (max-width: 439px) {
    dialog:popover-open {
      inline-size: 100%;
      border-inline-width: 0;
    }
  }
  @container (max-width: 359px) {
    dialog .foot > dw-button {
      flex: 1;
    }
    dialog .foot > dw-button::part(button) {
      inline-size: 100%;
    }
  }
`;
