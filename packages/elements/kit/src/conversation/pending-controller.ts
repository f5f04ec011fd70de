import type {ConnectionStatus, PendingCommand} from '@deskwire/stream';

import type {ControllerHost} from '../context/consume.js';
import {SourceController} from '../controllers/stream-controller.js';
import {isSameList} from '../same-list.js';

const NONE: readonly PendingCommand[] = [];

/**
 * The commands under way that a host wants to show by themselves, oldest first: messages of a chat, mails. It wakes the host
 * only when one of those changed.
 */
export class PendingController extends SourceController<readonly PendingCommand[]> {
  constructor(host: ControllerHost, wants: (pending: PendingCommand) => boolean) {
    super(host, () => ({
      subscribe: (stream) => ({
        subscribe: (next) => {
          let last = NONE;
          return stream.pending$.subscribe((all) => {
            const wanted = [...all.values()].filter(wants);
            if (isSameList(wanted, last)) return;
            last = wanted;
            next(wanted);
          });
        },
      }),
      now: () => NONE,
    }));
  }
}

/** How the connection is. */
export class ConnectionController extends SourceController<ConnectionStatus | undefined> {
  constructor(host: ControllerHost) {
    super(host, () => ({subscribe: (stream) => stream.status$, now: () => undefined}));
  }
}
