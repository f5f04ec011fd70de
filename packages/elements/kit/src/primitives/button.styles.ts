import {css} from 'lit';

/** What `<dw-button>` adds to the look that all buttons share. */
export const buttonHostStyles = css`
  :host {
    display: inline-flex;
    vertical-align: middle;
  }
  :host([hidden]) {
    display: none;
  }
  * {
    box-sizing: border-box;
  }
  .btn {
    flex: 1 1 auto;
    min-width: 0;
  }
  ::slotted(svg) {
    width: 18px;
    height: 18px;
    flex: none;
    margin-inline-start: -2px;
    fill: currentColor;
    color: var(--dw-color-text-secondary);
  }
  .icon ::slotted(svg) {
    margin: 0;
  }
  :is(.primary, .danger, [aria-pressed='true'], [aria-disabled='true']) ::slotted(svg) {
    color: inherit;
  }
  [aria-busy='true'] ::slotted(svg) {
    display: none;
  }
  /* The spinner takes exactly the room of the icon. */
  .spin {
    margin-inline: 0 2px;
  }
  .icon .spin {
    margin: 0;
  }
`;
