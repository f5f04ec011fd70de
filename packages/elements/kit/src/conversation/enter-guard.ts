/** The part of a key event that the guard reads. */
export interface KeyLike {
  readonly key: string;
  readonly code: string;
  readonly keyCode: number;
  readonly isComposing: boolean;
  readonly timeStamp: number;
}

/** Longer than any browser takes between the end of a composition and the key that ended it, shorter than two presses. */
const SAME_PRESS_MS = 100;

const isEnter = ({key, code}: KeyLike): boolean =>
  key === 'Enter' || code === 'Enter' || code === 'NumpadEnter';

/** Whether a key belongs to the input method: no handler of ours may act on it. */
export const isComposingKey = ({isComposing, keyCode}: Pick<KeyLike, 'isComposing' | 'keyCode'>): boolean =>
  isComposing || keyCode === 229;

/**
 * Tells an Enter that means "send" from one that ends a composition (CHAT-3). Browsers disagree on the order:
 * - Chromium and Firefox: keydown (composing), compositionend, keyup. On macOS and Windows the Korean input method lets the
 *   same press through as a second, ordinary Enter; the syllable is whole then, and it sends.
 * - Safari: compositionend first, then the keydown of the same press, which no longer says that it composes.
 *
 * Feed it every keydown, keyup and compositionend of the text box. It keeps no timer.
 */
export class EnterGuard {
  /** The press that is going on was seen as composing. */
  #seen = false;
  /** When a composition ended of which no key was seen; its own press may still come. */
  #endedAt: number | undefined;

  /** Whether this keydown is an Enter that may act: send, accept, submit. */
  isAct(event: KeyLike): boolean {
    const endedAt = this.#endedAt;
    this.#endedAt = undefined;
    if (isComposingKey(event)) {
      this.#seen = isEnter(event);
      return false;
    }
    this.#seen = false;
    if (!isEnter(event)) return false;
    return endedAt === undefined || event.timeStamp - endedAt > SAME_PRESS_MS;
  }

  /** A composition ended. */
  composed({timeStamp}: Pick<KeyLike, 'timeStamp'>): void {
    this.#endedAt = this.#seen ? undefined : timeStamp;
  }

  /** A key was let go: what comes next is another press. */
  released(): void {
    this.#seen = false;
    this.#endedAt = undefined;
  }
}
