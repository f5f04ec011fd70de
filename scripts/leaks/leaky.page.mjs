// Elements that leave something behind, one kind each, and one that takes all of it and gives it back: what finds nothing in them
// finds nothing at all.
import {Subject} from 'virtual:elements';

const page = globalThis;
const {BroadcastChannel, customElements, document, HTMLElement, ResizeObserver, URL} = page;

/** What goes on while elements come and go. */
const stream = new Subject();
const kept = [];

/** How each kind is taken; it answers with how it is given back. */
const KINDS = {
  listeners() {
    const listener = () => undefined;
    page.addEventListener('resize', listener);
    return () => page.removeEventListener('resize', listener);
  },
  subscriptions() {
    const subscription = stream.subscribe(() => undefined);
    return () => subscription.unsubscribe();
  },
  timers() {
    const timer = page.setInterval(() => undefined, 60_000);
    return () => page.clearInterval(timer);
  },
  observers() {
    const observer = new ResizeObserver(() => undefined);
    observer.observe(document.body);
    return () => observer.disconnect();
  },
  elements(element) {
    element.attachShadow({mode: 'open'});
    const place = kept.push(element) - 1;
    return () => delete kept[place];
  },
  handles() {
    const channel = new BroadcastChannel('leaky');
    const url = URL.createObjectURL(new page.Blob());
    return () => {
      channel.close();
      URL.revokeObjectURL(url);
    };
  },
  nodes() {
    const place = kept.push(document.createElement('p')) - 1;
    return () => delete kept[place];
  },
  heap() {
    const place = kept.push(Array.from({length: 10_000}, (_, at) => at / 3)) - 1;
    return () => delete kept[place];
  },
};

for (const [kind, take] of Object.entries(KINDS)) {
  customElements.define(
    `leaky-${kind}`,
    class extends HTMLElement {
      connectedCallback() {
        take(this);
      }
    },
  );
}

customElements.define(
  'leaky-nothing',
  class extends HTMLElement {
    #given = [];

    connectedCallback() {
      this.#given = Object.values(KINDS).map((take) => take(this));
    }

    disconnectedCallback() {
      for (const giveBack of this.#given) giveBack();
    }
  },
);

/** The kinds, each of which has an element `leaky-…`. */
export const leakyKinds = Object.keys(KINDS);
