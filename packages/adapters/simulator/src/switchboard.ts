import {refuse, type AgentId, type RefusalCode, type Who} from '@deskwire/domain';
import type {Port, PortSession, PortSink} from '@deskwire/stream';

import type {Attendance} from './attendance.js';
import type {Backend} from './backend.js';
import type {Notices} from './chat/notices.js';
import type {Timers} from './clock.js';
import type {Host} from './host.js';
import {Line} from './line.js';
import type {Network} from './network.js';
import {Session, type SessionBackend} from './session.js';
import {whoKey} from './who-key.js';

/** What the switchboard connects. */
export interface SwitchboardHouse {
  readonly host: Host;
  readonly timers: Timers;
  readonly network: Network;
  readonly attendance: Attendance;
  readonly backend: Backend;
  readonly notices: Notices;
  newEpoch(): string;
}

/** Says no to everything. */
const closed = (code: RefusalCode): SessionBackend => {
  const no = {ok: false, refusal: refuse(code)} as const;
  return {
    command: () => no,
    query: () => no,
    upload: (_, {done}) => {
      done(no);
      return () => undefined;
    },
    download: () => no,
    notify: () => undefined,
    over: () => undefined,
  };
};

/** Connects desks and visitors' pages with the backend, and can fail to. */
export class Switchboard {
  readonly #house: SwitchboardHouse;
  readonly #lines = new Map<string, Line>();
  #isDown = false;

  constructor(house: SwitchboardHouse) {
    this.#house = house;
    house.host.listen(({facts}) => {
      for (const fact of facts) {
        const isOut = fact.type === 'agent.state-changed' && fact.presence.state === 'signed-out';
        if (isOut) this.#signOut(fact.agentId);
      }
    });
    house.notices.listen((to, notice) => this.#lines.get(whoKey(to))?.notice(notice));
  }

  port(who: Who): Port {
    return {
      name: 'simulator',
      open: (sink, cursor) => {
        const stranger = this.#strangerCode(who);
        return stranger ? this.#turnAway(sink, stranger) : this.#lineOf(who).open(sink, cursor);
      },
    };
  }

  /** Cuts off one agent, or everybody: those too who have not come yet. */
  drop(agentId?: AgentId): void {
    if (agentId === undefined) this.#isDown = true;
    for (const line of this.#linesOf(agentId)) line.drop();
  }

  repair(agentId?: AgentId): void {
    if (agentId === undefined) this.#isDown = false;
    for (const line of this.#linesOf(agentId)) line.repair();
  }

  /** Ends every session of an agent for good. */
  expel(agentId: AgentId, code: RefusalCode): void {
    for (const line of this.#linesOf(agentId)) line.expel(refuse(code));
  }

  /** Ends everything without a word. */
  close(): void {
    for (const line of this.#lines.values()) line.close();
  }

  #linesOf(agentId: AgentId | undefined): readonly Line[] {
    return agentId === undefined ? [...this.#lines.values()] : [this.#lineOf({kind: 'agent', agentId})];
  }

  /** Why nobody of that name can be connected; undefined for everybody else. */
  #strangerCode(who: Who): RefusalCode | undefined {
    const {agents, interactions} = this.#house.host.centre;
    if (who.kind === 'agent') return agents.has(who.agentId) ? undefined : 'DW_AUTH_INVALID';
    return interactions.has(who.interactionId) ? undefined : 'DW_INTERACTION_UNKNOWN';
  }

  #turnAway(sink: PortSink, code: RefusalCode): PortSession {
    const session = new Session(sink, this.#house.network, closed(code));
    session.expel(refuse(code));
    return session;
  }

  #lineOf(who: Who): Line {
    const known = this.#lines.get(whoKey(who));
    if (known) return known;
    const {host, network, timers, attendance, backend, newEpoch} = this.#house;
    const line = new Line(who, {
      host,
      network,
      newEpoch,
      now: () => timers.now(),
      backend: backend.for(who),
      attended: (isThere) => {
        if (who.kind === 'customer') return;
        if (isThere) attendance.enter(who.agentId);
        else attendance.leave(who.agentId);
      },
    });
    if (this.#isDown) line.drop();
    this.#lines.set(whoKey(who), line);
    return line;
  }

  /** Signed out means that every desk is closed, once the answer to whoever asked for it is on its way. */
  #signOut(agentId: AgentId): void {
    void Promise.resolve().then(() => {
      this.expel(agentId, 'DW_AGENT_SIGNED_OUT');
    });
  }
}
