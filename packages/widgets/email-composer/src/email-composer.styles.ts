import {css} from 'lit';

/** The mail that is read. Widths: 480 and 360 px of the card itself. */
export const emailStyles = css`
  .stack {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 12px;
  }
  .mail-head {
    padding: 16px 16px 12px;
  }
  .title {
    display: flex;
    align-items: center;
    gap: 8px;
    margin-block-end: 8px;
  }
  .name {
    flex: 1 1 auto;
    min-width: 0;
    font: var(--dw-font-heading);
    overflow-wrap: anywhere;
    border-radius: 4px;
  }
  .title > .clock {
    flex: none;
    font-size: 16px;
  }
  .title > .acts {
    display: flex;
    flex: none;
    gap: 8px;
  }
  .sender {
    display: flex;
    align-items: flex-start;
    gap: 8px 12px;
    min-width: 0;
  }
  .sender > .grow {
    flex-basis: 0;
    overflow-wrap: anywhere;
  }
  .from {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0 8px;
  }
  .from b {
    font-weight: 600;
  }
  .dated {
    display: grid;
    flex: none;
    justify-items: end;
    max-inline-size: 40%;
    padding-block-start: 2px;
  }
  .mail-head ~ .strip {
    flex-wrap: wrap;
    border-top: 0;
    border-bottom: 1px solid var(--dw-color-border);
  }
  .mail-head ~ .strip > .grow {
    flex: 1 1 50%;
  }
  .ask {
    background: var(--_dw-tint);
  }
  .note .meta.server {
    display: block;
    overflow-wrap: anywhere;
  }
  .reading {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    justify-items: start;
    gap: 10px;
    padding: 16px;
    overflow-wrap: anywhere;
  }
  .mail-head + .reading {
    padding-block-start: 4px;
  }
  .foot.thread {
    padding: 8px 16px;
  }
  .foot.thread > dw-button {
    margin-inline-start: -8px;
  }

  @container (max-width: 479px) {
    .title {
      flex-wrap: wrap;
    }
    .title:has(.state) > .name {
      flex-basis: 100%;
    }
    .title:has(.state) > .clock {
      margin-inline-start: auto;
    }
    .name {
      flex: 1 1 60%;
    }
    .title > .acts {
      flex: 1 1 100%;
    }
    .title > .acts > dw-button {
      flex: 1;
    }
    .sender {
      flex-wrap: wrap;
    }
    .dated {
      flex: 1 1 100%;
      justify-items: start;
      max-inline-size: none;
      padding-inline-start: 44px;
    }
  }
  @container (max-width: 359px) {
    .mail-head,
    .reading {
      padding-inline: 12px;
    }
  }
`;
