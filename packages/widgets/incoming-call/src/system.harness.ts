/** A notification as the system shows it. */
export class ShownNotification extends EventTarget {
  isOpen = true;

  constructor(
    readonly title: string,
    readonly options: NotificationOptions = {},
  ) {
    super();
  }

  close(): void {
    this.isOpen = false;
  }

  /** All that a bystander could read. */
  get text(): string {
    return `${this.title} ${JSON.stringify(this.options)}`;
  }
}

/** The browser around a page, as far as a tray reaches into it: its notifications, and whether anybody looks. */
export class FakeSystem {
  readonly shown: ShownNotification[] = [];
  /** What the person answers when the browser asks. */
  answer: NotificationPermission = 'granted';
  asked = 0;
  focused = 0;
  readonly #before = Object.getOwnPropertyDescriptor(globalThis, 'Notification');
  readonly #focus = window.focus.bind(window);

  constructor(permission: NotificationPermission) {
    const {shown} = this;
    const answer = (): NotificationPermission => {
      this.asked += 1;
      return this.answer;
    };
    class Notification extends ShownNotification {
      static permission = permission;
      static requestPermission(): Promise<NotificationPermission> {
        Notification.permission = answer();
        return Promise.resolve(Notification.permission);
      }
      constructor(title: string, options?: NotificationOptions) {
        super(title, options);
        shown.push(this);
      }
    }
    Object.defineProperty(globalThis, 'Notification', {
      value: Notification,
      configurable: true,
      writable: true,
    });
    window.focus = () => void (this.focused += 1);
    this.looks('here');
  }

  /** What stands on the screen now. */
  get open(): readonly ShownNotification[] {
    return this.shown.filter(({isOpen}) => isOpen);
  }

  /** Where the agent looks: at this page, at another window beside it, or at another tab in front of it. */
  looks(where: 'here' | 'window' | 'tab'): void {
    Object.defineProperty(document, 'hidden', {value: where === 'tab', configurable: true});
    Object.defineProperty(document, 'hasFocus', {value: () => where === 'here', configurable: true});
    document.dispatchEvent(new Event('visibilitychange', {bubbles: true}));
    window.dispatchEvent(new Event(where === 'here' ? 'focus' : 'blur'));
  }

  /** Gives the browser its own back. */
  restore(): void {
    Reflect.deleteProperty(document, 'hidden');
    Reflect.deleteProperty(document, 'hasFocus');
    window.focus = this.#focus;
    if (this.#before) Object.defineProperty(globalThis, 'Notification', this.#before);
  }
}
