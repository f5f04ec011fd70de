import {addons} from 'storybook/preview-api';

import {EVENT_FIRED} from './event-channel.js';
import {listenToAll} from './event-log.js';

/** Sends every event of the widgets to the events panel, whichever story fires it. */
export const relayEvents = (): void => {
  listenToAll(window, (event) => {
    addons.getChannel().emit(EVENT_FIRED, event);
  });
};
