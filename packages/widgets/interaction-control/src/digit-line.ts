import type {DialKey} from '@deskwire/kit';

/** At most so many digits in one command (`checkCommand`). */
const MAX_AT_ONCE = 32;
/** So many of those that were sent stay in sight. */
const KEPT = 24;

/**
 * Digits on their way to whoever hears the agent, in the order in which they were pressed. While some are under way the
 * next ones wait and then go together, so that a quick hand loses none and nothing overtakes.
 */
export class DigitLine {
  #sent = '';
  #underWay = '';
  #waiting = '';

  /** What has reached the other end, as far as it is kept in sight. */
  get sent(): string {
    return this.#sent;
  }

  /** What has not reached it yet. */
  get unsent(): string {
    return this.#underWay + this.#waiting;
  }

  press(digit: DialKey): void {
    this.#waiting += digit;
  }

  /** Takes what can be sent now; empty while something is under way, or nothing waits. */
  take(): string {
    if (this.#underWay) return '';
    this.#underWay = this.#waiting.slice(0, MAX_AT_ONCE);
    this.#waiting = this.#waiting.slice(MAX_AT_ONCE);
    return this.#underWay;
  }

  /** What was under way has arrived. */
  arrived(): void {
    this.#sent = (this.#sent + this.#underWay).slice(-KEPT);
    this.#underWay = '';
  }

  /** What has not arrived is given up. */
  giveUp(): void {
    this.#underWay = this.#waiting = '';
  }
}
