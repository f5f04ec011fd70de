import {css} from 'lit';

/** What the guide adds to the kit's styles. */
export const callGuideStyles = css`
  .place,
  .head .state {
    margin-inline-start: auto;
    padding-inline-end: 8px;
  }
  .head .state {
    margin-inline-end: 4px;
  }
  progress {
    appearance: none;
    display: block;
    inline-size: 100%;
    block-size: 3px;
    margin-block-start: -1px;
    border: 0;
    background: var(--dw-color-surface-pressed);
    color: var(--dw-color-accent);
  }
  progress::-webkit-progress-bar {
    background: var(--dw-color-surface-pressed);
  }
  progress::-webkit-progress-value {
    background: var(--dw-color-accent);
  }
  progress::-moz-progress-bar {
    background: var(--dw-color-accent);
  }
  .note .line {
    flex-wrap: wrap;
  }
  .context {
    padding: 12px 16px 0;
  }
  .question {
    padding: 8px 16px 16px;
  }
  .ask {
    inline-size: fit-content;
    font: var(--dw-font-heading);
    text-wrap: balance;
  }
  .ask:focus-visible {
    border-radius: var(--dw-radius-chip);
  }
  .ask .tag {
    font-weight: 400;
    margin-inline-start: 4px;
  }
  .hint:empty,
  .why:empty {
    display: none;
  }
  .answers {
    margin: 8px -10px 0;
    padding: 0;
  }
  .answers .option {
    align-items: flex-start;
    padding-block: 8px;
  }
  .answers .option:has(:checked) {
    background: var(--dw-color-accent-tint);
  }
  .answers .option:has(:focus-visible) {
    outline: 2px solid var(--dw-color-focus);
    outline-offset: -2px;
  }
  input[type='radio'] {
    appearance: none;
    flex: none;
    inline-size: 16px;
    block-size: 16px;
    margin: 2px 0;
    border: 1.5px solid var(--dw-color-border-control);
    border-radius: 50%;
    background: var(--dw-color-surface);
    outline: none;
  }
  input[type='radio']:checked {
    border: 5px solid var(--dw-color-accent);
  }
  .answers[aria-invalid] input[type='radio'] {
    border-color: var(--dw-color-state-danger);
  }
  dw-text-area {
    margin-block-start: 8px;
  }
  .steps {
    margin-block-start: 4px;
  }
  .step {
    display: flex;
    align-items: center;
    gap: 8px;
    padding-block: 8px;
    border-bottom: 1px solid var(--dw-color-border);
  }
  .step:last-child {
    padding-block-end: 0;
    border-bottom: 0;
  }
  /* Its words end where the lines do. */
  .step > dw-button {
    margin-inline-end: -10px;
  }
  .step .said {
    white-space: pre-wrap;
  }
  .failure {
    margin: 0 16px 16px;
  }
  .foot .go {
    margin-inline-start: auto;
  }
  @container (max-width: 359px) {
    .foot .go {
      flex: 1;
    }
    .foot > .muted:empty {
      display: none;
    }
    .foot > .muted {
      order: -1;
    }
  }
  @media (forced-colors: active) {
    .step > dw-button {
      margin-inline-end: 0;
    }
    progress {
      block-size: 6px;
      border: 1px solid CanvasText;
    }
    progress::-webkit-progress-value {
      forced-color-adjust: none;
      background: Highlight;
    }
    progress::-moz-progress-bar {
      forced-color-adjust: none;
      background: Highlight;
    }
    input[type='radio'] {
      border-color: CanvasText;
    }
    input[type='radio']:checked {
      forced-color-adjust: none;
      border-color: Highlight;
    }
    .answers .option:has(:checked) {
      outline: 1px solid Highlight;
      outline-offset: -1px;
    }
    .answers .option:has(:focus-visible) {
      outline-width: 3px;
    }
  }
`;
