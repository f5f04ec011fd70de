import {css} from 'lit';

/**
 * A surface of the top layer at an anchor: `.anchor` on what it hangs from, `popover="manual" class="popover top"` on the
 * surface, one pair per shadow root. `PopoverController` opens, closes and, in old browsers, places it.
 */
export const popoverStyles = css`
  .anchor {
    anchor-name: --dw-anchor;
  }
  .popover {
    position: fixed;
    inset: auto;
    width: max-content;
    max-width: calc(100vw - 16px);
    max-height: calc(100vh - 16px);
    margin: 4px 0;
    padding: 0;
    overflow: auto;
    position-anchor: --dw-anchor;
    position-area: block-end span-inline-end;
    position-try-fallbacks:
      flip-block,
      flip-inline,
      flip-block flip-inline;
  }
  .popover.at-end {
    position-area: block-end span-inline-start;
  }
`;
