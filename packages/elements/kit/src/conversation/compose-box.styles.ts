import {css} from 'lit';

/** The box at the foot of a conversation. */
export const composeBoxStyles = css`
  :host {
    flex: none;
    padding: 12px;
    border-top: 1px solid var(--dw-color-border);
  }
  .tools {
    display: flex;
    align-items: center;
    gap: 4px;
    margin-top: 8px;
  }
  .counter {
    margin-inline: auto 8px;
  }
  .closed {
    display: block;
    height: auto;
    min-height: 40px;
    padding-block: 9px;
  }
`;
