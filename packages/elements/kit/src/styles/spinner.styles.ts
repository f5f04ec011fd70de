import {css} from 'lit';

/** A quiet ring that turns while something is under way; still, with its gap, where motion is reduced. */
export const spinnerStyles = css`
  .spin {
    display: inline-block;
    width: 14px;
    height: 14px;
    flex: none;
    border: 1.75px solid var(--dw-color-border-control);
    border-top-color: transparent;
    border-radius: 50%;
    animation: dw-spin 900ms linear infinite;
  }
  @keyframes dw-spin {
    to {
      transform: rotate(1turn);
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .spin {
      animation: none;
    }
  }
  @media (forced-colors: active) {
    .spin {
      border-top-color: Canvas;
    }
  }
`;
