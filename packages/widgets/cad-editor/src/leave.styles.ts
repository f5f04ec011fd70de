import {css} from 'lit';

/** The question before edits are left: 400 px, the whole width below 440; the page stays alive behind it. */
export const leaveStyles = css`
  .leave:popover-open {
    position: fixed;
    inset: 0;
    inline-size: 400px;
    block-size: fit-content;
    max-inline-size: calc(100% - 16px);
    max-block-size: calc(100% - 16px);
    margin: auto;
    padding: 16px;
    overflow: auto;
    font: var(--dw-font-base);
    font-variant-numeric: tabular-nums;
  }
  .leave h2 {
    margin-block-end: 4px;
    font: var(--dw-font-heading);
  }
  .leave .note {
    margin-block-start: 12px;
  }
  .leave > .acts {
    display: flex;
    flex-wrap: wrap;
    justify-content: flex-end;
    gap: 8px;
    margin-block-start: 20px;
  }
  .leave > .acts > .stay {
    margin-inline-end: auto;
  }
`;
