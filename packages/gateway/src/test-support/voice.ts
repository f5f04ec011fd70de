import {
  dialStage,
  engagementOf,
  legState,
  type DialStage,
  type Interaction,
  type Target,
  type TenantConfig,
} from '@deskwire/domain';

import type {LineAct} from '../channels/voice/line.js';
import {DEMO_CONFIG} from '../config/demo.js';
import type {GatewayConfig} from '../config/gateway-config.js';
import type {GatewayOptions} from '../options.js';
import type {WireDesk} from './desk.js';
import {eventually, Harness} from './harness.js';

/** The number of the demo's voice entry point. */
export const HOTLINE = '15880420';
/** A customer's phone. */
export const CALLER = '+821048271934';
/** The phone on Han Yu-jin's desk; the others talk in their browser. */
export const HAN = '7003';
/** A phone outside, of the address book. */
export const WAREHOUSE = '+82325550119';

/** An agent of the demo. */
export type Who = 'yoon' | 'park' | 'han';

/** An agent as a target. */
export const agentAt = (agentId: Who): Target => ({kind: 'agent', agentId});

/** Everything rings for a second or two, and no wrap-up ends by itself. */
const QUICK: Partial<TenantConfig> = {
  ringSeconds: {voice: 1, chat: 1, social: 1, email: 1},
  dialSeconds: 1,
  wrapUp: {...DEMO_CONFIG.tenant.wrapUp, voice: {multiple: false, extendable: false}},
};

/** Whoever dials in a test is in no hurry: what is to ring out says so. */
export const PATIENT: Partial<TenantConfig> = {
  ringSeconds: {voice: 10, chat: 10, social: 10, email: 10},
  dialSeconds: 10,
};

const heardIn = (call: Interaction): Readonly<Record<string, string>> =>
  Object.fromEntries(
    call.legs
      .filter(({presence}) => presence !== 'gone')
      .map((leg) => [leg.party.kind === 'agent' ? leg.party.agent.id : leg.party.kind, legState(call, leg)]),
  );

/** A gateway with phones and desks, and what happens between them. */
export class VoiceStage {
  readonly harness: Harness;
  readonly #desks = new Map<Who, WireDesk>();

  private constructor(harness: Harness) {
    this.harness = harness;
  }

  /** The gateway, with settings of the tenant, of the contact centre and of the gateway changed. */
  static async start(
    tenant: Partial<TenantConfig> = {},
    rest: Partial<GatewayConfig> = {},
    options: Partial<GatewayOptions> = {},
  ): Promise<VoiceStage> {
    const config = {...DEMO_CONFIG, tenant: {...DEMO_CONFIG.tenant, ...QUICK, ...tenant}, ...rest};
    return new VoiceStage(await Harness.start({...options, config}));
  }

  stop(): Promise<void> {
    return this.harness.stop();
  }

  /** The desk of an agent who takes work; one each. */
  async available(who: Who): Promise<WireDesk> {
    const desk = this.#desks.get(who) ?? (await this.harness.available(who));
    this.#desks.set(who, desk);
    return desk;
  }

  /** The desk of an agent who has signed in and takes no work; one each. */
  async idle(who: Who): Promise<WireDesk> {
    const desk = this.#desks.get(who) ?? (await this.harness.desk(who));
    this.#desks.set(who, desk);
    return desk;
  }

  /** The desk of an agent who came before. */
  desk(who: Who): WireDesk {
    const desk = this.#desks.get(who);
    if (!desk) throw new Error(`${who} is not there`);
    return desk;
  }

  /** Uses a phone; the phone must be able to. */
  async phone(number: string, act: LineAct, to?: string): Promise<void> {
    const {done} = await this.harness.phone(number, act, to);
    if (!done) throw new Error(`${number} cannot ${act}`);
  }

  /** Waits until a phone lets hear this. */
  hears(number: string, state: string): Promise<true> {
    return eventually(
      `${number} to hear ${state}`,
      async () => (await this.harness.line(number)).state === state,
    );
  }

  /** Waits until this agent's part in the call fits. */
  async part(who: Who, phase: string, role?: string): Promise<Interaction> {
    return this.desk(who).interaction(`${phase} at ${who}`, (one) => {
      const part = engagementOf(one, who);
      return part?.phase === phase && (role === undefined || part.role === role);
    });
  }

  /** The agent answers what rings: on the phone, or on the desk. */
  async answers(who: Who): Promise<string> {
    const {id} = await this.part(who, 'offered');
    if (who === 'han') await this.phone(HAN, 'lift');
    else await this.desk(who).do({type: 'interaction.accept', interactionId: id});
    await this.part(who, 'active');
    return id;
  }

  /** The agent calls a number; gives back the call that comes of it. */
  async dials(who: Who, number = CALLER, ani?: string): Promise<string> {
    const known = new Set(this.desk(who).state.interactions.keys());
    await this.desk(who).do({type: 'outdial.call', number, ...(ani === undefined ? {} : {ani})});
    const made = await this.desk(who).interaction('the call', ({id}) => !known.has(id));
    return made.id;
  }

  /** Waits until the call that this agent makes is so far. */
  async dialled(who: Who, interactionId: string, stage: DialStage): Promise<void> {
    await this.desk(who).until(`the stage ${stage}`, () => {
      const call = this.desk(who).state.interactions.get(interactionId);
      return call && dialStage(call, who) === stage;
    });
  }

  /** Another gateway on the same data; whoever had a desk comes back to it. */
  async restart(): Promise<void> {
    const tokens = await Promise.all(
      [...this.#desks.keys()].map(async (who) => [who, await this.harness.token(who)] as const),
    );
    await this.harness.halt();
    await this.harness.run();
    for (const [who, token] of tokens) this.#desks.set(who, await this.harness.open(token));
  }

  /** A customer calls, and talks with this agent, who is the only one there. */
  async call(who: Who, caller = CALLER): Promise<string> {
    await this.available(who);
    await this.phone(caller, 'dial', HOTLINE);
    const id = await this.answers(who);
    await this.hears(caller, 'talking');
    return id;
  }

  /** Agent 1 talks with a customer, and asks agent 2, who accepts. */
  async consult(one: Who, two: Who): Promise<string> {
    const interactionId = await this.call(one);
    await this.available(two);
    await this.desk(one).do({type: 'consult.start', interactionId, to: agentAt(two)});
    await this.answers(two);
    return interactionId;
  }

  /** The same, become a conference. */
  async conference(one: Who, two: Who): Promise<string> {
    const interactionId = await this.consult(one, two);
    await this.desk(one).do({type: 'conference.start', interactionId});
    await this.hears(CALLER, 'talking');
    return interactionId;
  }

  /** Waits until this desk sees who is how: joined and ringing legs by agent id, or by kind of party. */
  async sees(who: Who, interactionId: string, expected: Readonly<Record<string, string>>): Promise<void> {
    const words = (heard: Readonly<Record<string, string>>) => JSON.stringify(Object.entries(heard).sort());
    await this.desk(who).until(`${who} to see ${words(expected)}`, () => {
      const call = this.desk(who).state.interactions.get(interactionId);
      return call && words(heardIn(call)) === words(expected);
    });
  }

  /** Whether this desk was ever told that its agent wraps up. */
  wrappedUp(who: Who): boolean {
    return this.desk(who).facts.some((fact) => fact.type === 'wrap-up.started' && fact.agentId === who);
  }

  /** Waits until the call is gone from a desk. */
  async gone(who: Who, interactionId: string): Promise<void> {
    await this.desk(who).until(
      `${who} to be out`,
      () => !this.desk(who).state.interactions.has(interactionId),
    );
  }
}
