import type {AgentId, CommandType, InteractionId, RefusalCode, Verdict} from '@deskwire/domain';
import type {Centre} from '@deskwire/engine';
import type {Port} from '@deskwire/stream';

import {Actors} from './actors.js';
import {Attendance} from './attendance.js';
import {realClock, Timers} from './clock.js';
import {Colleague} from './colleague.js';
import {Customers} from './customers.js';
import {Host} from './host.js';
import {Network} from './network.js';
import {capabilitiesOf, DEFAULT_CONNECT_DELAY, DEFAULT_PACE, type SimulatorOptions} from './options.js';
import {seededRandom} from './random.js';
import {OutsideLines} from './outside-lines.js';
import {sampleAgents, sampleNumbers, type SampleLanguage} from './sample/people.js';
import {sampleTenant} from './sample/tenant.js';
import type {CallArrival, ChatArrival, MailArrival} from './scripts.js';
import {Stations} from './stations.js';
import {Switchboard} from './switchboard.js';

/**
 * A whole contact centre in the page: the engine, its agents' desks, its customers. Desks get ports; the story is told
 * with verbs. Nothing leaves the page, and with a seed and a clock of one's own nothing is left to chance.
 */
export class Simulator {
  readonly language: SampleLanguage;
  readonly #timers: Timers;
  readonly #host: Host;
  readonly #network: Network;
  readonly #stations: Stations;
  readonly #customers: Customers;
  readonly #actors: Actors;
  readonly #attendance: Attendance;
  readonly #lines: OutsideLines;
  readonly #switchboard: Switchboard;
  readonly #colleagues = new Map<AgentId, Colleague>();
  #ids = 0;

  constructor(options: SimulatorOptions = {}) {
    const {language = 'en', clock = realClock, seed = 1} = options;
    const {tenant = sampleTenant(language), numbers = sampleNumbers(language)} = options;
    const agents = options.agents ?? sampleAgents(language, tenant.queues);
    const config = {tenant, agents, numbers, capabilities: capabilitiesOf(options.capabilities)};
    const pace = {...DEFAULT_PACE, ...options.pace};
    const timers = new Timers(clock);
    const host = new Host(config, timers, () => this.#newId('id'));
    const epochs = `${clock.now().toString(36)}-${seed}`;
    this.language = language;
    this.#timers = timers;
    this.#host = host;
    this.#network = new Network(timers, options.latencyMs ?? 0);
    this.#attendance = new Attendance(host);
    this.#stations = new Stations(host, timers, options.connectDelayMs ?? DEFAULT_CONNECT_DELAY);
    this.#customers = new Customers(host, timers);
    this.#actors = new Actors(host, timers, this.#customers, seededRandom(seed), pace);
    this.#lines = new OutsideLines(host, timers, pace.pickUpMs);
    this.#switchboard = new Switchboard({
      host,
      timers,
      network: this.#network,
      attendance: this.#attendance,
      archive: (id) => this.#customers.archive.get(id) ?? [],
      newEpoch: () => `${epochs}-${this.#newId('epoch')}`,
    });
  }

  /** The contact centre now: for tests and for those who explain what happens. */
  get centre(): Centre {
    return this.#host.centre;
  }

  /** The port of an agent's desk. Opening it signs the agent in; several desks may share one simulator. */
  port(agentId: AgentId): Port {
    return this.#switchboard.port({kind: 'agent', agentId});
  }

  /** The port of a visitor's own page. */
  visitorPort(interactionId: InteractionId): Port {
    return this.#switchboard.port({kind: 'customer', interactionId});
  }

  /** An agent whom the story plays, without a desk. */
  colleague(agentId: AgentId): Colleague {
    const known = this.#colleagues.get(agentId);
    const colleague = known ?? new Colleague(agentId, this.#host, this.#attendance);
    this.#colleagues.set(agentId, colleague);
    return colleague;
  }

  // Customers.

  callArrives(call: CallArrival = {}): InteractionId {
    return this.#actors.cast(this.#customers.call(call), call.script);
  }

  chatArrives(chat: ChatArrival = {}): InteractionId {
    return this.#actors.cast(this.#customers.chat(chat), chat.script);
  }

  mailArrives(mail: MailArrival): InteractionId {
    return this.#actors.cast(this.#customers.mail(mail), mail.script);
  }

  /** Writes in their chat, or a further mail to their thread. */
  customerSays(interactionId: InteractionId, text: string): Verdict {
    return this.#customers.say(interactionId, text);
  }

  /** Has seen everything that the agent wrote. */
  customerReads(interactionId: InteractionId): Verdict {
    return this.#customers.read(interactionId);
  }

  customerLeaves(interactionId: InteractionId): Verdict {
    return this.#customers.leave(interactionId);
  }

  customerHangsUp(interactionId: InteractionId): Verdict {
    return this.#customers.hangUp(interactionId);
  }

  /** A customer who is called back answers now, and does not wait as long as they otherwise would. */
  customerPicksUp(interactionId: InteractionId): Verdict {
    return this.#lines.customer('customer.answered', interactionId);
  }

  /** A customer who is called back lets it ring, refuses, or cannot be reached. */
  customerDoesNotPickUp(
    interactionId: InteractionId,
    why: 'unanswered' | 'rejected' | 'failed' = 'unanswered',
  ): Verdict {
    return this.#lines.customer(`customer.${why}`, interactionId);
  }

  // Outside numbers. Whoever is dialled answers by themselves after a while.

  /** From now on, phones outside ring so many milliseconds until somebody answers; `Infinity`: as the story says. */
  picksUpAfter(ms: number): void {
    this.#lines.pickUpMs = ms;
  }

  numberAnswers(number: string): Verdict {
    return this.#lines.answer(number);
  }

  numberDeclines(number: string): Verdict {
    return this.#lines.decline(number);
  }

  /** Nobody can be reached there. */
  numberFails(number: string): Verdict {
    return this.#lines.fail(number);
  }

  numberHangsUp(number: string): Verdict {
    return this.#lines.hangUp(number);
  }

  // Phones.

  /** From now on, phones and pages ring so many milliseconds after a reservation; `Infinity`: never by themselves. */
  connectsAfter(ms: number): void {
    this.#stations.connectDelayMs = ms;
  }

  /** Rings now what is connecting. */
  phoneRings(interactionId: InteractionId, agentId: AgentId): Verdict {
    return this.#stations.ring(interactionId, agentId);
  }

  /** A desk phone is lifted while it rings. */
  phoneAnswers(agentId: AgentId): Verdict {
    return this.#stations.answer(agentId);
  }

  phoneDeclines(agentId: AgentId): Verdict {
    return this.#stations.decline(agentId);
  }

  /** The phone cannot be reached. */
  phoneFails(agentId: AgentId): Verdict {
    return this.#stations.fail(agentId);
  }

  /** The receiver is put back: a call of one's own is over, somebody else's is left. */
  phoneHangsUp(agentId: AgentId): Verdict {
    return this.#stations.hangUp(agentId);
  }

  handset(agentId: AgentId, offHook: boolean): Verdict {
    return this.#stations.hook(agentId, offHook);
  }

  // Mishaps.

  /** Cuts every desk and page off, or one agent's; none comes in or back before `networkReturns`. */
  networkDrops(agentId?: AgentId): void {
    this.#switchboard.drop(agentId);
  }

  networkReturns(agentId?: AgentId): void {
    this.#switchboard.repair(agentId);
  }

  /** The backend answers nothing for a while: what is sent stays under way. */
  backendStalls(): void {
    this.#network.stall();
  }

  backendGoesOn(): void {
    this.#network.flow();
  }

  /** The next command of any desk, or the next of one type, gets this no. Sent again it is decided as always. */
  refusesNext(code: RefusalCode, type?: CommandType): void {
    this.#switchboard.refuseNext(code, type);
  }

  /** What the mail server says to mails from now on; without words it takes them again. */
  mailServerRefuses(failure?: string): void {
    this.#actors.mailFailure = failure;
  }

  /** Ends an agent's sessions for good, as when another desk takes over. */
  sessionEnds(agentId: AgentId, code: RefusalCode = 'DW_WIRE_REPLACED'): void {
    this.#switchboard.expel(agentId, code);
  }

  /**
   * Runs something later in the time of this contact centre.
   * @returns Takes it back.
   */
  after(ms: number, run: () => void): () => void {
    return this.#timers.after(ms, run);
  }

  /** Stops everything: no timer is left, no desk hears anything more. */
  close(): void {
    this.#switchboard.close();
    this.#timers.stop();
  }

  #newId(what: string): string {
    this.#ids += 1;
    return `${what}-${this.#ids}`;
  }
}
