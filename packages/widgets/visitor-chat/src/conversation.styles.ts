import {css} from 'lit';

/** What a visitor's conversation adds to the kit's styles. The log takes what is left of the height. */
export const conversationStyles = css`
  :host,
  .talk {
    display: flex;
    flex: 1 1 auto;
    flex-direction: column;
    min-height: 0;
  }
  .talk {
    position: relative;
  }
  .bar {
    display: flex;
    flex: none;
    align-items: flex-start;
    gap: 12px;
    padding-block: 12px 10px;
    padding-inline: 16px 12px;
    border-bottom: 1px solid var(--dw-color-border);
  }
  .bar h2 {
    font: var(--dw-font-heading);
  }
  .bar .state {
    margin-top: 2px;
  }

  .foot {
    flex: none;
    flex-wrap: wrap;
    justify-content: flex-end;
  }
  .foot dw-button {
    flex: none;
  }
  .strip {
    flex: none;
    border-top: 0;
    border-bottom: 1px solid var(--dw-color-border);
  }
  .strip.asking,
  .strip.danger {
    flex-wrap: wrap;
    padding-inline-end: 12px;
  }
  .strip > .hue {
    flex: none;
  }
  .strip.danger > .grow {
    flex-basis: 60%;
  }
  dw-conversation-log {
    flex: 1 1 auto;
    min-height: 0;
  }
  .soon {
    display: flex;
    flex: none;
    align-items: center;
    gap: 8px;
    padding: 4px 16px 10px;
    color: var(--dw-color-text-muted);
  }
  .typing {
    display: flex;
    flex: none;
    align-items: center;
    gap: 8px;
    min-height: 24px;
    padding: 0 16px 6px;
  }
  .dots {
    display: inline-flex;
    gap: 3px;
  }
  .dots i {
    width: 5px;
    height: 5px;
    border-radius: 50%;
    background: currentColor;
  }
  .note {
    margin-top: 8px;
  }
  /* Room for the focus, which comes here when the chat is over. */
  .closing {
    flex: 1 1 160px;
    margin: -2px -6px;
    padding: 2px 6px;
    border-radius: var(--dw-radius-chip);
  }
  .foot.left > .closing {
    flex-basis: 100%;
  }
  .drop {
    position: absolute;
    inset: 8px;
    display: grid;
    place-items: center;
    padding: 16px;
    border: 2px dashed var(--dw-color-accent);
    border-radius: var(--dw-radius-control);
    background: color-mix(in oklab, var(--dw-color-surface) 92%, transparent);
    color: var(--dw-color-accent);
    font: var(--dw-font-heading);
    text-align: center;
    pointer-events: none;
  }

  @container (max-width: 359px) {
    .bar {
      flex-wrap: wrap;
    }
    /* A long name takes another line before the button does. */
    .bar > .grow {
      flex-basis: 88px;
    }
    .bar h2 {
      white-space: normal;
    }
    .foot > dw-button,
    .asking dw-button {
      flex: 1 1 auto;
    }
    .asking > .grow {
      flex: 1 0 100%;
    }
  }
  /* Smaller letters have some phones magnify the page as soon as somebody writes. */
  @media (pointer: coarse) {
    :host {
      --dw-font-reading: 400 16px/24px var(--dw-font-family);
    }
  }
  @media (prefers-reduced-motion: no-preference) {
    .dots i {
      animation: dot 1.2s infinite;
    }
    .dots i:nth-child(2) {
      animation-delay: 0.2s;
    }
    .dots i:nth-child(3) {
      animation-delay: 0.4s;
    }
  }
  @keyframes dot {
    0%,
    60%,
    100% {
      opacity: 0.3;
    }
    30% {
      opacity: 1;
    }
  }
  @media (forced-colors: active) {
    .dots i {
      forced-color-adjust: none;
      background: CanvasText;
    }
  }
`;
