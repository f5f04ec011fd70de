import {css} from 'lit';

/** The page may give it any height: the list takes what is left, and scrolls. */
export const historyStyles = css`
  :host {
    display: flex;
    flex-direction: column;
    max-block-size: 560px;
  }
  .card {
    display: flex;
    flex: 0 1 auto;
    flex-direction: column;
    min-block-size: 0;
  }
  .head,
  .tabs {
    flex: none;
  }
  .tabs {
    overflow: auto hidden;
    scrollbar-width: none;
  }
  .tab {
    outline-offset: -2px;
  }
  .arrived {
    flex: none;
    font-weight: 600;
  }
  .panel {
    display: flex;
    flex: 0 1 auto;
    flex-direction: column;
    min-block-size: 0;
  }
  .list {
    flex: 0 1 auto;
    min-block-size: 0;
    padding: 4px;
    overflow: hidden auto;
    overscroll-behavior: contain;
    overflow-anchor: none;
    scrollbar-width: thin;
  }
  .row {
    display: grid;
    grid-template-columns: var(--dw-size-icon) minmax(0, 1fr);
    align-content: center;
    gap: 0 12px;
    block-size: calc(var(--dw-size-row) + 22px);
    margin-block-end: 2px;
  }
  .row > svg {
    grid-row: 1 / 3;
    align-self: start;
  }
  .row :is(.facts, .acts) {
    grid-column: 2;
    min-inline-size: 0;
  }
  .facts > .line + .line {
    min-block-size: 18px;
  }
  .num {
    flex: none;
  }
  .acts {
    align-items: baseline;
    gap: 12px;
    min-block-size: 20px;
    padding-block-start: 2px;
  }
  .cell {
    display: flex;
    flex: 0 1 auto;
    min-inline-size: 0;
  }
  .cell:has(.number) {
    flex: none;
  }
  .cell > .open {
    display: block;
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .cell.grow {
    display: block;
    flex: 1 1 0;
  }
  .acts .btn {
    font: 500 12px/18px var(--dw-font-family);
  }
  .btn.number,
  .number {
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }
  .acts bdi.number {
    font: var(--dw-font-meta);
    font-variant-numeric: tabular-nums;
    color: var(--dw-color-text-muted);
  }
  .who .btn.number {
    font: 500 13px/20px var(--dw-font-family);
    font-variant-numeric: tabular-nums;
  }
  .row .btn.link:hover {
    background: none;
    text-decoration: underline;
    text-underline-offset: 2px;
  }
  .row .btn.link:focus-visible {
    outline-offset: -1px;
    border-radius: 4px;
  }
  .day {
    display: flex;
    align-items: center;
    gap: 12px;
    block-size: 32px;
    margin-block-end: 2px;
    padding: 4px 12px 0;
    color: var(--dw-color-text-muted);
    font: 500 12px/16px var(--dw-font-family);
  }
  .day::after {
    content: '';
    flex: 1 1 0;
    block-size: 1px;
    background: var(--dw-color-border);
  }
  #opened {
    border-radius: 4px;
  }
  .back {
    margin-inline-start: -8px;
  }
  .end {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: center;
    gap: 4px 12px;
    padding: 6px 12px 8px;
  }
  .note.danger {
    --_dw-hue: var(--dw-color-state-danger);
    --_dw-tint: var(--dw-color-state-danger-tint);
  }
  .note.hold {
    --_dw-hue: var(--dw-color-state-hold);
    --_dw-tint: var(--dw-color-state-hold-tint);
  }
  .note.bar {
    flex: none;
    flex-wrap: wrap;
  }
  .note.bar > .grow {
    flex: 1 1 60%;
  }
  .absence {
    display: flex;
    gap: 8px;
    padding: 16px;
    color: var(--dw-color-text-muted);
  }
  .absence.waits {
    align-items: center;
    animation: dw-appear 200ms 150ms both;
  }
  .empty strong {
    display: block;
    font-weight: 500;
    color: var(--dw-color-text-secondary);
  }
  @keyframes dw-appear {
    from {
      opacity: 0;
    }
  }
  @container (max-width: 359px) {
    .tabs {
      gap: 12px;
    }
  }
  /* Number and action side by side, both whole. */
  @container (max-width: 319px) {
    .row {
      gap: 0 8px;
      padding-inline: 8px;
    }
    .acts {
      gap: 8px;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .absence.waits {
      animation: none;
    }
  }
`;
