import {css} from 'lit';

/** What the dialog adds to the kit's styles. */
export const wrapUpStyles = css`
  .dialog {
    container-type: inline-size;
    overflow: clip;
  }
  .head {
    min-height: 52px;
    padding-inline-end: var(--dw-space-4);
    border-bottom: 0;
  }
  .head h2 {
    font: var(--dw-font-heading);
  }
  .elapsed {
    margin-inline-start: auto;
  }
  .context {
    padding: 0 16px 4px;
  }
  dw-search-list {
    /* Half a row more than fits: there is something below. */
    --_dw-list-height: 250px;
  }
  dw-search-list::part(search) {
    margin: 4px 16px;
  }
  dw-search-list::part(list) {
    padding: 4px 8px;
  }
  .chosen {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 8px;
    padding: 4px 16px;
  }
  .none {
    padding: 8px 16px 16px;
  }

  .countdown {
    display: flex;
    align-items: center;
    gap: var(--dw-space-2);
    min-height: 44px;
    padding-block: 6px;
    padding-inline: 16px 8px;
    background: var(--_dw-tint);
    border-top: 1px solid var(--dw-color-border);
  }
  .countdown > svg {
    color: var(--_dw-hue);
  }
  .countdown dw-timer {
    font-weight: 600;
  }
  progress {
    appearance: none;
    display: block;
    inline-size: 100%;
    block-size: 3px;
    border: 0;
    background: var(--dw-color-surface-pressed);
    color: var(--dw-color-state-wrapup);
  }
  progress::-webkit-progress-bar {
    background: var(--dw-color-surface-pressed);
  }
  progress::-webkit-progress-value {
    background: var(--dw-color-state-wrapup);
  }
  progress::-moz-progress-bar {
    background: var(--dw-color-state-wrapup);
  }

  .foot .submit {
    margin-inline-start: auto;
  }
  .failure {
    flex-wrap: wrap;
  }
  .failure > .grow {
    flex: 1 1 calc(100% - 40px);
  }
  @container (max-width: 359px) {
    .head,
    .foot {
      padding-inline: 12px;
    }
    .context,
    .chosen {
      padding-inline: 12px;
    }
    dw-search-list::part(search) {
      margin-inline: 12px;
    }
    dw-search-list::part(list) {
      padding-inline: 4px;
    }
    .foot .submit {
      flex: 1;
    }
  }
  @media (forced-colors: active) {
    progress {
      border: 1px solid CanvasText;
      block-size: 6px;
    }
    progress::-webkit-progress-value {
      forced-color-adjust: none;
      background: Highlight;
    }
    progress::-moz-progress-bar {
      forced-color-adjust: none;
      background: Highlight;
    }
  }
`;
