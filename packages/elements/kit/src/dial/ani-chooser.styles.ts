import {css} from 'lit';

/** A button that looks like a field, with its label above. */
export const aniChooserStyles = css`
  :host {
    display: block;
    padding: 8px 16px 12px;
  }
  .label {
    display: block;
    margin-block-end: 2px;
    font: 500 12px/16px var(--dw-font-family);
    color: var(--dw-color-text-muted);
  }
  .anchor {
    flex: 1 1 auto;
    justify-content: flex-start;
    min-inline-size: 0;
    padding-inline: 10px 8px;
    border-color: var(--dw-color-border-control);
    font: var(--dw-font-base);
  }
  .anchor > svg {
    margin-inline: auto 0;
    width: 20px;
    height: 20px;
    color: var(--dw-color-text-muted);
  }
  .value {
    display: flex;
    flex: 1 1 auto;
    align-items: baseline;
    gap: var(--dw-space-2);
    min-inline-size: 0;
  }
  .number {
    flex: none;
    margin-inline-start: auto;
  }
  /* Where there is little room, the number stands under the name: neither is cut to a letter. */
  .line {
    container-type: inline-size;
  }
  @container (max-width: 219px) {
    .anchor {
      block-size: auto;
      padding-block: 3px;
    }
    .value {
      display: block;
      text-align: start;
    }
  }
  .popover {
    inline-size: anchor-size(width);
    min-inline-size: min(264px, 100vw - 16px);
    max-block-size: min(320px, 100vh - 16px);
  }
`;
