import {css} from 'lit';

/** Images in the text, and those on their way. */
export const imageStyles = css`
  .prose .image {
    display: inline-block;
    max-width: 100%;
    border-radius: 2px;
    vertical-align: bottom;
    line-height: 0;
  }
  .prose .image > img {
    max-width: 100%;
    height: auto;
  }
  .prose .image.selected {
    outline: 2px solid var(--dw-color-focus);
    outline-offset: 2px;
  }
  .prose .image:is(.waits, .gone) {
    min-width: 120px;
    min-height: 48px;
    border: 1px dashed var(--dw-color-border-control);
  }
  .prose .image.gone > img {
    display: none;
  }
  .prose .gone-text {
    display: block;
    padding: 14px;
    color: var(--dw-color-text-muted);
    font: var(--dw-font-meta);
    line-height: 18px;
  }
  .prose .waiting {
    display: inline-flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 8px;
    max-width: 100%;
    margin: 0 2px;
    padding: 6px 10px;
    border: 1px dashed var(--dw-color-border-control);
    border-radius: var(--dw-radius-control);
    color: var(--dw-color-text-muted);
    font: 400 12px/18px var(--dw-font-family);
    white-space: normal;
    vertical-align: middle;
    user-select: none;
  }
  .prose .waiting.failed {
    border-style: solid;
    border-color: color-mix(in oklab, var(--dw-color-state-danger) 35%, transparent);
    background: var(--dw-color-state-danger-tint);
    color: var(--dw-color-state-danger);
  }
  .prose .waiting.failed .spin {
    display: none;
  }
  .prose .waiting .btn.link {
    font: 500 12px/18px var(--dw-font-family);
  }
`;
