import {css} from 'lit';

export const agentStateStyles = css`
  :host {
    display: inline-block;
    max-inline-size: 100%;
  }
  .frame {
    display: flex;
  }
  .agent {
    gap: 8px;
    min-inline-size: 0;
    max-inline-size: min(280px, 100%);
    padding-inline: 10px 8px;
  }
  .agent > svg:first-child,
  .agent > .spin {
    flex: none;
    width: 20px;
    height: 20px;
    margin: 0;
    color: var(--_dw-hue);
  }
  .agent > .chevron {
    flex: none;
    width: 16px;
    height: 16px;
    margin: 0;
    color: var(--dw-color-text-secondary);
  }
  .agent > .name {
    flex: 0 1 auto;
    min-width: 0;
  }
  .agent dw-timer {
    flex: none;
    font-weight: 400;
    color: var(--dw-color-text-muted);
  }
  .agent[aria-disabled='true'] {
    padding-inline-end: 10px;
    background: var(--dw-color-surface);
    color: var(--dw-color-text-secondary);
  }
  .menu-surface {
    display: none;
    flex-direction: column;
    inline-size: 264px;
    /* Of the room on its side of the button; with less than this it goes to the other side. */
    min-block-size: 200px;
    max-block-size: calc(100% - 8px);
  }
  .menu-surface:popover-open {
    display: flex;
  }
`;
