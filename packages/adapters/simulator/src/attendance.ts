import type {AgentId} from '@deskwire/domain';

import type {Host} from './host.js';

/** Who is there: by a desk that is connected, or because the story says so. Signs in whoever comes. */
export class Attendance {
  readonly #host: Host;
  readonly #counts = new Map<AgentId, number>();

  constructor(host: Host) {
    this.#host = host;
  }

  enter(agentId: AgentId): void {
    const count = this.#counts.get(agentId) ?? 0;
    this.#counts.set(agentId, count + 1);
    this.#host.take({kind: 'signal', signal: {type: 'agent.signed-in', agentId}});
    if (count === 0) this.#host.take({kind: 'signal', signal: {type: 'agent.connected', agentId}});
  }

  leave(agentId: AgentId): void {
    const count = this.#counts.get(agentId) ?? 0;
    if (count === 0) return;
    this.#counts.set(agentId, count - 1);
    if (count === 1) this.#host.take({kind: 'signal', signal: {type: 'agent.disconnected', agentId}});
  }
}
