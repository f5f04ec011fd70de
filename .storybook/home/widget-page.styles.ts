import {css} from 'lit';

export const widgetPageStyles = css`
  .codes {
    display: grid;
    grid-template-columns: minmax(0, 1fr) minmax(0, 1.3fr);
    gap: 16px;
    align-items: start;
  }
  .codes > div {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 16px;
  }
  .pair {
    display: grid;
    grid-template-columns: minmax(0, 1.2fr) minmax(0, 1fr);
    gap: 32px;
  }
  .scroll {
    overflow-x: auto;
  }
  table {
    inline-size: 100%;
    border-collapse: collapse;
    font: var(--dw-font-base);
  }
  :is(th, td) {
    padding: 9px 16px;
    border-block-end: 1px solid var(--dw-color-border);
    text-align: start;
    vertical-align: top;
  }
  tbody tr:last-child > * {
    border-block-end: 0;
  }
  th {
    color: var(--dw-color-text-muted);
    font: 500 12px/18px var(--dw-font-family);
    white-space: nowrap;
  }
  tbody td:last-child {
    min-inline-size: 220px;
  }
  td > code {
    overflow-wrap: normal;
    word-break: normal;
  }
  td:first-child > code {
    white-space: nowrap;
  }
  .keys {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 6px;
  }
  .chord {
    display: inline-flex;
    gap: 2px;
  }
  .notes {
    padding-block: 12px;
    padding-inline: 34px 16px;
    list-style: disc;
    font: var(--dw-font-base);
  }
  .notes li + li {
    margin-block-start: 8px;
  }
  .stories {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(200px, 1fr));
    gap: 4px 16px;
    list-style: none;
    font: var(--dw-font-base);
  }
  @media (max-width: 859px) {
    :is(.codes, .pair) {
      grid-template-columns: minmax(0, 1fr);
    }
  }
  @media (max-width: 519px) {
    :is(th, td) {
      padding-inline: 12px;
    }
  }
`;
