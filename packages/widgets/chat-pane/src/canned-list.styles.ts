import {css} from 'lit';

/** It fills what it is given, and scrolls inside. */
export const cannedListStyles = css`
  :host {
    display: flex;
    min-block-size: 0;
  }
  .top {
    display: flex;
    flex: 1;
    flex-direction: column;
    min-inline-size: 0;
    min-block-size: 0;
  }
  /* A preview: the whole of it stands in the box once it is chosen. */
  dw-search-list {
    --_dw-detail-lines: 1;
    flex: 0 1 auto;
  }
  .keys {
    display: flex;
    flex: none;
    align-items: center;
    gap: 8px;
    padding: 8px 12px;
    border-top: 1px solid var(--dw-color-border);
    font: var(--dw-font-meta);
    color: var(--dw-color-text-muted);
  }
  .key:nth-of-type(2) {
    margin-inline-start: 8px;
  }
`;
