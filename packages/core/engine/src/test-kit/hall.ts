// A small contact centre with a clock that the test winds, for the tests of this package.
import {
  engagementOf,
  legState,
  type AgentId,
  type Channel,
  type Command,
  type Engagement,
  type Fact,
  type FactType,
  type Interaction,
  type InteractionId,
  type Leg,
  type LegState,
  type RefusalCode,
  type Who,
} from '@deskwire/domain';
import {createCentre, type AgentState, type Centre, type CentreConfig} from '../centre.js';
import {nextDeadline} from '../deadlines.js';
import type {EngineEnv, Input, Signal} from '../input.js';
import {step, type Step} from '../step.js';
import {configOf, ENTRY, OPENING, type HallOptions} from './house.js';

const nameOf = ({party}: Leg): string => {
  if (party.kind === 'agent') return party.agent.id;
  return party.kind === 'number' ? party.number : party.kind;
};

/** The engine with everything around it that a test needs. */
export class Hall {
  readonly config: CentreConfig;
  centre: Centre;
  now = OPENING;
  /** Every fact since the opening. */
  readonly facts: Fact[] = [];
  /** Called with each step that made facts. */
  watch: (before: Centre, taken: Step) => void = () => {};
  #ids = 0;
  readonly #env: EngineEnv = {now: () => this.now, newId: () => `id-${(this.#ids += 1).toString()}`};

  constructor(options: HallOptions = {}) {
    this.config = configOf(options);
    this.centre = createCentre(this.config);
  }

  /** Takes one step, whatever comes of it. */
  run(input: Input): Step {
    const before = this.centre;
    const taken = step(before, input, this.#env);
    this.centre = taken.centre;
    this.facts.push(...taken.facts);
    if (taken.facts.length) this.watch(before, taken);
    return taken;
  }

  /** Gives a command, whatever comes of it. */
  give(who: AgentId | Who, command: Command): Step {
    const asking: Who = typeof who === 'string' ? {kind: 'agent', agentId: who} : who;
    return this.run({kind: 'command', who: asking, id: `c-${(this.#ids += 1).toString()}`, command});
  }

  /** Gives a command that must be done; returns the types of its facts. */
  do(who: AgentId | Who, command: Command): readonly FactType[] {
    const {result, facts} = this.give(who, command);
    if (!result.ok) throw new Error(`${command.type} was refused: ${result.refusal.code}`);
    return facts.map(({type}) => type);
  }

  /** Gives a command that must be refused; returns why. */
  refused(who: AgentId | Who, command: Command): RefusalCode {
    const {result, facts} = this.give(who, command);
    if (result.ok) throw new Error(`${command.type} was done`);
    if (facts.length) throw new Error('A refusal made facts');
    return result.refusal.code;
  }

  /** Tells what the world did; it must be taken. Returns the types of the facts. */
  tell(signal: Signal): readonly FactType[] {
    const {result, facts} = this.run({kind: 'signal', signal});
    if (!result.ok) throw new Error(`${signal.type} was refused: ${result.refusal.code}`);
    return facts.map(({type}) => type);
  }

  /** Tells what the world did; it must be refused. Returns why. */
  tellRefused(signal: Signal): RefusalCode {
    const {result} = this.run({kind: 'signal', signal});
    if (result.ok) throw new Error(`${signal.type} was taken`);
    return result.refusal.code;
  }

  /** Lets time pass, with a tick whenever one is due and one at the end. */
  pass(seconds: number): void {
    const until = this.now + seconds * 1_000;
    for (let due = nextDeadline(this.centre); due !== undefined && due <= until; due = this.#tickAt(due));
    this.now = until;
    this.run({kind: 'tick'});
  }

  /** Signs agents in, connects their desks and makes them available, a second after each other. */
  available(...agentIds: readonly AgentId[]): this {
    for (const agentId of agentIds) {
      this.now += 1_000;
      this.tell({type: 'agent.signed-in', agentId});
      this.tell({type: 'agent.connected', agentId});
      this.do(agentId, {type: 'agent.set-state', to: {state: 'available'}});
    }
    return this;
  }

  /** A customer asks to be called back, a second later. */
  callBack(interactionId: InteractionId = 'callback-1'): InteractionId {
    this.now += 1_000;
    this.tell({
      type: 'contact.arrived',
      interactionId,
      channel: 'voice',
      origin: 'callback',
      customer: {name: 'Hana', number: '+82215550142'},
      entryPointId: ENTRY.voice,
    });
    return interactionId;
  }

  /** A customer comes in, a second later. */
  arrive(channel: Channel, interactionId: InteractionId = `${channel}-1`): InteractionId {
    this.now += 1_000;
    this.tell({
      type: 'contact.arrived',
      interactionId,
      channel,
      customer: {name: 'Hana', number: '+82215550142', email: 'hana@example.com'},
      entryPointId: ENTRY[channel],
    });
    return interactionId;
  }

  /** A contact that rings at an agent. */
  rings(channel: Channel, agentId: AgentId, interactionId?: InteractionId): InteractionId {
    const id = this.arrive(channel, interactionId);
    this.tell({type: 'station.ringing', interactionId: id, agentId});
    return id;
  }

  /** A contact that an agent has accepted. */
  handled(channel: Channel, agentId: AgentId, interactionId?: InteractionId): InteractionId {
    const id = this.rings(channel, agentId, interactionId);
    this.picksUp(id, agentId);
    return id;
  }

  /** An agent answers what rings, on the phone or on the desk, wherever that is done. */
  picksUp(interactionId: InteractionId, agentId: AgentId): readonly FactType[] {
    const isPhone = this.agent(agentId).profile.station.kind === 'desk-phone';
    return isPhone && this.interaction(interactionId).channel === 'voice'
      ? this.tell({type: 'station.answered', interactionId, agentId})
      : this.do(agentId, {type: 'interaction.accept', interactionId});
  }

  /** A call of agent 1's in which agent 2 has been asked for, and rings. */
  consults(one: AgentId, two: AgentId, interactionId?: InteractionId): InteractionId {
    const id = this.handled('voice', one, interactionId);
    this.do(one, {type: 'consult.start', interactionId: id, to: {kind: 'agent', agentId: two}});
    this.tell({type: 'station.ringing', interactionId: id, agentId: two});
    return id;
  }

  /** A call in which agent 1 consults agent 2, who has accepted. */
  consulting(one: AgentId, two: AgentId, interactionId?: InteractionId): InteractionId {
    const id = this.consults(one, two, interactionId);
    this.picksUp(id, two);
    return id;
  }

  /** The same, become a conference. */
  conferring(one: AgentId, two: AgentId, interactionId?: InteractionId): InteractionId {
    const id = this.consulting(one, two, interactionId);
    this.do(one, {type: 'conference.start', interactionId: id});
    return id;
  }

  /** Who is how in a contact: legs that are not gone, by the name of their party. */
  heard(id: InteractionId): Readonly<Record<string, LegState>> {
    const interaction = this.interaction(id);
    const there = interaction.legs.filter(({presence}) => presence !== 'gone');
    return Object.fromEntries(there.map((leg) => [nameOf(leg), legState(interaction, leg)]));
  }

  /** The leg of an outside number. */
  lineOf(id: InteractionId): Leg['id'] {
    const leg = this.interaction(id).legs.find(({party}) => party.kind === 'number');
    if (!leg) throw new Error('No number was dialled');
    return leg.id;
  }

  agent(id: AgentId): AgentState {
    const found = this.centre.agents.get(id);
    if (!found) throw new Error(`No agent ${id}`);
    return found;
  }

  interaction(id: InteractionId): Interaction {
    const found = this.centre.interactions.get(id);
    if (!found) throw new Error(`No interaction ${id}`);
    return found;
  }

  engagement(id: InteractionId, agentId: AgentId): Engagement | undefined {
    return engagementOf(this.interaction(id), agentId);
  }

  /** At whom a contact rings, connects or is handled. */
  holders(id: InteractionId): readonly AgentId[] {
    return this.interaction(id)
      .engagements.filter(({phase}) => phase === 'connecting' || phase === 'offered' || phase === 'active')
      .map(({agent}) => agent.id);
  }

  /** Who waits in a queue, in order. */
  line(queueId: string): readonly InteractionId[] {
    return (this.centre.waiting.get(queueId) ?? []).map(({interactionId}) => interactionId);
  }

  /** The types of the facts since an earlier count. */
  since(count: number): readonly FactType[] {
    return this.facts.slice(count).map(({type}) => type);
  }

  #tickAt(due: number): number | undefined {
    this.now = Math.max(this.now, due);
    this.run({kind: 'tick'});
    const next = nextDeadline(this.centre);
    if (next !== undefined && next <= due) throw new Error('A deadline that is due stays due');
    return next;
  }
}
