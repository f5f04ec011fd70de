import {css} from 'lit';

export const agentStateStyles = css`
  :host {
    display: inline-block;
    max-inline-size: 100%;
  }
  .frame {
    display: flex;
  }
  .agent {
    gap: 8px;
    min-inline-size: 0;
    max-inline-size: min(280px, 100%);
    padding-inline: 10px 8px;
  }
  .agent > svg:first-child,
  .agent > .spin {
    flex: none;
    width: 20px;
    height: 20px;
    margin: 0;
    color: var(--_dw-hue);
  }
  .agent > .chevron {
    flex: none;
    width: 16px;
    height: 16px;
    margin: 0;
    color: var(--dw-color-text-secondary);
  }
  .agent > .name {
    flex: 0 1 auto;
    min-width: 0;
  }
  .agent dw-timer {
    flex: none;
    font-weight: 400;
    color: var(--dw-color-text-muted);
  }
  .agent[aria-disabled='true'] {
    padding-inline-end: 10px;
    background: var(--dw-color-surface);
    color: var(--dw-color-text-secondary);
  }
  .menu-surface {
    display: none;
    flex-direction: column;
    inline-size: 264px;
    /* Of the room on its side of the button; with less than this it goes to the other side. */
    min-block-size: 200px;
    max-block-size: calc(100% - 8px);
  }
  .menu-surface:popover-open {
    display: flex;
  }
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
