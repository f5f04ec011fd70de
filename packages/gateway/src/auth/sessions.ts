import type {AgentId} from '@deskwire/domain';

import type {CentreHost} from '../centre/centre-host.js';
import {RefusedError} from '../refused.js';
import type {Bearer, Tokens} from './tokens.js';

const SIGNED_OUT_AT = 'signed-out-at:';

/** The small value to keep with the facts when an agent signs out. */
export const signedOutAt = (agentId: AgentId, at: number): Record<string, string> => ({
  [SIGNED_OUT_AT + agentId]: String(at),
});

/** Whose token is good now. A sign-out ends every token that was issued before it, on every machine. */
export class Sessions {
  readonly #tokens: Tokens;
  readonly #host: CentreHost;
  readonly #signedOutAt = new Map<AgentId, number>();

  /** @param meta The store's small values at the start of this process. */
  constructor(tokens: Tokens, host: CentreHost, meta: Readonly<Record<string, string>>) {
    this.#tokens = tokens;
    this.#host = host;
    for (const [name, value] of Object.entries(meta)) {
      if (name.startsWith(SIGNED_OUT_AT)) {
        this.#signedOutAt.set(name.slice(SIGNED_OUT_AT.length), Number(value));
      }
    }
    host.listen(({facts}) => {
      for (const fact of facts) {
        if (fact.type === 'agent.state-changed' && fact.presence.state === 'signed-out') {
          this.#signedOutAt.set(fact.agentId, fact.at);
        }
      }
    });
  }

  /**
   * Who the bearer of this token is.
   * @throws {RefusedError} DW_AUTH_*, or DW_AGENT_SIGNED_OUT.
   */
  async read(token: string): Promise<Bearer> {
    const bearer = await this.#tokens.read(token);
    if (bearer.who.kind === 'agent') this.#checkAgent(bearer.who.agentId, bearer);
    return bearer;
  }

  #checkAgent(agentId: AgentId, {issuedAt}: Bearer): void {
    const agent = this.#host.centre.agents.get(agentId);
    if (!agent) throw new RefusedError('DW_AUTH_INVALID');
    const out = this.#signedOutAt.get(agentId) ?? -1;
    if (agent.presence.state === 'signed-out' || issuedAt < out)
      throw new RefusedError('DW_AGENT_SIGNED_OUT');
  }
}
