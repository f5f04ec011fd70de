import {css} from 'lit';

/** The banner floats in the corner that the request tray leaves free: a lost connection moves nothing on the page. */
export const deskStyles = css`
  :host {
    display: block;
  }
  .banner {
    position: fixed;
    inset-block: auto 16px;
    inset-inline: 16px auto;
    max-width: min(420px, calc(100vw - 32px));
    margin: 0;
    padding: 0;
    overflow: visible;
  }
  .banner:popover-open {
    display: flex;
    align-items: center;
    gap: 8px;
    padding-block: 6px;
    padding-inline: 12px 6px;
  }
  .banner > svg {
    color: var(--_dw-hue);
  }
  .words {
    flex: 1 1 auto;
    min-width: 0;
    padding-block: 6px;
  }
  dw-timer {
    color: var(--dw-color-text-muted);
  }
`;
