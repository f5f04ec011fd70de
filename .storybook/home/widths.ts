import {css} from 'lit';

/** The widths at which every widget is looked at. */
export const WIDTHS = [320, 420, 760] as const;

/** A class for each of them. */
export const widthStyles = css`
  .w320 {
    inline-size: 320px;
  }
  .w420 {
    inline-size: 420px;
  }
  .w760 {
    inline-size: 760px;
  }
`;
