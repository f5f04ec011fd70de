import {
  EMPTY_DESK,
  engagementOf,
  isInteractionFact,
  reduce,
  selectAgentId,
  type Command,
  type Cursor,
  type DeskState,
  type Engagement,
  type Fact,
  type Interaction,
  type InteractionId,
  type RefusalCode,
} from '@deskwire/domain';
import type {CommandResult, Loss, Port, PortSession, PortSink, TypingNotice} from '@deskwire/stream';

import {check, show} from './assert.js';
import type {SuiteContext} from './harness.js';

/** One thing that a port told. */
export type Told =
  | {readonly kind: 'live'; readonly now: number}
  | {readonly kind: 'facts'; readonly facts: readonly Fact[]}
  | {readonly kind: 'lost'; readonly loss: Loss};

const STEP = 10;
let ids = 0;

/** A fresh command id. */
export const freshId = (): string => `suite-${(ids += 1).toString()}`;

/** One session of a port, watched: keeps all that was told and makes the desk's state of it. */
export class DeskProbe {
  readonly told: Told[] = [];
  readonly facts: Fact[] = [];
  readonly notices: TypingNotice[] = [];
  state: DeskState = EMPTY_DESK;
  readonly session: PortSession;
  readonly #pass: (ms: number) => Promise<void>;
  readonly #patience: number;

  constructor(
    port: Port,
    {patience}: Pick<SuiteContext, 'patience'>,
    pass: (ms: number) => Promise<void>,
    from?: {readonly cursor?: Cursor; readonly state?: DeskState},
  ) {
    this.#pass = pass;
    this.#patience = patience;
    if (from?.state) this.state = from.state;
    this.session = port.open(this.#sink(), from?.cursor);
  }

  get losses(): readonly Loss[] {
    return this.told.flatMap((one) => (one.kind === 'lost' ? [one.loss] : []));
  }

  get isHydrated(): boolean {
    return this.facts[0]?.type === 'desk.hydrated';
  }

  /** Waits until something holds, and fails in these words when it never does. */
  async until(what: string, holds: () => boolean): Promise<void> {
    for (let waited = 0; !holds(); waited += STEP) {
      const types = this.facts.map(({type}) => type).join(', ');
      check(waited < this.#patience, `waited in vain for ${what}; facts so far: ${types || 'none'}`);
      await this.#pass(STEP);
    }
  }

  /** Waits until the desk has its state. */
  async ready(): Promise<this> {
    await this.until(
      'the first facts',
      () => this.told.some(({kind}) => kind === 'live') && !!this.state.cursor,
    );
    return this;
  }

  /** Waits for a promise while the backend's time goes on. */
  async settled<T>(what: string, promise: Promise<T>): Promise<T> {
    let outcome: {readonly value: T} | {readonly error: unknown} | undefined;
    promise.then(
      (value) => (outcome = {value}),
      (error: unknown) => (outcome = {error}),
    );
    await this.until(what, () => outcome !== undefined);
    check(outcome !== undefined && 'value' in outcome, `${what} rejected; a port answers, it never rejects`);
    return outcome.value;
  }

  /** Sends and waits for the answer. */
  send(command: Command, id: string = freshId()): Promise<CommandResult> {
    return this.settled(`an answer to ${command.type}`, this.session.send({id, command}));
  }

  /** Sends what must be done, and waits for a fact that names it as its cause. */
  async do(command: Command, id: string = freshId()): Promise<Fact> {
    const result = await this.send(command, id);
    check(result.ok, `${command.type} was refused: ${show(result)}`);
    await this.until(`the fact of ${command.type}`, () => this.facts.some(({cause}) => cause === id));
    const fact = this.facts.find(({cause}) => cause === id);
    check(fact !== undefined, `${command.type} made no fact`);
    return fact;
  }

  /** Sends what must be refused. */
  async refused(command: Command, ...codes: readonly RefusalCode[]): Promise<void> {
    const result = await this.send(command);
    check(!result.ok, `${command.type} was done, but had to be refused`);
    const {code} = result.refusal;
    check(codes.includes(code), `${command.type} was refused with ${code} instead of ${codes.join(' or ')}`);
  }

  interaction(id: InteractionId): Interaction {
    const found = this.state.interactions.get(id);
    check(found !== undefined, `the desk does not see interaction ${id}`);
    return found;
  }

  /** The own agent's part; undefined where the desk does not see it. */
  engagement(id: InteractionId): Engagement | undefined {
    const found = this.state.interactions.get(id);
    return found && engagementOf(found, selectAgentId(this.state));
  }

  /** Waits until the own agent's part is in a phase. */
  async phase(id: InteractionId, phase: Engagement['phase']): Promise<void> {
    await this.until(`phase ${phase} of ${id}`, () => this.engagement(id)?.phase === phase);
  }

  /** Waits until the own agent's part is over, whether the desk still sees it or not. */
  async over(id: InteractionId): Promise<void> {
    await this.until(`the end of ${id}`, () => (this.engagement(id)?.phase ?? 'done') === 'done');
  }

  /** The facts about one interaction, by type. */
  typesOf(id: InteractionId): readonly string[] {
    return this.facts.flatMap((fact) =>
      isInteractionFact(fact) && fact.interactionId === id ? [fact.type] : [],
    );
  }

  #sink(): PortSink {
    return {
      live: ({now}) => this.told.push({kind: 'live', now}),
      facts: (facts) => {
        this.told.push({kind: 'facts', facts});
        this.facts.push(...facts);
        this.state = facts.reduce(reduce, this.state);
      },
      notice: (notice) => void this.notices.push(notice),
      lost: (loss) => this.told.push({kind: 'lost', loss}),
    };
  }
}
