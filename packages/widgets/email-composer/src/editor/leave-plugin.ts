import {Plugin} from 'prosemirror-state';
import {isComposingKey} from '@deskwire/kit';

/**
 * Lets go of the focus (WCAG 2.1.2): after Escape the next Tab is the page's, also in tables and lists, where Tab otherwise
 * moves within the text.
 */
export const leavePlugin = (): Plugin => {
  let isLeaving = false;
  return new Plugin({
    props: {
      handleDOMEvents: {
        keydown: (_, event) => {
          if (isComposingKey(event)) return false;
          if (event.key === 'Tab' && isLeaving) return true;
          if (event.key !== 'Shift') isLeaving = event.key === 'Escape';
          return false;
        },
        blur: () => {
          isLeaving = false;
          return false;
        },
      },
    },
  });
};
