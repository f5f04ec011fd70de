import type {AgentId, CommandType, FlowVariable, InteractionId, RefusalCode, Verdict} from '@deskwire/domain';
import type {Centre} from '@deskwire/engine';
import type {Port} from '@deskwire/stream';

import {Colleague} from './colleague.js';
import {openHouse} from './house.js';
import {MailStory} from './mail/mail-story.js';
import type {SimulatorOptions} from './options.js';
import type {Reaction} from './outside-lines.js';
import type {SampleLanguage} from './sample/words.js';
import type {CallArrival, ChatArrival} from './scripts.js';

/**
 * A whole contact centre in the page: the engine, its agents' desks, its customers. Desks get ports; the story is told
 * with verbs. Nothing leaves the page, and with a seed and a clock of one's own nothing is left to chance.
 */
export class Simulator extends MailStory {
  readonly language: SampleLanguage;
  readonly #colleagues = new Map<AgentId, Colleague>();

  constructor(options: SimulatorOptions = {}) {
    super(openHouse(options));
    this.language = options.language ?? 'en';
  }

  /** The contact centre now: for tests and for those who explain what happens. */
  get centre(): Centre {
    return this.house.host.centre;
  }

  /** The port of an agent's desk. Opening it signs the agent in; several desks may share one simulator. */
  port(agentId: AgentId): Port {
    return this.house.switchboard.port({kind: 'agent', agentId});
  }

  /** The port of a visitor's own page. */
  visitorPort(interactionId: InteractionId): Port {
    return this.house.switchboard.port({kind: 'customer', interactionId});
  }

  /** An agent whom the story plays, without a desk. */
  colleague(agentId: AgentId): Colleague {
    const known = this.#colleagues.get(agentId);
    const colleague = known ?? new Colleague(agentId, this.house);
    this.#colleagues.set(agentId, colleague);
    return colleague;
  }

  /** The call that an agent has now, whatever became of it so far; for calls that a desk has made. */
  openCall(agentId: AgentId): InteractionId | undefined {
    const {work = []} = this.centre.agents.get(agentId) ?? {};
    return work.findLast(({channel}) => channel === 'voice')?.interactionId;
  }

  // Customers.

  callArrives(call: CallArrival = {}): InteractionId {
    return this.house.actors.cast(this.house.customers.call(call), call.script);
  }

  chatArrives(chat: ChatArrival = {}): InteractionId {
    return this.house.actors.cast(this.house.customers.chat(chat), chat.script);
  }

  /** Writes in their chat, or a further mail to their thread. */
  customerSays(interactionId: InteractionId, text: string): Verdict {
    return this.house.customers.say(interactionId, text);
  }

  customerHangsUp(interactionId: InteractionId): Verdict {
    return this.house.customers.hangUp(interactionId);
  }

  /** A customer who is dialled answers now, and does not wait as long as they otherwise would. */
  customerPicksUp(interactionId: InteractionId): Verdict {
    return this.house.lines.customer('answered', interactionId);
  }

  /** A customer who is dialled lets it ring, refuses, or cannot be reached. */
  customerDoesNotPickUp(
    interactionId: InteractionId,
    why: Exclude<Reaction, 'answered'> = 'unanswered',
  ): Verdict {
    return this.house.lines.customer(why, interactionId);
  }

  /** What customers do from now on when they are dialled, or the one of this number: after `picksUpAfter`, by themselves. */
  dialledCustomers(reaction: Reaction, number?: string): void {
    this.house.lines.expect(reaction, number);
  }

  // Outside numbers. Whoever is dialled answers by themselves after a while.

  /** From now on, phones outside ring so many milliseconds until somebody answers; `Infinity`: as the story says. */
  picksUpAfter(ms: number): void {
    this.house.lines.pickUpMs = ms;
  }

  numberAnswers(number: string): Verdict {
    return this.house.lines.answer(number);
  }

  numberDeclines(number: string): Verdict {
    return this.house.lines.decline(number);
  }

  /** Nobody can be reached there. */
  numberFails(number: string): Verdict {
    return this.house.lines.fail(number);
  }

  numberHangsUp(number: string): Verdict {
    return this.house.lines.hangUp(number);
  }

  // Phones.

  /** From now on, phones and pages ring so many milliseconds after a reservation; `Infinity`: never by themselves. */
  connectsAfter(ms: number): void {
    this.house.stations.connectDelayMs = ms;
  }

  /** Rings now what is connecting. */
  phoneRings(interactionId: InteractionId, agentId: AgentId): Verdict {
    return this.house.stations.ring(interactionId, agentId);
  }

  /** A desk phone is lifted while it rings. */
  phoneAnswers(agentId: AgentId): Verdict {
    return this.house.stations.answer(agentId);
  }

  phoneDeclines(agentId: AgentId): Verdict {
    return this.house.stations.decline(agentId);
  }

  /** The phone cannot be reached. */
  phoneFails(agentId: AgentId): Verdict {
    return this.house.stations.fail(agentId);
  }

  /** The receiver is put back: a call of one's own is over, somebody else's is left. */
  phoneHangsUp(agentId: AgentId): Verdict {
    return this.house.stations.hangUp(agentId);
  }

  handset(agentId: AgentId, offHook: boolean): Verdict {
    return this.house.stations.hook(agentId, offHook);
  }

  // The flow and the lines.

  /** The flow sets values of a contact, whoever edits them. */
  flowSets(interactionId: InteractionId, values: Readonly<Record<string, string>>): Verdict {
    return this.house.flow.sets(interactionId, values);
  }

  /** The flow has other variables from now on. */
  flowDefines(interactionId: InteractionId, variables: readonly FlowVariable[]): Verdict {
    return this.house.flow.defines(interactionId, variables);
  }

  /** No further call can be made: at the data centre's limit (26) or the tenant's (27). */
  linesAreFull(code: 26 | 27 = 27): void {
    this.house.flow.fillLines(code);
  }

  linesAreFree(): void {
    this.house.flow.freeLines();
  }

  /**
   * When this backend is next asked to dial, a caller comes in just before that: an agent who is Available has their
   * request, and the call that they wanted to make has lost the race.
   */
  inboundWinsNext(call: CallArrival = {}): void {
    this.house.backend.beforeNext(['outdial.call', 'campaign.next'], () => {
      this.callArrives(call);
    });
  }

  // Mishaps.

  /** Cuts every desk and page off, or one agent's; none comes in or back before `networkReturns`. */
  networkDrops(agentId?: AgentId): void {
    this.house.switchboard.drop(agentId);
  }

  networkReturns(agentId?: AgentId): void {
    this.house.switchboard.repair(agentId);
  }

  /** The backend answers nothing for a while: what is sent stays under way. */
  backendStalls(): void {
    this.house.network.stall();
  }

  backendGoesOn(): void {
    this.house.network.flow();
  }

  /** The next command of any desk, or the next of one type, gets this no. Sent again it is decided as always. */
  refusesNext(code: RefusalCode, type?: CommandType): void {
    this.house.backend.refuseNext(code, type);
  }

  /** Ends an agent's sessions for good, as when another desk takes over. */
  sessionEnds(agentId: AgentId, code: RefusalCode = 'DW_WIRE_REPLACED'): void {
    this.house.switchboard.expel(agentId, code);
  }

  /**
   * Runs something later in the time of this contact centre.
   * @returns Takes it back.
   */
  after(ms: number, run: () => void): () => void {
    return this.house.timers.after(ms, run);
  }

  /** Stops everything: no timer is left, no desk hears anything more. */
  close(): void {
    this.house.switchboard.close();
    this.house.timers.stop();
  }
}
