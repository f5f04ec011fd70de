import {css} from 'lit';

export const taskListStyles = css`
  .badge {
    flex: none;
  }
  .row .grow > .line + .line {
    min-height: 18px;
  }
  dw-timer,
  .state {
    flex: none;
  }
  .empty strong {
    display: block;
    font-weight: 500;
    color: var(--dw-color-text-secondary);
  }
`;
