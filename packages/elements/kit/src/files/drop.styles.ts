import {css} from 'lit';

/** `.drop`: lies over a box while files are dragged over it, and says that they may be let go there. */
export const dropStyles = css`
  .drop {
    position: absolute;
    inset: 8px;
    z-index: 3;
    display: flex;
    align-items: center;
    justify-content: center;
    gap: 8px;
    border: 2px dashed var(--dw-color-accent);
    border-radius: var(--dw-radius-control);
    background: color-mix(in oklab, var(--dw-color-accent-tint) 92%, transparent);
    color: var(--dw-color-accent);
    font: var(--dw-font-title);
    pointer-events: none;
  }
  @media (forced-colors: active) {
    .drop {
      border-color: Highlight;
      background: Canvas;
    }
  }
`;
