import {css} from 'lit';

/** What the visitor's chat adds to the kit's styles. The page sizes the element; a launcher stands in the page's corner. */
export const visitorStyles = css`
  :host {
    display: flex;
    flex-direction: column;
    block-size: 560px;
    max-block-size: min(100dvh, var(--_dw-seen, 100dvh));
  }
  :host([launcher]) {
    position: fixed;
    z-index: 1000;
    inset-block-end: 20px;
    inset-inline-end: 20px;
    block-size: auto;
  }
  :host([launcher][opened]) {
    inline-size: min(400px, 100vw - 40px);
    block-size: 600px;
    max-block-size: calc(min(100dvh, var(--_dw-seen, 100dvh)) - 40px);
  }
  .frame,
  .card,
  form {
    display: flex;
    flex: 1 1 auto;
    flex-direction: column;
    min-height: 0;
  }
  :host([launcher]) .card {
    box-shadow: var(--dw-shadow-top);
  }

  .launch {
    display: flex;
    align-items: center;
    align-self: flex-end;
    gap: 8px;
    height: 48px;
    padding-block: 0;
    padding-inline: 16px 20px;
    border: 1px solid transparent;
    border-radius: 24px;
    background: var(--dw-color-accent);
    color: var(--dw-color-on-accent);
    box-shadow: var(--dw-shadow-top);
    font: 600 14px/20px var(--dw-font-family);
    cursor: pointer;
  }
  .launch:hover {
    background: var(--dw-color-accent-hover);
  }
  .launch:active {
    background: var(--dw-color-accent-pressed);
  }
  .unseen {
    min-width: 20px;
    padding: 0 6px;
    border-radius: 10px;
    background: var(--dw-color-on-accent);
    color: var(--dw-color-accent);
    font: 600 12px/20px var(--dw-font-family);
    font-variant-numeric: tabular-nums;
    text-align: center;
  }

  .title {
    display: flex;
    align-items: flex-start;
    gap: 12px;
  }
  h2 {
    font: var(--dw-font-heading);
  }
  .tile {
    display: grid;
    flex: none;
    place-items: center;
    width: 36px;
    height: 36px;
    border-radius: var(--dw-radius-control);
    background: var(--dw-color-accent-tint);
    color: var(--dw-color-accent);
  }
  .minimise {
    flex: none;
    margin-block-start: -4px;
    margin-inline-end: -4px;
  }

  .fields {
    display: flex;
    flex: 1 1 auto;
    flex-direction: column;
    gap: var(--dw-space-3);
    min-height: 0;
    padding: 16px;
    overflow-y: auto;
  }
  .fields .why:empty {
    margin: 0;
  }
  .note.hold {
    --_dw-hue: var(--dw-color-state-hold);
    --_dw-tint: var(--dw-color-state-hold-tint);
    margin-top: 8px;
  }
  .note.danger {
    --_dw-hue: var(--dw-color-state-danger);
    --_dw-tint: var(--dw-color-state-danger-tint);
  }
  .foot {
    flex: none;
    flex-wrap: wrap;
    justify-content: flex-end;
  }
  .foot dw-button {
    flex: none;
  }
  .foot .back {
    margin-inline-start: calc(-1 * var(--dw-space-3));
  }

  .head.bar {
    flex: none;
    gap: 12px;
    padding-block: 12px;
  }
  .head.bar h2 {
    font: var(--dw-font-heading);
  }
  .coming {
    display: flex;
    flex: 1 1 auto;
    flex-direction: column;
    align-items: center;
    justify-content: center;
    gap: 12px;
    padding: 16px;
    color: var(--dw-color-text-muted);
    text-align: center;
    outline-offset: -4px;
  }

  @container (max-width: 359px) {
    .foot > dw-button {
      flex: 1 1 auto;
    }
  }
  /* Smaller letters have some phones magnify the page as soon as somebody writes. */
  @media (pointer: coarse) {
    :host {
      --dw-font-reading: 400 16px/24px var(--dw-font-family);
    }
    .input input {
      font-size: 16px;
    }
  }
  @media (max-width: 480px) {
    :host([launcher][opened]) {
      inset-block: var(--_dw-seen-top, 0) auto;
      inset-inline: 0;
      inline-size: auto;
      block-size: var(--_dw-seen, 100dvh);
      max-block-size: none;
    }
    :host([launcher][opened]) .card {
      border: 0;
      border-radius: 0;
    }
  }
  @media (forced-colors: active) {
    .tile {
      border: 1px solid CanvasText;
    }
    /* Else the browser lays Canvas behind the words, in whose colour they are. */
    .launch {
      forced-color-adjust: none;
      border-color: ButtonBorder;
    }
  }
`;
