import {reduceInteraction, type Cursor, type Fact, type FactOf, type Who} from '@deskwire/domain';
import {audienceOf, DeskFeed, snapshotFor} from '@deskwire/engine';
import {encode, type ServerMessage} from '@deskwire/protocol';

import type {CentreHost} from '../centre/centre-host.js';
import {callerName} from '../centre/caller.js';
import type {Told} from '../centre/flush.js';

/** Facts that can be told again to a desk that was away: so many, and no older than this. */
const RING_FACTS = 2_000;
const RING_MS = 5 * 60_000;
/** A viewer without a socket is forgotten after this long. */
const KEEP_MS = RING_MS;

/** Where facts go: the message is ready for the wire, and the same for every desk of the viewer. */
export type FactSink = (message: string) => void;

/** What a desk is told first. */
export interface Opening {
  readonly epoch: string;
  /** True: `facts` follow the cursor. False: they are a snapshot. */
  readonly resumed: boolean;
  readonly facts: readonly Fact[];
}

interface Viewer {
  readonly who: Who;
  readonly epoch: string;
  readonly feed: DeskFeed;
  readonly sinks: Set<FactSink>;
  ring: {readonly fact: Fact; readonly toldAt: number}[];
  emptySince: number;
}

/** The facts after a cursor; undefined where they are not all there any more. */
const after = ({epoch, feed, ring}: Viewer, cursor: Cursor | undefined): readonly Fact[] | undefined => {
  if (cursor?.epoch !== epoch || cursor.seq > feed.cursor.seq) return undefined;
  if (cursor.seq === feed.cursor.seq) return [];
  const first = ring[0]?.fact.seq;
  if (first === undefined || first > cursor.seq + 1) return undefined;
  return ring.flatMap(({fact}) => (fact.seq > cursor.seq ? [fact] : []));
};

/** A fact as it may be told from now on: what was redacted in a message is in no repetition of it either. */
const redacted = (fact: Fact, redaction: FactOf<'message.redacted'>): Fact => {
  const {interactionId, messageId, text, redactions} = redaction;
  if (fact.type === 'desk.hydrated') {
    const interactions = fact.snapshot.interactions.map((one) =>
      one.id === interactionId ? (reduceInteraction(one, redaction) ?? one) : one,
    );
    return {...fact, snapshot: {...fact.snapshot, interactions}};
  }
  if (!('interactionId' in fact) || fact.interactionId !== interactionId) return fact;
  if (fact.type === 'message.posted' && fact.message.id === messageId)
    return {...fact, message: {...fact.message, text, redactions}};
  return fact.type === 'interaction.shown'
    ? {...fact, interaction: reduceInteraction(fact.interaction, redaction) ?? fact.interaction}
    : fact;
};

/**
 * What each viewer is told: one feed per agent or visitor, shared by all their desks, with the newest facts kept for
 * those who come back. It lives in this process: after a restart every desk gets a snapshot.
 */
export class Feeds {
  readonly #host: CentreHost;
  readonly #now: () => number;
  readonly #boot: string;
  readonly #viewers = new Map<string, Viewer>();
  readonly #stop: () => void;
  #made = 0;

  /** @param boot Names this process among all that ever served the desks. */
  constructor(host: CentreHost, boot: string, now: () => number) {
    this.#host = host;
    this.#boot = boot;
    this.#now = now;
    this.#stop = host.listen((told) => this.#tell(told));
  }

  /** What to tell a desk first; whatever comes after it goes to the sink. */
  open(who: Who, cursor: Cursor | undefined, sink: FactSink): Opening {
    const viewer = this.#viewers.get(callerName(who)) ?? this.#make(who);
    viewer.sinks.add(sink);
    const facts = after(viewer, cursor);
    const {epoch} = viewer;
    return facts ? {epoch, resumed: true, facts} : {epoch, resumed: false, facts: [this.#snapshot(viewer)]};
  }

  /** Tells this sink nothing more. */
  close(who: Who, sink: FactSink): void {
    const viewer = this.#viewers.get(callerName(who));
    viewer?.sinks.delete(sink);
    if (viewer?.sinks.size === 0) viewer.emptySince = this.#now();
  }

  /** Tells a viewer something that is no fact, now or never. */
  say(who: Who, message: ServerMessage): void {
    const sinks = this.#viewers.get(callerName(who))?.sinks;
    if (!sinks?.size) return;
    const text = encode(message);
    for (const sink of sinks) sink(text);
  }

  /** Forgets viewers who have been away too long. */
  sweep(): void {
    const now = this.#now();
    for (const [name, {sinks, emptySince}] of this.#viewers) {
      if (!sinks.size && now - emptySince > KEEP_MS) this.#viewers.delete(name);
    }
  }

  /** Tells nobody anything any more. */
  stop(): void {
    this.#stop();
  }

  #make(who: Who): Viewer {
    const epoch = `${this.#boot}.${(this.#made += 1)}`;
    const feed = new DeskFeed(who, epoch);
    const first = feed.hydrate(this.#host.centre, this.#now());
    const now = this.#now();
    const viewer = {
      who,
      epoch,
      feed,
      sinks: new Set<FactSink>(),
      ring: [{fact: first, toldAt: now}],
      emptySince: now,
    };
    this.#viewers.set(callerName(who), viewer);
    return viewer;
  }

  /** Stands at the feed's own position: the desks that are there already need not be told, and see no gap. */
  #snapshot({who, epoch, feed}: Viewer): Fact {
    const snapshot = snapshotFor(this.#host.centre, who);
    return {type: 'desk.hydrated', seq: feed.cursor.seq, at: this.#now(), epoch, snapshot};
  }

  #tell({before, after: centre, facts}: Told): void {
    const told = new Map<Viewer, Fact[]>();
    for (const fact of facts) {
      for (const who of audienceOf(before, centre, fact)) {
        const viewer = this.#viewers.get(callerName(who));
        if (viewer)
          told.set(viewer, [...(told.get(viewer) ?? []), ...viewer.feed.push(before, centre, fact)]);
      }
    }
    for (const [viewer, news] of told) if (news.length) this.#deliver(viewer, news);
  }

  #forget(viewer: Viewer, redaction: FactOf<'message.redacted'>): void {
    viewer.ring = viewer.ring.map(({fact, toldAt}) => ({fact: redacted(fact, redaction), toldAt}));
  }

  #deliver(viewer: Viewer, facts: readonly Fact[]): void {
    const now = this.#now();
    for (const fact of facts) if (fact.type === 'message.redacted') this.#forget(viewer, fact);
    viewer.ring.push(...facts.map((fact) => ({fact, toldAt: now})));
    const fresh = viewer.ring.findIndex(({toldAt}) => now - toldAt <= RING_MS);
    const surplus = Math.max(fresh, viewer.ring.length - RING_FACTS);
    // Cut seldom, so that not every fact moves the whole ring.
    if (surplus > RING_FACTS / 10) viewer.ring = viewer.ring.slice(surplus);
    if (!viewer.sinks.size) return;
    const message = encode({type: 'facts', facts});
    for (const sink of viewer.sinks) sink(message);
  }
}
