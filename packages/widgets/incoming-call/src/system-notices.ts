/** A request as the system tells it. Customers' secure values are not even in the view, so they cannot be here. */
export interface Notice {
  readonly id: string;
  readonly isCall: boolean;
  readonly title: string;
  readonly body: string;
  readonly lang: string;
  readonly dir: NotificationDirection;
}

/** Whether this browser shows notifications, and may. */
const isAllowed = (): boolean => globalThis.Notification?.permission === 'granted';

/**
 * The system's own notifications of what waits, for an agent who looks elsewhere. Each request is told once, and its
 * notification goes with the request, or when the agent is back. The tag makes several tabs of an agent tell it as one.
 */
export class SystemNotices {
  readonly #told = new Map<string, Notification | undefined>();

  /** @param notices What waits now. @param isAway The agent does not look at this page. */
  update(notices: readonly Notice[], isAway: boolean): void {
    const waiting = new Set(notices.map(({id}) => id));
    for (const [id, notification] of [...this.#told]) {
      if (!isAway || !waiting.has(id)) notification?.close();
      if (!waiting.has(id)) this.#told.delete(id);
    }
    if (!isAway || !isAllowed()) return;
    for (const notice of notices) {
      if (!this.#told.has(notice.id)) this.#told.set(notice.id, this.#tell(notice));
    }
  }

  #tell({id, isCall, title, body, lang, dir}: Notice): Notification | undefined {
    // A call rings by itself, and waits until it is answered.
    const looks = {body, lang, dir, tag: `deskwire ${id}`, silent: isCall, requireInteraction: isCall};
    try {
      const notification = new Notification(title, looks);
      notification.addEventListener('click', () => {
        window.focus();
        notification.close();
      });
      return notification;
    } catch {
      // Android's browsers leave it to service workers, which a widget has not.
      return undefined;
    }
  }
}
