import {css} from 'lit';

/** Files of a message: chips that can be pressed. */
export const messageFilesStyles = css`
  .files > li {
    min-inline-size: 0;
    max-inline-size: 100%;
  }
  .files .chip {
    max-inline-size: 100%;
  }
  .chip.fetch {
    border: 0;
    color: inherit;
    cursor: pointer;
  }
  .chip.fetch:hover {
    background: var(--dw-color-surface-pressed);
  }
  .chip.fetch .cut {
    text-decoration: underline;
    text-decoration-color: var(--dw-color-border-control);
    text-underline-offset: 2px;
  }
  .chip .meta {
    flex: none;
  }
  .chip.held {
    block-size: auto;
    min-block-size: 24px;
    flex-wrap: wrap;
  }
  @media (forced-colors: active) {
    .chip.fetch {
      border: 1px solid ButtonText;
    }
  }
`;
