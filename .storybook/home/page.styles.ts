import {css} from 'lit';

/** A page from its heading to its last section: one column of paper, as wide as its words want it. */
export const pageStyles = css`
  .page {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 40px;
    max-inline-size: 1120px;
    margin-inline: auto;
    padding: 40px 24px 64px;
  }
  header {
    display: grid;
    gap: 8px;
  }
  section {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 12px;
    align-content: start;
  }
  .tag {
    margin-inline-start: 6px;
    color: var(--dw-color-text-muted);
    font-size: 16px;
    white-space: nowrap;
  }
  @media (max-width: 519px) {
    .page {
      gap: 32px;
      padding: 24px 12px 48px;
    }
    h1 {
      font-size: 24px;
      line-height: 32px;
    }
    .tag {
      display: block;
      margin: 0;
    }
  }
`;
