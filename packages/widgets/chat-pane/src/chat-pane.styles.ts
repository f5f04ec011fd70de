import {css} from 'lit';

/** What the pane adds to the kit's styles. */
export const chatStyles = css`
  .card {
    display: flex;
    flex-direction: column;
    block-size: 100%;
  }
  .identity {
    display: flex;
    flex: none;
    align-items: flex-start;
    gap: 0 12px;
    padding: 16px 16px 12px;
    border-bottom: 1px solid var(--dw-color-border);
  }
  .name {
    font: var(--dw-font-heading);
  }
  .sub {
    display: flex;
    align-items: center;
    gap: var(--dw-space-2);
    min-width: 0;
    margin-top: 4px;
  }
  .sub .state {
    flex: none;
  }
  .identity > .grow {
    flex-basis: 0;
  }
  .clock {
    flex: none;
  }
  .end {
    flex: none;
    margin-block: -2px;
  }
  dw-conversation-log {
    flex: 1 1 0;
  }
  .failure {
    flex: none;
    flex-wrap: wrap;
  }
  .failure > .grow {
    flex: 1 1 60%;
  }

  @container (max-width: 479px) {
    .wide {
      display: none;
    }
  }
  @container (max-width: 359px) {
    .identity {
      display: grid;
      grid-template-columns: 32px minmax(0, 1fr) auto;
      gap: 4px 10px;
      padding-inline: 12px;
    }
    .identity > .grow {
      display: contents;
    }
    .channel {
      grid-row: 1 / span 2;
    }
    .name {
      grid-area: 1 / 2;
    }
    .clock {
      grid-area: 1 / 3;
      justify-self: end;
    }
    .sub {
      grid-area: 2 / 2;
      margin: 0;
    }
    .end {
      grid-area: 2 / 3;
      margin: 0;
    }
  }
`;
