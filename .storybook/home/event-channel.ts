/** What the preview sends to the events panel of the manager. */
export const EVENT_FIRED = 'deskwire/event-fired';
/** The panel's own name. */
export const EVENTS_PANEL = 'deskwire/events';
