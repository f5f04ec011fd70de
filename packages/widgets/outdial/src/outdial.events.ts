import {DoneEvent} from '@deskwire/kit';

/** The dialog was closed, whether anybody was called or not. */
export class OutdialClosedEvent extends DoneEvent<null> {
  constructor() {
    super('dw-outdial-closed', null);
  }
}

declare global {
  interface HTMLElementEventMap {
    'dw-outdial-closed': OutdialClosedEvent;
  }
}
