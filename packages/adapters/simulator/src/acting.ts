import {
  refuse,
  type AgentId,
  type Command,
  type InteractionId,
  type Phase,
  type Verdict,
} from '@deskwire/domain';

import type {Attendance} from './attendance.js';
import type {FileStore} from './chat/file-store.js';
import type {Notices} from './chat/notices.js';
import type {Host} from './host.js';

/** What somebody without a desk makes use of. */
export interface ActingHouse {
  readonly host: Host;
  readonly attendance: Attendance;
  readonly files: FileStore;
  readonly notices: Notices;
}

/** Somebody who gives an agent's commands without a desk. Without an id, the first contact is meant that fits. */
export abstract class Acting {
  readonly agentId: AgentId;
  protected readonly house: ActingHouse;
  #count = 0;

  constructor(agentId: AgentId, house: ActingHouse) {
    this.agentId = agentId;
    this.house = house;
  }

  /** Whatever an agent can ask for. */
  does(command: Command): Verdict {
    this.#count += 1;
    const id = `${this.agentId}-does-${this.#count}`;
    return this.house.host.take({kind: 'command', who: {kind: 'agent', agentId: this.agentId}, id, command});
  }

  /** The first contact of theirs in this phase. */
  protected first(phase: Phase): InteractionId | undefined {
    const {work = []} = this.house.host.centre.agents.get(this.agentId) ?? {};
    return work.find((one) => one.phase === phase)?.interactionId;
  }

  protected about(interactionId: InteractionId | undefined, does: (id: InteractionId) => Verdict): Verdict {
    return interactionId === undefined
      ? {ok: false, refusal: refuse('DW_INTERACTION_UNKNOWN')}
      : does(interactionId);
  }
}
