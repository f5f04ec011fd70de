import {
  refuse,
  type AgentId,
  type CommandEnvelope,
  type CommandType,
  type Query,
  type RefusalCode,
  type Who,
} from '@deskwire/domain';
import {answerHistory, answerQuery, isHistoryQuery, type Archive, type History} from '@deskwire/engine';
import type {CommandResult, Port, PortSession, PortSink, QueryResult} from '@deskwire/stream';

import type {Attendance} from './attendance.js';
import type {Timers} from './clock.js';
import type {Host} from './host.js';
import {Ledger} from './ledger.js';
import {Line} from './line.js';
import type {Network} from './network.js';
import {Session} from './session.js';

const keyOf = (who: Who): string =>
  who.kind === 'agent' ? `agent ${who.agentId}` : `customer ${who.interactionId}`;

/** What the switchboard connects. */
export interface SwitchboardHouse {
  readonly host: Host;
  readonly timers: Timers;
  readonly network: Network;
  readonly attendance: Attendance;
  /** Messages that are too old for a snapshot. */
  readonly archive: Archive;
  /** What happened before. */
  readonly history: History;
  newEpoch(): string;
}

/** Connects desks and visitors' pages with the backend, and can fail to. */
export class Switchboard {
  readonly #house: SwitchboardHouse;
  readonly #ledger = new Ledger();
  readonly #lines = new Map<string, Line>();
  #isDown = false;
  #refusal: {readonly code: RefusalCode; readonly type: CommandType | undefined} | undefined;
  #surprise: {readonly types: readonly CommandType[]; readonly happens: () => void} | undefined;

  constructor(house: SwitchboardHouse) {
    this.#house = house;
    house.host.listen(({facts}) => {
      for (const fact of facts) {
        const isOut = fact.type === 'agent.state-changed' && fact.presence.state === 'signed-out';
        if (isOut) this.#signOut(fact.agentId);
      }
    });
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

  /** The next command, or the next of one type, gets this no. */
  refuseNext(code: RefusalCode, type?: CommandType): void {
    this.#refusal = {code, type};
  }

  /** Something happens between the next command of one of these types and the decision about it. */
  beforeNext(types: readonly CommandType[], happens: () => void): void {
    this.#surprise = {types, happens};
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
    const no = {ok: false, refusal: refuse(code)} as const;
    const backend = {command: () => no, query: () => no, over: () => undefined};
    const session = new Session(sink, this.#house.network, backend);
    session.expel(refuse(code));
    return session;
  }

  #lineOf(who: Who): Line {
    const known = this.#lines.get(keyOf(who));
    if (known) return known;
    const {host, network, timers, attendance, newEpoch} = this.#house;
    const line = new Line(who, {
      host,
      network,
      newEpoch,
      now: () => timers.now(),
      command: (envelope) => this.#decide(who, envelope),
      query: (query) => this.#answer(who, query),
      attended: (isThere) => {
        if (who.kind === 'customer') return;
        if (isThere) attendance.enter(who.agentId);
        else attendance.leave(who.agentId);
      },
    });
    if (this.#isDown) line.drop();
    this.#lines.set(keyOf(who), line);
    return line;
  }

  #decide(who: Who, envelope: CommandEnvelope): CommandResult {
    const {id, command} = envelope;
    return this.#ledger.once(who, envelope, () => {
      this.#surpriseAt(command.type);
      return this.#takeRefusal(command.type) ?? this.#house.host.take({kind: 'command', who, id, command});
    });
  }

  #surpriseAt(type: CommandType): void {
    const next = this.#surprise;
    if (!next?.types.includes(type)) return;
    this.#surprise = undefined;
    next.happens();
  }

  #takeRefusal(type: CommandType): CommandResult | undefined {
    const next = this.#refusal;
    if (!next || (next.type !== undefined && next.type !== type)) return undefined;
    this.#refusal = undefined;
    return {ok: false, refusal: refuse(next.code)};
  }

  #answer<Q extends Query>(who: Who, query: Q): QueryResult<Q['type']> {
    const {host, archive, history, timers} = this.#house;
    const asked: Query = query;
    const answer = isHistoryQuery(asked)
      ? answerHistory(host.centre, who, asked, history, timers.now())
      : answerQuery(host.centre, who, asked, archive);
    return answer as QueryResult<Q['type']>;
  }

  /** Signed out means that every desk is closed, once the answer to whoever asked for it is on its way. */
  #signOut(agentId: AgentId): void {
    void Promise.resolve().then(() => {
      this.expel(agentId, 'DW_AGENT_SIGNED_OUT');
    });
  }
}
