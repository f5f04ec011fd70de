import {css} from 'lit';

/** What the pane adds to the kit's styles. Widths: 480 and 360 px of the card itself. */
export const controlStyles = css`
  .identity {
    display: flex;
    align-items: flex-start;
    gap: 0 12px;
    padding: 16px 16px 12px;
  }
  .title {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px var(--dw-space-2);
    min-height: 24px;
  }
  .name {
    min-width: 0;
    font: var(--dw-font-heading);
  }
  .facts {
    display: flex;
    flex-wrap: wrap;
    gap: 0 16px;
    margin-top: 2px;
  }
  .facts > div {
    display: flex;
    gap: 6px;
    min-width: 0;
  }
  .facts dt {
    flex: none;
    color: var(--dw-color-text-muted);
  }
  .clock {
    margin-inline-start: auto;
  }

  .rec {
    width: 10px;
    height: 10px;
    margin-inline: 5px;
    flex: none;
    border-radius: 50%;
    background: var(--dw-color-state-danger);
  }

  .actions {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--dw-space-2);
    padding: 12px 16px;
    border-top: 1px solid var(--dw-color-border);
  }
  .actions .end {
    margin-inline-start: auto;
  }
  /* Room for either label, so that nothing moves when it changes. */
  .hold-button {
    min-inline-size: 104px;
  }

  @container (max-width: 479px) {
    .actions {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(112px, 1fr));
      padding: var(--dw-space-2);
    }
    .actions dw-button {
      display: flex;
    }
    .actions .end {
      margin-inline-start: 0;
    }
    .actions dw-button::part(button) {
      height: calc(var(--dw-size-control) + 4px);
    }
    .wide {
      display: none;
    }
  }
  @container (max-width: 359px) {
    .identity {
      gap: 0 10px;
      padding-inline: 12px;
    }
    .title {
      flex-direction: column;
      align-items: flex-start;
    }
    .facts {
      display: grid;
      gap: 2px;
      margin-top: 4px;
    }
    .strip {
      padding-inline-start: 12px;
    }
    .strip:is(.recording, .failure) {
      flex-wrap: wrap;
    }
    .failure > .grow {
      flex: 1 1 70%;
    }
  }
  @media (forced-colors: active) {
    .rec {
      forced-color-adjust: none;
      background: CanvasText;
    }
  }
`;
