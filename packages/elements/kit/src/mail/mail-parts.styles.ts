import {css} from 'lit';

/** What `mailContent` and `blockedBar` need, beside `chipStyles`, `messageFilesStyles` and `noteStyles`. */
export const mailPartsStyles = css`
  dw-mail-body {
    inline-size: 100%;
    max-inline-size: 720px;
  }
  .note.bar {
    flex-wrap: wrap;
  }
  .note.bar > .grow {
    flex: 1 1 50%;
  }
  .note.bar > .acts {
    margin: 0;
  }
  .aside {
    display: flex;
    align-items: center;
    gap: 6px;
  }
  .dots {
    margin-inline-start: -4px;
  }
  .files {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    max-inline-size: 100%;
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .files .chip {
    min-block-size: 28px;
  }
`;
