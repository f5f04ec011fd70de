import type {FlowVariable, InteractionId, TenantConfig, Verdict} from '@deskwire/domain';

import type {Host} from './host.js';

/** The flow behind an entry point, and the lines of the house: what happens without anybody on a desk. */
export class Flow {
  readonly #host: Host;
  readonly #limits: TenantConfig['callLimits'];

  constructor(host: Host) {
    this.#host = host;
    this.#limits = host.centre.config.tenant.callLimits;
  }

  /** Sets values of a contact, whoever edits them. */
  sets(interactionId: InteractionId, values: Readonly<Record<string, string>>): Verdict {
    const list = Object.entries(values).map(([name, value]) => ({name, value}));
    return this.#host.take({kind: 'signal', signal: {type: 'flow.set', interactionId, values: list}});
  }

  /** Gives a contact other variables. */
  defines(interactionId: InteractionId, variables: readonly FlowVariable[]): Verdict {
    return this.#host.take({kind: 'signal', signal: {type: 'flow.defined', interactionId, variables}});
  }

  /** No further call can be made: the data centre's (26) or the tenant's (27) lines are taken. */
  fillLines(code: 26 | 27): void {
    this.#limit(code === 26 ? {...this.#limits, dataCentre: 0} : {...this.#limits, tenant: 0});
  }

  freeLines(): void {
    this.#limit(this.#limits);
  }

  #limit(callLimits: TenantConfig['callLimits']): void {
    this.#host.configure((tenant) => ({...tenant, callLimits}));
  }
}
