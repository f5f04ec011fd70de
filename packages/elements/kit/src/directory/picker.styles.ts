import {css} from 'lit';

/** The list scrolls, everything else stays where it is. */
export const pickerStyles = css`
  :host {
    display: flex;
    flex-direction: column;
    min-block-size: 0;
  }
  .panel {
    display: flex;
    flex-direction: column;
    min-block-size: 0;
    padding-block-end: 8px;
  }
  .search {
    padding: 12px 16px 4px;
  }
  .input > input {
    outline: none;
  }
  .count {
    unicode-bidi: plaintext;
    flex: none;
    white-space: nowrap;
  }
  /* A number is written from left to right, wherever it stands. */
  #panel-numbers input:not(:placeholder-shown):dir(rtl) {
    direction: ltr;
    text-align: right;
  }
  .said > span:dir(rtl) {
    unicode-bidi: plaintext;
    text-align: right;
  }
  .said {
    display: flex;
    align-items: flex-start;
    gap: 4px;
    min-block-size: 20px;
    padding: 0 16px;
    font: var(--dw-font-meta);
    font-variant-numeric: tabular-nums;
    color: var(--dw-color-text-muted);
  }
  .said > svg {
    width: 16px;
    height: 16px;
  }
  .said.bad {
    color: var(--dw-color-state-danger);
  }
  .said.warn {
    color: var(--dw-color-state-hold);
  }
  /* Under the field its room is kept; under a list it takes none before something is said. */
  :is(.list, .absence) ~ .said {
    padding-block-start: 4px;
  }
  :is(.list, .absence) ~ .said.nothing {
    display: block;
    min-block-size: 0;
    padding: 0;
  }
  .list {
    position: relative;
    flex: 0 1 auto;
    min-block-size: 100px;
    margin-inline: 8px;
    overflow: hidden auto;
    overscroll-behavior: contain;
    overflow-anchor: none;
    border-radius: var(--dw-radius-chip);
  }
  .runway {
    position: relative;
  }
  .sight,
  .stray {
    position: absolute;
    inset-inline: 0;
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 2px;
  }
  .option {
    min-block-size: calc(var(--dw-size-row) * 6 / 7);
  }
  .option.is-active:not(.on) {
    background: var(--dw-color-surface-hover);
  }
  .option.on:is(.is-active, :hover) {
    background: color-mix(in oklab, var(--dw-color-accent) 6%, var(--dw-color-accent-tint));
  }
  .option.on > svg {
    color: var(--dw-color-accent);
  }
  .words {
    display: grid;
    flex: 1 1 auto;
    min-inline-size: 0;
  }
  .name {
    font-weight: 500;
  }
  .detail {
    display: flex;
    gap: 4px;
    min-inline-size: 0;
    font: var(--dw-font-meta);
    font-variant-numeric: tabular-nums;
    color: var(--dw-color-text-muted);
  }
  /* The word of the state stands whole; a long reason is shortened before the name is. */
  .presence {
    flex: none;
    max-inline-size: 40%;
    overflow: hidden;
  }
  .presence .state {
    display: flex;
  }
  .presence .state > span {
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .absence {
    display: flex;
    gap: 8px;
    padding: 12px 16px;
    color: var(--dw-color-text-muted);
  }
  .absence > * {
    flex: 1 1 auto;
  }
  .texts {
    display: grid;
    gap: 4px;
  }
  .waits {
    align-items: center;
    animation: dw-appear 200ms 150ms both;
  }
  .waits > .spin {
    flex: none;
  }
  .failure {
    flex-wrap: wrap;
  }
  .failure > .grow {
    flex: 1 1 180px;
  }
  .outdated {
    padding: 4px 16px;
  }
  @keyframes dw-appear {
    from {
      opacity: 0;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .waits {
      animation: none;
    }
  }
  @media (forced-colors: active) {
    .option.is-active {
      outline: 1px dashed CanvasText;
      outline-offset: -3px;
    }
    .option.on {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
  }
`;
