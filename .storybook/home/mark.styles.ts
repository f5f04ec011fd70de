import {css} from 'lit';

/** The number of a part, on the picture and in the legend. */
export const markStyles = css`
  .mark {
    display: grid;
    place-items: center;
    inline-size: 20px;
    block-size: 20px;
    border-radius: 10px;
    background: var(--dw-color-accent);
    color: var(--dw-color-on-accent);
    font: 600 11px/20px var(--dw-font-family);
  }
`;
