import type {ChosenState} from '@deskwire/domain';
import {DoneEvent, RequestEvent} from '@deskwire/kit';

/** What the state events carry: the state that the agent chose. */
export interface AgentStateDetail {
  readonly to: ChosenState;
}

/** The agent chose a state. Prevent it, and nothing is sent. */
export class AgentStateRequestEvent extends RequestEvent<AgentStateDetail> {
  constructor(to: ChosenState) {
    super('dw-agent-state-request', {to});
  }
}

/** The chosen state holds. */
export class AgentStateDoneEvent extends DoneEvent<AgentStateDetail> {
  constructor(to: ChosenState) {
    super('dw-agent-state-done', {to});
  }
}

/** The agent asked to be signed out. Prevent it, and nothing is sent. */
export class SignOutRequestEvent extends RequestEvent<Record<string, never>> {
  constructor() {
    super('dw-sign-out-request', {});
  }
}

/** The agent is signed out. */
export class SignOutDoneEvent extends DoneEvent<Record<string, never>> {
  constructor() {
    super('dw-sign-out-done', {});
  }
}

declare global {
  interface HTMLElementEventMap {
    'dw-agent-state-request': AgentStateRequestEvent;
    'dw-agent-state-done': AgentStateDoneEvent;
    'dw-sign-out-request': SignOutRequestEvent;
    'dw-sign-out-done': SignOutDoneEvent;
  }
}
