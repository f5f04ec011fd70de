import type {
  AgentId,
  CommandId,
  Fact,
  Happening,
  Instant,
  Interaction,
  InteractionId,
  TenantConfig,
} from '@deskwire/domain';
import {applyFact} from './apply.js';
import type {AgentState, Centre} from './centre.js';
import {Draft} from './draft.js';
import type {EngineEnv} from './input.js';

/** One step while it is taken: what is so, what has been decided, and the means to decide more. */
export class Turn {
  readonly draft: Draft;
  readonly facts: Fact[] = [];
  /** One moment for the whole step. */
  readonly now: Instant;
  readonly #env: EngineEnv;
  /** The command that the coming facts are owed to. */
  cause: CommandId | undefined;

  constructor(centre: Centre, env: EngineEnv, cause?: CommandId) {
    this.draft = new Draft(centre);
    this.now = env.now();
    this.#env = env;
    this.cause = cause;
  }

  get tenant(): TenantConfig {
    return this.draft.config.tenant;
  }

  agent(id: AgentId): AgentState | undefined {
    return this.draft.agents.get(id);
  }

  interaction(id: InteractionId): Interaction | undefined {
    return this.draft.interactions.get(id);
  }

  newId(): string {
    return this.#env.newId();
  }

  /** Makes something true. */
  emit(happening: Happening): void {
    const stamp = {seq: this.draft.seq + 1, at: this.now};
    const fact: Fact = {...happening, ...stamp, ...(this.cause === undefined ? {} : {cause: this.cause})};
    this.facts.push(fact);
    applyFact(this.draft, fact);
  }
}
