import type {AgentId, Interaction, InteractionId, QueueId} from '@deskwire/domain';
import type {AgentState, Centre, FlowPath, Waiting} from './centre.js';
import {
  contactKey,
  frontFrom,
  markOf,
  placeOf,
  type ContactLists,
  type ContactMark,
} from './contact-lists.js';
import {
  addDeadline,
  deadlinesOfAgent,
  deadlinesOfInteraction,
  removeDeadline,
  type Deadline,
} from './deadlines.js';
import {LayeredMap} from './layered-map.js';
import {linesOf} from './legs.js';

/** Longest waiting first; ties by id, so that the order is the same in every run. */
export const byAge = (a: Waiting, b: Waiting): number =>
  a.since - b.since || (a.interactionId < b.interactionId ? -1 : 1);

/** A mail of a thread can wait to leave; nothing waits for a message of a chat. */
const sameMails = (a: Interaction | undefined, b: Interaction | undefined): boolean =>
  a?.content === b?.content || b?.content.kind !== 'email';

/** Of the interaction, what its deadlines follow from. */
const sameClocks = (a: Interaction | undefined, b: Interaction | undefined): boolean =>
  a?.engagements === b?.engagements &&
  a?.recording === b?.recording &&
  a?.legs === b?.legs &&
  a?.ending === b?.ending &&
  sameMails(a, b);

/**
 * A centre under change, for the length of one step or one replay. Each map is branched at most once, when it is first
 * written; `done` hands the copies out and the draft must not be used again.
 */
export class Draft {
  readonly #base: Centre;
  #agents: LayeredMap<AgentId, AgentState> | undefined;
  #interactions: LayeredMap<InteractionId, Interaction> | undefined;
  #waiting: Map<QueueId, readonly Waiting[]> | undefined;
  #flows: LayeredMap<InteractionId, FlowPath> | undefined;
  #marks: LayeredMap<string, ContactMark> | undefined;
  #fronts: Map<string, number> | undefined;
  #deadlines: Deadline[] | undefined;
  /** Position of the last fact. */
  seq: number;
  /** Lines to the world outside. */
  lines: number;
  /** Queues in which a contact came to wait, or whose agents changed: where routing has to look. */
  readonly unrouted = new Set<QueueId>();

  constructor(base: Centre) {
    this.#base = base;
    this.seq = base.seq;
    this.lines = base.lines;
  }

  get config(): Centre['config'] {
    return this.#base.config;
  }

  get rosters(): Centre['rosters'] {
    return this.#base.rosters;
  }

  get names(): Centre['names'] {
    return this.#base.names;
  }

  get agents(): ReadonlyMap<AgentId, AgentState> {
    return this.#agents ?? this.#base.agents;
  }

  get interactions(): ReadonlyMap<InteractionId, Interaction> {
    return this.#interactions ?? this.#base.interactions;
  }

  get waiting(): ReadonlyMap<QueueId, readonly Waiting[]> {
    return this.#waiting ?? this.#base.waiting;
  }

  get flows(): ReadonlyMap<InteractionId, FlowPath> {
    return this.#flows ?? this.#base.flows;
  }

  get contacts(): ContactLists {
    const {contacts} = this.#base;
    return this.#marks ? {marks: this.#marks, fronts: this.#fronts ?? contacts.fronts} : contacts;
  }

  get deadlines(): readonly Deadline[] {
    return this.#deadlines ?? this.#base.deadlines;
  }

  /** Replaces an agent that exists. */
  putAgent(agent: AgentState): void {
    const {id, queueIds} = agent.profile;
    const {tenant} = this.config;
    this.#reschedule(deadlinesOfAgent(this.agents.get(id), tenant), deadlinesOfAgent(agent, tenant));
    this.#agents ??= LayeredMap.branch(this.#base.agents);
    this.#agents.put(id, agent);
    for (const queueId of queueIds) this.unrouted.add(queueId);
  }

  /** Replaces, adds, or (undefined) removes an interaction. */
  putInteraction(id: InteractionId, interaction: Interaction | undefined): void {
    const {tenant} = this.config;
    const old = this.interactions.get(id);
    if (!sameClocks(old, interaction)) {
      this.#reschedule(deadlinesOfInteraction(old, tenant), deadlinesOfInteraction(interaction, tenant));
    }
    if (old?.legs !== interaction?.legs) this.lines += linesOf(interaction) - linesOf(old);
    this.#interactions ??= LayeredMap.branch(this.#base.interactions);
    if (interaction) this.#interactions.put(id, interaction);
    else this.#interactions.drop(id);
  }

  /** Replaces, adds, or (undefined) removes what is known of a contact's way through the flows. */
  putFlow(id: InteractionId, path: FlowPath | undefined): void {
    if (!path && !this.flows.has(id)) return;
    this.#flows ??= LayeredMap.branch(this.#base.flows);
    if (path) this.#flows.put(id, path);
    else this.#flows.drop(id);
  }

  /** Says what became of a contact of a campaign; its list begins anew where it is free again. */
  markContact(campaignId: string, contactId: string, state: ContactMark['state']): void {
    const {config} = this;
    const old = this.contacts.fronts.get(campaignId) ?? 0;
    this.#marks ??= LayeredMap.branch(this.#base.contacts.marks);
    this.#marks.put(contactKey(campaignId, contactId), markOf(state));
    const from = state === 'free' ? Math.min(old, placeOf(config, campaignId, contactId)) : old;
    const front = frontFrom(config, this.contacts, campaignId, from);
    if (front === old) return;
    this.#fronts ??= new Map(this.#base.contacts.fronts);
    this.#fronts.set(campaignId, front);
  }

  /** Puts a contact into its queue, at the place that its age gives it. */
  wait(entry: Waiting): void {
    const {queueId, interactionId} = entry;
    this.unwait(interactionId, queueId);
    const queue = this.waiting.get(queueId) ?? [];
    const before = queue.findLastIndex((other) => byAge(other, entry) < 0);
    this.#putQueue(queueId, queue.toSpliced(before + 1, 0, entry));
    this.unrouted.add(queueId);
  }

  /** Takes a contact out of its queue; one that does not wait is ignored. */
  unwait(interactionId: InteractionId, queueId: QueueId): void {
    const queue = this.waiting.get(queueId);
    if (!queue?.some((entry) => entry.interactionId === interactionId)) return;
    this.#putQueue(
      queueId,
      queue.filter((entry) => entry.interactionId !== interactionId),
    );
  }

  /** The centre as it is now. */
  done(): Centre {
    this.#agents?.settle();
    this.#interactions?.settle();
    this.#flows?.settle();
    this.#marks?.settle();
    const {config, rosters, names, seq, agents, interactions, waiting, flows, contacts, deadlines, lines} =
      this;
    return {config, rosters, names, seq, agents, interactions, waiting, flows, contacts, deadlines, lines};
  }

  #putQueue(queueId: QueueId, queue: readonly Waiting[]): void {
    this.#waiting ??= new Map(this.#base.waiting);
    if (queue.length) this.#waiting.set(queueId, queue);
    else this.#waiting.delete(queueId);
  }

  #reschedule(old: readonly Deadline[], now: readonly Deadline[]): void {
    if (!old.length && !now.length) return;
    this.#deadlines ??= [...this.#base.deadlines];
    for (const deadline of old) removeDeadline(this.#deadlines, deadline);
    for (const deadline of now) addDeadline(this.#deadlines, deadline);
  }
}
