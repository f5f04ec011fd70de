import {css} from 'lit';

/** The page may give the pane any height; the log takes what is left. */
export const chatHostStyles = css`
  :host {
    block-size: 560px;
    min-block-size: 320px;
  }
`;
