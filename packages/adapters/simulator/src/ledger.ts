import type {CommandEnvelope, Who} from '@deskwire/domain';
import type {CommandResult} from '@deskwire/stream';

import {whoKey} from './who-key.js';

/** At most this many commands are remembered. */
const MOST_DONE = 10_000;

/** What has been done, so that one id of one caller is done once. A no is not kept: the same id may try again. */
export class Ledger {
  readonly #done = new Set<string>();

  once(who: Who, {id}: CommandEnvelope, decide: () => CommandResult): CommandResult {
    const key = `${whoKey(who)} ${id}`;
    if (this.#done.has(key)) return {ok: true};
    const answer = decide();
    if (answer.ok) this.#keep(key);
    return answer;
  }

  #keep(key: string): void {
    this.#done.add(key);
    const [oldest] = this.#done;
    if (this.#done.size > MOST_DONE && oldest !== undefined) this.#done.delete(oldest);
  }
}
