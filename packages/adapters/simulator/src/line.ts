import {refuse, type Cursor, type Refusal, type Who} from '@deskwire/domain';
import type {PortSink, TypingNotice} from '@deskwire/stream';

import type {Host, News} from './host.js';
import {Memory} from './memory.js';
import type {Network} from './network.js';
import {Session, type SessionBackend} from './session.js';

/** At most this many lost desks of one viewer are remembered. */
const MOST_LOST = 4;

/** What a line needs of the house. */
export interface LineHouse {
  readonly host: Host;
  readonly network: Network;
  now(): number;
  newEpoch(): string;
  readonly backend: Omit<SessionBackend, 'over'>;
  /** The first session of this viewer has begun, or the last one is over. */
  attended(isThere: boolean): void;
}

/** Everything between the backend and the desks of one viewer. */
export class Line {
  readonly #who: Who;
  readonly #house: LineHouse;
  #memories: readonly Memory[] = [];
  #isUp = true;

  constructor(who: Who, house: LineHouse) {
    this.#who = who;
    this.#house = house;
    house.host.listen((news) => {
      this.#hear(news);
    });
  }

  /** Opens a session where the desk left off, as far as that is remembered. */
  open(sink: PortSink, cursor: Cursor | undefined): Session {
    const known = this.#isUp && cursor ? this.#find(cursor) : undefined;
    const memory = known ?? new Memory(this.#who, this.#house.newEpoch());
    const {network, backend} = this.#house;
    const session = new Session(sink, network, {...backend, over: () => this.#over(memory)});
    if (!this.#isUp) session.cut(refuse('DW_SEND_OFFLINE'));
    else this.#begin(session, memory, known ? cursor : undefined);
    return session;
  }

  /** Tells every desk something that is not kept. */
  notice(notice: TypingNotice): void {
    for (const session of this.#sessions) session.notice(notice);
  }

  /** The cable is out until `repair`. */
  drop(): void {
    this.#isUp = false;
    for (const session of this.#sessions) session.cut(refuse('DW_SEND_OFFLINE'));
  }

  repair(): void {
    this.#isUp = true;
  }

  /** Ends every session for good. */
  expel(refusal: Refusal): void {
    for (const session of this.#sessions) session.expel(refusal);
  }

  /** Ends every session without a word; nothing is remembered. */
  close(): void {
    for (const session of this.#sessions) session.close();
    this.#memories = [];
  }

  get #sessions(): readonly Session[] {
    return this.#memories.flatMap(({session}) => session ?? []);
  }

  #begin(session: Session, memory: Memory, cursor: Cursor | undefined): void {
    const {host, now, attended} = this.#house;
    if (this.#sessions.length === 0) attended(true);
    const missed = cursor && memory.since(cursor);
    if (!missed) this.#memories = [...this.#memories, memory];
    memory.session = session;
    session.begin(now(), missed ?? memory.hydrate(host.centre, now()));
  }

  #find(cursor: Cursor): Memory | undefined {
    return this.#memories.find((memory) => !memory.session && memory.since(cursor) !== undefined);
  }

  #hear(news: News): void {
    for (const memory of this.#memories) memory.hear(news);
  }

  #over(memory: Memory): void {
    if (!memory.session) return;
    memory.session = undefined;
    const lost = this.#memories.filter(({session}) => !session);
    const forgotten = lost.slice(0, -MOST_LOST);
    this.#memories = this.#memories.filter((one) => !forgotten.includes(one));
    if (this.#sessions.length === 0) this.#house.attended(false);
  }
}
