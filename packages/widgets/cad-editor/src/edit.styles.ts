import {css} from 'lit';

/** What is said about edits, below their fields, across their line. */
export const editStyles = css`
  .pair > :is(.field.wide ~ .field, .field ~ .field.wide) {
    margin-block-start: 12px;
  }
  .pair > .note {
    grid-column: 1 / -1;
    margin-block-start: 6px;
  }
  .why > .btn.link {
    color: inherit;
    font: 500 12px/18px var(--dw-font-family);
    text-decoration: underline;
    text-underline-offset: 2px;
  }
  .tag.edited {
    --_dw-hue: var(--dw-color-accent);
  }
  .foot .wrong {
    color: var(--dw-color-state-danger);
  }
  .strip + .lines {
    border-block-start: 1px solid var(--dw-color-border);
  }
  .head + .strip {
    border-block-start: 0;
  }
  .note .acts .btn {
    white-space: normal;
    text-align: start;
  }
  .input.off,
  .input.off > * {
    color: var(--dw-color-text);
  }
`;
