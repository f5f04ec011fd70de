import {css, unsafeCSS} from 'lit';

import {MEASURED} from './list.js';

const probes = MEASURED.map((name) => `.of-${name}{background:var(--dw-color-${name})}`).join('');

export const tokenSheetStyles = css`
  ${unsafeCSS(probes)}
  .sheet {
    padding: 24px;
    background: var(--dw-color-surface);
  }
  h2 {
    margin: 0 0 12px;
    font: var(--dw-font-heading);
  }
  .sheet > * + * {
    margin-top: 32px;
  }
  .columns {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(280px, 1fr));
    gap: 32px;
  }
  .swatches {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(150px, 1fr));
    gap: 12px;
  }
  .swatch {
    width: 32px;
    height: 32px;
    flex: none;
    border: 1px solid var(--dw-color-border);
    border-radius: var(--dw-radius-control);
  }
  .scroll {
    overflow-x: auto;
  }
  table {
    width: 100%;
    border-collapse: collapse;
    white-space: nowrap;
  }
  th {
    font: var(--dw-font-meta);
    color: var(--dw-color-text-muted);
    text-align: start;
  }
  :is(th, td) {
    padding: 6px 8px;
    border-bottom: 1px solid var(--dw-color-border);
  }
  .pairs {
    columns: 280px;
    column-gap: 32px;
  }
  .pair {
    display: flex;
    gap: 12px;
    padding: 6px 0;
    border-bottom: 1px solid var(--dw-color-border);
    break-inside: avoid;
  }
  .figure {
    text-align: end;
    font-variant-numeric: tabular-nums;
  }
  .fails {
    color: var(--dw-color-state-danger);
    font-weight: 600;
  }
  .samples {
    display: flex;
    flex-wrap: wrap;
    align-items: flex-end;
    gap: 12px;
  }
  .control {
    display: grid;
    grid-template-columns: 64px repeat(3, max-content);
    align-items: center;
    gap: 12px 8px;
  }
  :is(.bar, .corner) {
    display: block;
  }
  .bar {
    height: 16px;
    background: var(--dw-color-accent);
  }
  .s1 {
    width: var(--dw-space-1);
  }
  .s2 {
    width: var(--dw-space-2);
  }
  .s3 {
    width: var(--dw-space-3);
  }
  .s4 {
    width: var(--dw-space-4);
  }
  .s5 {
    width: var(--dw-space-5);
  }
  .s6 {
    width: var(--dw-space-6);
  }
  .s8 {
    width: var(--dw-space-8);
  }
  .corner {
    width: 48px;
    height: 40px;
    border: 1px solid var(--dw-color-border-control);
  }
  .r-chip {
    border-radius: var(--dw-radius-chip);
  }
  .r-control {
    border-radius: var(--dw-radius-control);
  }
  .r-surface {
    border-radius: var(--dw-radius-surface);
  }
  .r-pill {
    border-radius: var(--dw-radius-pill);
  }
  .f-clock {
    font: var(--dw-font-clock);
  }
  .f-heading {
    font: var(--dw-font-heading);
  }
  .f-reading {
    font: var(--dw-font-reading);
  }
  .f-title {
    font: var(--dw-font-title);
  }
  .f-base {
    font: var(--dw-font-base);
  }
  .f-meta {
    font: var(--dw-font-meta);
  }
  .compact {
    --dw-size-control: 28px;
  }
  .touch {
    --dw-size-control: 40px;
  }
  .flat,
  .raised {
    flex: 1 1 200px;
    padding: 16px;
  }
  .raised {
    border: 1px solid var(--dw-color-border);
    background: var(--dw-color-surface-raised);
    border-radius: var(--dw-radius-surface);
    box-shadow: var(--dw-shadow-top);
  }
  .flat {
    border: 1px solid var(--dw-color-border);
    border-radius: var(--dw-radius-surface);
  }
`;
