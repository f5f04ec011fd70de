import {css} from 'lit';

/** Label above value; two columns from 480 px. A line is two fields, and below them, across both, what happened to them. */
export const cadStyles = css`
  .head .meta {
    padding-inline-end: 8px;
  }
  .lines {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 12px;
    padding: 16px;
  }
  .pair {
    display: grid;
    grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
    grid-auto-flow: row dense;
    align-items: start;
    column-gap: 24px;
  }
  .wide {
    grid-column: 1 / -1;
  }
  .field > .label > .name {
    min-inline-size: 0;
  }
  .lock {
    display: inline-flex;
  }
  .label svg {
    inline-size: 14px;
    block-size: 14px;
  }
  .label > .tag {
    flex: none;
    font-weight: 500;
  }

  .input {
    padding-inline-end: 2px;
  }
  /* Dates run from left to right in any text, and a text runs as it is written; all of them begin where the pane does. */
  [dir='ltr'] .input > :is(input, textarea) {
    text-align: left;
  }
  [dir='rtl'] .input > :is(input, textarea) {
    text-align: right;
  }
  .input > input {
    align-self: stretch;
    text-overflow: ellipsis;
  }
  .input > textarea {
    padding-block: 5px;
    resize: none;
    field-sizing: content;
    max-block-size: 136px;
  }
  /* The whole box opens the list; what stands in it lies above. */
  .choice {
    position: relative;
    justify-content: flex-end;
  }
  .choice > select {
    appearance: none;
    position: absolute;
    inset: 0;
    inline-size: 100%;
    padding-inline: 10px 62px;
    border-radius: inherit;
    cursor: default;
  }
  .choice > .btn {
    position: relative;
  }
  .choice > svg {
    position: relative;
    margin-inline-end: 6px;
    pointer-events: none;
  }
  .choice option {
    background: var(--dw-color-surface-raised);
    color: var(--dw-color-text);
  }
  .masked {
    letter-spacing: 0.1em;
  }

  .value {
    display: flex;
    align-items: center;
    gap: 4px;
    min-block-size: var(--dw-size-control);
  }
  .value > .text {
    min-inline-size: 0;
    padding-block: 4px;
    white-space: pre-wrap;
  }

  .field .btn.icon {
    flex: none;
  }
  .field .btn.icon > svg {
    inline-size: 18px;
    block-size: 18px;
  }
  .input > .btn.icon {
    block-size: calc(var(--dw-size-control) - 6px);
    inline-size: calc(var(--dw-size-control) - 6px);
    margin-block: auto;
  }
  .copy.done > svg {
    color: var(--dw-color-state-active);
  }
  @media (hover: hover) {
    .copy:not(.done, :focus-visible) {
      opacity: 0;
    }
    .field:hover .copy,
    .field:focus-within .copy {
      opacity: 1;
    }
  }

  .why.mild {
    color: var(--dw-color-text-muted);
  }
  .why:not(:has(*)) {
    display: none;
  }
  .strip > p {
    flex: 1 1 12em;
    padding-block: 4px;
  }
  .strip {
    flex-wrap: wrap;
  }

  @container (max-width: 479px) {
    .pair {
      grid-template-columns: minmax(0, 1fr);
    }
    .pair > .field ~ .field {
      margin-block-start: 12px;
    }
  }
  @container (max-width: 359px) {
    .foot > :is(.muted, .wrong) {
      flex: 1 0 100%;
    }
    .foot > dw-button {
      flex: 1;
    }
    .foot > dw-button::part(button) {
      inline-size: 100%;
    }
  }
`;
