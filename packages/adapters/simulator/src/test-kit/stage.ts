import type {Command, FactOf, FactType} from '@deskwire/domain';

import type {SimulatorClock} from '../clock.js';
import type {SimulatorOptions} from '../options.js';
import type {ChatArrival} from '../scripts.js';
import {Simulator} from '../simulator.js';

import {TestDesk} from './desk.js';

/** Time that a test winds, with whatever follows from it: `fakeClock` of the tests. */
export interface WoundClock extends SimulatorClock {
  pass(ms: number): Promise<void>;
  /** How many timers wait. */
  readonly waiting: number;
}

/** A contact centre in time that the test winds, with desks that do one thing after another. */
export class Stage {
  readonly clock: WoundClock;
  readonly simulator: Simulator;

  constructor(clock: WoundClock, options: SimulatorOptions = {}) {
    this.clock = clock;
    this.simulator = new Simulator({clock, ...options});
  }

  /** A desk that takes work. */
  async desk(agentId: string): Promise<TestDesk> {
    const desk = new TestDesk(this.simulator.port(agentId));
    await this.clock.pass(0);
    await this.does(desk, {type: 'agent.set-state', to: {state: 'available'}});
    return desk;
  }

  /** A chat that somebody's desk has accepted. */
  async chat(desk: TestDesk, arrival: ChatArrival = {name: 'Lee Seo-yeon', text: 'Hello'}): Promise<string> {
    const interactionId = this.simulator.chatArrives(arrival);
    await this.clock.pass(600);
    await this.does(desk, {type: 'interaction.accept', interactionId});
    return interactionId;
  }

  /** The page of a chat's customer. */
  async page(interactionId: string): Promise<TestDesk> {
    const page = new TestDesk(this.simulator.visitorPort(interactionId));
    await this.clock.pass(0);
    return page;
  }

  /** `ok`, or the code of the no. */
  async does(desk: TestDesk, command: Command): Promise<string> {
    const sent = desk.send(command);
    await this.clock.pass(0);
    const result = await sent;
    return result.ok ? 'ok' : result.refusal.code;
  }
}

/** What a desk was told of one kind. */
export const toldOf = <T extends FactType>(desk: TestDesk, type: T): readonly FactOf<T>[] =>
  desk.facts.filter((fact): fact is FactOf<T> => fact.type === type);
