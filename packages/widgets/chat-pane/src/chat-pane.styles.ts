import {css} from 'lit';

/** What the pane adds to the kit's styles. */
export const chatStyles = css`
  .card {
    position: relative;
    display: flex;
    flex-direction: column;
    block-size: 100%;
  }
  .identity {
    display: flex;
    flex: none;
    align-items: flex-start;
    gap: 0 12px;
    padding: 16px 16px 12px;
    border-bottom: 1px solid var(--dw-color-border);
  }
  .name {
    font: var(--dw-font-heading);
  }
  .of-several .name {
    white-space: normal;
  }
  .sub {
    display: flex;
    align-items: center;
    gap: var(--dw-space-2);
    min-width: 0;
    margin-top: 4px;
  }
  .sub .state {
    flex: none;
  }
  .identity > .grow {
    flex-basis: 0;
  }
  .clock {
    flex: none;
  }
  .identity > .acts {
    display: flex;
    flex: none;
    gap: var(--dw-space-1);
    margin-block: -2px;
  }
  .menu {
    min-inline-size: 200px;
    max-inline-size: 280px;
  }
  .menu > .option {
    inline-size: 100%;
    border: 0;
    background: none;
    color: inherit;
    font: var(--dw-font-base);
    text-align: start;
  }
  .menu > .option:not(.off):hover,
  .menu > .option:focus-visible {
    background: var(--dw-color-surface-hover);
  }
  .option.off > svg {
    color: inherit;
  }
  .option .reason {
    display: block;
  }
  .identity ~ .strip,
  .identity ~ [role='status'] > .strip {
    border-top: 0;
    border-bottom: 1px solid var(--dw-color-border);
  }
  .failure,
  .told {
    flex: none;
    flex-wrap: wrap;
  }
  .failure > .grow {
    flex: 1 1 60%;
  }
  .told > .grow {
    flex: 1 1 50%;
  }
  .stage {
    position: relative;
    display: flex;
    flex: 1 1 0;
    flex-direction: column;
    min-block-size: 0;
  }
  dw-conversation-log {
    flex: 1 1 0;
  }
  .typing {
    display: flex;
    flex: none;
    align-items: center;
    gap: 8px;
    min-block-size: 24px;
    padding-inline: 56px 16px;
    padding-block-end: 4px;
  }
  .dots {
    display: inline-flex;
    gap: 3px;
  }
  .dots > i {
    inline-size: 5px;
    block-size: 5px;
    border-radius: 50%;
    background: var(--dw-color-text-muted);
    animation: dw-typing 1.2s infinite;
  }
  .dots > i:nth-child(2) {
    animation-delay: 0.2s;
  }
  .dots > i:nth-child(3) {
    animation-delay: 0.4s;
  }
  @keyframes dw-typing {
    30% {
      opacity: 0.3;
    }
  }
  .canned {
    position: absolute;
    inset-block: auto 4px;
    inset-inline-start: 12px;
    z-index: 2;
    inline-size: min(440px, 100% - 24px);
    max-block-size: calc(100% - 8px);
  }
  .lost {
    margin-block-end: 8px;
  }
  .warning > .note {
    margin-block-start: 8px;
  }
  .note .grow {
    overflow-wrap: anywhere;
  }

  @container (max-width: 479px) {
    .wide {
      display: none;
    }
    .of-several .sub > .meta {
      display: none;
    }
    /* Several names and a longer word for End: they take a line each. */
    .of-several {
      display: grid;
      grid-template-columns: 32px minmax(0, 1fr) auto;
      gap: 4px 10px;
    }
    .of-several > .grow {
      display: contents;
    }
    .of-several > .channel {
      grid-row: 1 / span 2;
    }
    .of-several .name {
      grid-area: 1 / 2;
    }
    .of-several > .clock {
      grid-area: 1 / 3;
      justify-self: end;
    }
    .of-several .sub {
      grid-area: 2 / 2;
      margin: 0;
    }
    .of-several > .acts {
      grid-area: 2 / 3;
      margin: 0;
    }
  }
  @container (max-width: 359px) {
    .identity {
      display: grid;
      grid-template-columns: 32px minmax(0, 1fr) auto;
      gap: 4px 10px;
      padding-inline: 12px;
    }
    .identity > .grow {
      display: contents;
    }
    .channel {
      grid-row: 1 / span 2;
    }
    .name {
      grid-area: 1 / 2;
    }
    .clock {
      grid-area: 1 / 3;
      justify-self: end;
    }
    .sub {
      grid-area: 2 / 2;
      margin: 0;
    }
    .identity > .acts {
      grid-area: 2 / 3;
      margin: 0;
    }
    /* The longest state: the buttons stand below it. */
    .asking .sub {
      grid-area: 2 / 2 / auto / -1;
    }
    .asking > .acts {
      grid-area: 3 / 2 / auto / -1;
      justify-self: end;
    }
    .typing {
      padding-inline-start: 16px;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .dots > i {
      animation: none;
    }
  }
  @media (forced-colors: active) {
    .dots > i {
      forced-color-adjust: none;
      background: CanvasText;
    }
  }
`;
