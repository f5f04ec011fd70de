import {css} from 'lit';

/** What the visitor's chat adds to the kit's styles. The page sizes the element; the log takes what is left. */
export const visitorStyles = css`
  :host {
    display: flex;
    flex-direction: column;
    block-size: 560px;
    max-block-size: 100dvh;
  }
  .card,
  form {
    display: flex;
    flex: 1 1 auto;
    flex-direction: column;
    min-height: 0;
  }

  .title {
    display: flex;
    align-items: flex-start;
    gap: 12px;
  }
  .title h2 {
    font: var(--dw-font-heading);
  }
  .title.bar {
    flex: none;
    padding: 12px 12px 10px 16px;
    border-bottom: 1px solid var(--dw-color-border);
  }
  .title .state {
    margin-top: 2px;
  }

  .fields {
    display: flex;
    flex: 1 1 auto;
    flex-direction: column;
    gap: var(--dw-space-3);
    min-height: 0;
    padding: 16px;
    overflow-y: auto;
  }
  .fields .why:empty {
    margin: 0;
  }
  .foot {
    flex: none;
    flex-wrap: wrap;
    justify-content: flex-end;
  }
  .foot dw-button {
    flex: none;
  }
  .foot .back {
    margin-inline-start: calc(-1 * var(--dw-space-3));
  }

  .strip {
    flex: none;
    border-top: 0;
    border-bottom: 1px solid var(--dw-color-border);
  }
  .strip.asking {
    flex-wrap: wrap;
    padding-inline-end: 12px;
  }
  dw-conversation-log {
    flex: 1 1 auto;
    min-height: 0;
  }
  dw-conversation-log ~ .strip {
    border-top: 1px solid var(--dw-color-border);
    border-bottom: 0;
  }
  .soon {
    display: flex;
    flex: none;
    align-items: center;
    gap: 8px;
    padding: 4px 16px 10px;
    color: var(--dw-color-text-muted);
  }
  .closing {
    flex: 1 1 160px;
    border-radius: 4px;
  }
  .foot.left > .closing {
    flex-basis: 100%;
  }
  .coming {
    display: flex;
    flex: 1 1 auto;
    align-items: center;
    justify-content: center;
    gap: 8px;
    padding: 16px;
    color: var(--dw-color-text-muted);
  }

  @container (max-width: 359px) {
    .title.bar {
      flex-wrap: wrap;
    }
    .foot > dw-button,
    .asking dw-button {
      flex: 1 1 auto;
    }
    .asking > .grow {
      flex: 1 0 100%;
    }
  }
`;
