import {css} from 'lit';

/** Rows above the text, each as high when it is sent as when it is there. */
export const fileTrayStyles = css`
  :host {
    display: block;
  }
  ul {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 8px;
    max-block-size: 184px;
    margin: 0 0 8px;
    padding: 0;
    overflow: hidden auto;
    list-style: none;
  }
  .file {
    position: relative;
    display: flex;
    align-items: center;
    gap: 10px;
    min-height: 40px;
    padding-block: 6px;
    padding-inline: 10px 4px;
    border: 1px solid var(--dw-color-border);
    border-radius: var(--dw-radius-control);
    overflow: clip;
  }
  .file > svg {
    width: 18px;
    height: 18px;
    color: var(--dw-color-text-muted);
  }
  .name {
    font-weight: 500;
  }
  .size,
  .file > .btn {
    flex: none;
  }
  .why {
    font: var(--dw-font-meta);
    color: var(--dw-color-state-danger);
  }
  .bad {
    border-color: color-mix(in oklab, var(--dw-color-state-danger) 35%, transparent);
    background: var(--dw-color-state-danger-tint);
  }
  .bad > svg {
    color: var(--dw-color-state-danger);
  }
  .bad .btn.link {
    color: var(--dw-color-text);
    text-decoration: underline;
    text-underline-offset: 2px;
  }
  progress {
    position: absolute;
    inset-block-end: 0;
    inset-inline: 0;
    inline-size: 100%;
    block-size: 2px;
    border: 0;
    background: transparent;
    appearance: none;
    color: var(--dw-color-accent);
  }
  progress::-webkit-progress-bar {
    background: transparent;
  }
  progress::-webkit-progress-value {
    background: var(--dw-color-accent);
  }
  progress::-moz-progress-bar {
    background: var(--dw-color-accent);
  }
  @media (forced-colors: active) {
    .bad {
      border: 2px solid CanvasText;
    }
    progress,
    progress::-webkit-progress-value,
    progress::-moz-progress-bar {
      forced-color-adjust: none;
      background: Highlight;
    }
    progress,
    progress::-webkit-progress-bar {
      background: transparent;
    }
  }
`;
