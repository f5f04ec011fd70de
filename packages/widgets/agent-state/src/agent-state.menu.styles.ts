import {css} from 'lit';

/** What is in the menu. */
export const agentMenuStyles = css`
  .menu-surface dw-search-list {
    flex: 0 1 auto;
  }
  .menu-surface > :not(dw-search-list) {
    flex: none;
  }
  /* Its focus ring follows the corners of the surface. */
  .menu-surface dw-search-list:not([searchable])::part(list) {
    border-radius: calc(var(--dw-radius-surface) - 1px) calc(var(--dw-radius-surface) - 1px) 0 0;
  }
  .hint {
    padding: 4px 14px 8px;
  }
  .menu-surface > .note {
    margin: 4px 8px 8px;
  }
  .leave {
    display: grid;
    padding: 4px;
    border-top: 1px solid var(--dw-color-border);
  }
  .leave .option {
    appearance: none;
    margin: 0;
    border: 0;
    background: none;
    color: var(--dw-color-text);
    font: var(--dw-font-base);
    text-align: start;
  }
  .leave .option:hover {
    background: var(--dw-color-surface-hover);
  }
  .leave .option[aria-disabled='true'] {
    color: var(--dw-color-text-disabled);
    background: none;
  }
  .leave .option[aria-disabled='true'] > svg {
    color: inherit;
  }
  .leave .meta {
    padding-block: 0 6px;
    padding-inline: 40px 10px;
  }
  @media (forced-colors: active) {
    .leave .option[aria-disabled='true'] {
      color: GrayText;
    }
  }
`;
