import {css} from 'lit';

export const correspondenceStyles = css`
  :host {
    display: block;
  }
  .earlier {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: center;
    gap: 4px 12px;
    padding: 8px 16px;
    border-block-start: 1px solid var(--dw-color-border);
  }
  .empty {
    padding: 4px 16px 16px;
    color: var(--dw-color-text-muted);
  }
`;
