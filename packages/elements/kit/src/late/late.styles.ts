import {css} from 'lit';

/** What stands in the place of a part that is not there yet. It takes a moment to appear: mostly the part is quicker. */
export const lateStyles = css`
  .late {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px 12px;
    min-height: 56px;
    padding: 12px 16px;
    border: 1px solid var(--dw-color-border);
    border-radius: var(--dw-radius-surface);
    background: var(--dw-color-surface);
    animation: dw-late 1ms 400ms both;
  }
  .late.failed {
    animation: none;
  }
  .late > span {
    flex: 1 1 140px;
  }
  .late > button {
    min-height: 32px;
    padding: 0 12px;
    border: 1px solid var(--dw-color-border-control);
    border-radius: var(--dw-radius-control);
    background: none;
    font: inherit;
    color: inherit;
    cursor: pointer;
  }
  .late > button:hover {
    background: var(--dw-color-surface-hover);
  }
  .late > button:focus-visible {
    outline: 2px solid var(--dw-color-focus);
    outline-offset: 2px;
  }
  @keyframes dw-late {
    from {
      opacity: 0;
    }
  }
`;
