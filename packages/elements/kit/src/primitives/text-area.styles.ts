import {css} from 'lit';

/** The box takes its height from an invisible copy of the text: no script measures, no style attribute is written. */
export const textAreaStyles = css`
  :host {
    display: block;
    --_dw-lines-max: 9;
  }
  :host([hidden]) {
    display: none;
  }
  * {
    box-sizing: border-box;
  }
  p {
    margin: 0;
  }
  .input {
    padding: 0;
  }
  .grow {
    display: grid;
    flex: 1 1 auto;
    min-width: 0;
  }
  .mirror,
  textarea {
    max-height: calc(22px * var(--_dw-lines-max) + 16px);
    grid-area: 1 / 1;
    min-width: 0;
    min-height: 0;
    margin: 0;
    padding: 8px 12px;
    border: 0;
    font: var(--dw-font-reading);
    white-space: pre-wrap;
    overflow-wrap: anywhere;
    word-break: keep-all;
  }
  .mirror {
    visibility: hidden;
    overflow: hidden;
    pointer-events: none;
  }
  textarea {
    width: 100%;
    resize: none;
    background: transparent;
    color: inherit;
  }
  .below {
    display: flex;
    gap: 8px;
    justify-content: flex-end;
  }
  .why {
    flex: 1 1 auto;
    min-width: 0;
  }
  .why:empty,
  .counter:empty {
    margin: 0;
  }
  .counter {
    padding-top: 4px;
  }
  .counter:empty {
    padding: 0;
  }
`;
