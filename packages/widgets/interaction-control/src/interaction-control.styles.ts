import {css} from 'lit';

/** What the panes add to the kit's styles. Widths: 480 and 360 px of the card itself. */
export const controlStyles = css`
  .panes {
    display: grid;
    gap: var(--dw-space-2);
  }
  .card:focus-visible {
    outline-offset: -2px;
  }
  /* Of two parties, the one who hears the agent. */
  .heard {
    border-color: color-mix(in oklab, var(--dw-color-state-consult) 45%, transparent);
  }
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

  .data {
    padding: 10px 16px;
    border-top: 1px solid var(--dw-color-border);
  }
  .variables {
    display: grid;
    grid-template-columns: 1fr 1fr;
    gap: 8px 24px;
  }
  .variables > div {
    min-width: 0;
  }
  .variables > .long {
    grid-column: 1 / -1;
  }
  .variables dt {
    display: flex;
    align-items: center;
    gap: 4px;
    font: 500 12px/16px var(--dw-font-family);
    color: var(--dw-color-text-muted);
  }
  .variables dt > svg {
    width: 14px;
    height: 14px;
  }
  .data > dw-button {
    margin: 4px 0 -2px;
    margin-inline-start: -10px;
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
  .actions:has(+ .tools) {
    padding-bottom: 4px;
  }

  .tools {
    display: flex;
    flex-wrap: wrap;
    gap: var(--dw-space-1);
    padding: 0 6px 8px;
  }
  .tools > .shortcuts {
    margin-inline-start: auto;
  }
  .dialpad {
    display: grid;
    justify-items: center;
    gap: var(--dw-space-2);
    padding: 8px 16px 16px;
    border-top: 1px solid var(--dw-color-border);
  }
  .readout {
    width: 100%;
    max-width: 224px;
    min-height: 24px;
    overflow: hidden;
    font: 500 16px/24px var(--dw-font-family);
    font-variant-numeric: tabular-nums;
    text-align: center;
  }
  .keys {
    display: grid;
    grid-template-columns: 1fr 1fr;
    gap: 6px 32px;
    padding: 12px 16px;
    border-top: 1px solid var(--dw-color-border);
  }
  .keys > div {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: var(--dw-space-2);
    min-width: 0;
  }
  .keys dd {
    flex: none;
    display: flex;
    align-items: center;
    gap: 2px;
    color: var(--dw-color-text-muted);
  }

  @container (min-width: 480px) and (max-width: 575px) {
    /* All five in one row from 480 px on. */
    .actions {
      gap: var(--dw-space-1);
      padding-inline: 12px;
    }
    .actions dw-button::part(button) {
      padding-inline: 8px;
      font: 500 12px/16px var(--dw-font-family);
    }
    .hold-button {
      min-inline-size: 90px;
    }
  }
  @container (max-width: 479px) {
    .variables {
      grid-template-columns: 1fr;
    }
    .wide {
      display: none;
    }
    .actions {
      display: grid;
      gap: var(--dw-space-1);
      padding: var(--dw-space-2);
    }
    .of-1 {
      grid-template-columns: 1fr;
    }
    .of-2 {
      grid-template-columns: repeat(2, 1fr);
    }
    .of-3 {
      grid-template-columns: repeat(3, 1fr);
    }
    .of-4 {
      grid-template-columns: repeat(4, 1fr);
    }
    .actions dw-button {
      display: flex;
      min-inline-size: 0;
    }
    .actions .end {
      grid-column: 1 / -1;
      margin-inline-start: 0;
      margin-top: var(--dw-space-1);
    }
    .end::part(button) {
      height: calc(var(--dw-size-control) + 4px);
    }
    .keys {
      grid-template-columns: 1fr;
    }
  }
  @container (min-width: 360px) and (max-width: 479px) {
    .actions dw-button:not(.end)::part(button) {
      flex-direction: column;
      gap: 2px;
      height: calc(var(--dw-size-control) + 20px);
      padding: 0 2px;
      font: 500 12px/16px var(--dw-font-family);
      white-space: normal;
    }
    .actions dw-button:not(.end) > svg {
      width: 20px;
      height: 20px;
      margin: 0;
    }
    .plain::part(button) {
      border-color: transparent;
      background: transparent;
    }
    .plain::part(button):hover {
      background: var(--dw-color-surface-hover);
    }
    .plain::part(button):active {
      background: var(--dw-color-surface-pressed);
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
    .data {
      padding-inline: 12px;
    }
    .strip {
      padding-inline-start: 12px;
    }
    .strip:is(.recording, .failure, .news) {
      flex-wrap: wrap;
    }
    :is(.failure, .news) > .grow {
      flex: 1 1 70%;
    }
    .actions:is(.of-2, .of-3, .of-4) {
      grid-template-columns: 1fr 1fr;
    }
    /* Both rows stay when only one is used, so that End does not move up to where another button was. */
    .actions:is(.of-3, .of-4) {
      grid-template-rows: repeat(2, calc(var(--dw-size-control) + 4px));
    }
    :is(.of-3, .of-4) .end {
      grid-row: 3;
    }
    .actions dw-button:not(.end)::part(button) {
      justify-content: flex-start;
      gap: 8px;
      height: calc(var(--dw-size-control) + 4px);
    }
    .tools {
      padding-inline: 2px;
    }
    .tools > .shortcuts {
      margin-inline-start: 0;
    }
    .keys,
    .dialpad {
      padding-inline: 12px;
    }
  }
  @media (forced-colors: active) {
    .heard {
      border: 2px solid Highlight;
    }
    .data > dw-button {
      margin-inline-start: 0;
    }
    .rec {
      forced-color-adjust: none;
      background: CanvasText;
    }
  }
`;
