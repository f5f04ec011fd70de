import {css} from 'lit';

/** The one focus ring: 2 px of accent with a gap; inset in lists (`.row`, `.option`), flush on text boxes (`.input`). */
export const focusStyles = css`
  :focus-visible {
    outline: 2px solid var(--dw-color-focus);
    outline-offset: 2px;
  }
  :is(.row, .option):focus-visible {
    outline-offset: -2px;
  }
  .input:focus-within {
    outline: 2px solid var(--dw-color-focus);
    outline-offset: 0;
    border-color: transparent;
  }
  .input :focus-visible {
    outline: none;
  }
`;
