import type {InteractionId} from '@deskwire/domain';
import {defineElement, provideContext, streamContext, type Direction, type Locale} from '@deskwire/kit';
import type {StreamHandle} from '@deskwire/stream';

import {LeaveGuardElement} from './leave-guard.element.js';

/** Edits of a pane that was taken out of the page. */
export interface LeftEdits {
  readonly stream: StreamHandle;
  readonly interactionId: InteractionId;
  readonly locale: Locale;
  readonly dir: Direction;
  readonly theme: string;
  readonly ownerDocument: Document;
}

/**
 * Asks what becomes of them, in a dialog at the end of the page: the place where the pane stood may be gone. It goes by
 * itself when a pane shows the contact again, or when nothing is unsaved any more. What stands there has a name of ours:
 * a page may hide what it knows, such as every `div`.
 */
export const guardEdits = ({stream, interactionId, locale, dir, theme, ownerDocument}: LeftEdits): void => {
  defineElement('dw-cad-leave-guard', LeaveGuardElement, '0.1.0');
  const place = ownerDocument.createElement('dw-cad-leave-place');
  place.lang = locale;
  place.dir = dir;
  if (theme) place.dataset['dwTheme'] = theme;
  const provision = provideContext(place, streamContext, stream);
  const guard = ownerDocument.createElement('dw-cad-leave-guard');
  guard.interactionId = interactionId;
  guard.close = () => {
    place.remove();
    provision.close();
  };
  place.append(guard);
  ownerDocument.body.append(place);
};
