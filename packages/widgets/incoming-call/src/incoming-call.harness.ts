import type {Interaction, Presence} from '@deskwire/domain';
import {AGENT, fakeStream, QUEUE, type FakeStream, type FakeStreamOptions} from '@deskwire/testing';
import {mountWidget, textOf, type Mounted, type MountOptions} from '@deskwire/testing/widgets.js';

import type {IncomingCallElement} from './incoming-call.element.js';
import type {RingDevices} from './ring-tone.js';

/** A sound device that a test listens at. `allow` is the browser's autoplay policy. */
export class FakeSound {
  allow = true;
  /** How many tones sound now. */
  playing = 0;
  readonly #context = new EventTarget();
  #state: AudioContextState = 'suspended';

  constructor() {
    const state = (): AudioContextState => this.#state;
    Object.defineProperty(this.#context, 'state', {get: state});
    Object.assign(this.#context, {
      sampleRate: 8000,
      resume: () => this.#resume(),
      close: () => Promise.resolve(),
      suspend: () => Promise.resolve(),
      createMediaStreamDestination: () => ({stream: null}),
      createBuffer: () => ({copyToChannel: () => undefined}),
      createBufferSource: () => this.#source(),
    });
  }

  /** What the widget is given. */
  readonly devices = (): RingDevices => ({
    makeContext: () => this.#context as AudioContext,
    makeAudio: () =>
      ({
        srcObject: null,
        play: () => (this.allow ? Promise.resolve() : Promise.reject(new Error('NotAllowedError'))),
        pause: () => undefined,
      }) as unknown as HTMLAudioElement,
    locks: navigator.locks,
  });

  #resume(): Promise<void> {
    if (!this.allow) return new Promise(() => undefined);
    this.#state = 'running';
    return Promise.resolve();
  }

  #source(): object {
    return {
      connect: () => undefined,
      disconnect: () => undefined,
      start: () => (this.playing += 1),
      stop: () => (this.playing -= 1),
    };
  }
}

/** The tray in its place, in an agent's words. */
export class Tray {
  constructor(
    readonly mounted: Mounted<IncomingCallElement>,
    readonly stream: FakeStream,
    readonly sound: FakeSound,
  ) {}

  get element(): IncomingCallElement {
    return this.mounted.element;
  }

  get harness(): Mounted<IncomingCallElement>['harness'] {
    return this.mounted.harness;
  }

  get root(): ShadowRoot {
    const {shadowRoot} = this.element;
    if (!shadowRoot) throw new Error('no shadow root');
    return shadowRoot;
  }

  /** The requests as nodes, top to bottom. */
  get nodes(): readonly HTMLElement[] {
    return [...this.root.querySelectorAll<HTMLElement>('.request')];
  }

  /** What each request says, top to bottom. */
  get requests(): readonly string[] {
    return this.nodes.map(textOf);
  }

  /** Whether anything stands in the top layer. */
  get isOpen(): boolean {
    return this.root.querySelector('.stack')?.matches(':popover-open') ?? false;
  }

  /** The ringing icons: what is seen of ringing. */
  get ringing(): readonly Element[] {
    return [...this.root.querySelectorAll('.is-ringing')];
  }

  /** Label and value of every field of one request. */
  fields(index = 0): readonly string[] {
    const terms = [...(this.nodes[index]?.querySelectorAll('dt') ?? [])];
    return terms.map((term) => `${textOf(term)}: ${textOf(term.nextElementSibling ?? term)}`);
  }

  /** A contact comes to this desk. */
  async arrive(...interactions: readonly Interaction[]): Promise<void> {
    for (const interaction of interactions) {
      this.stream.tell({type: 'interaction.shown', interactionId: interaction.id, interaction});
    }
    await this.settled();
  }

  /** The agent's phone or page is reached: the request is there. */
  async offer(interactionId: string): Promise<void> {
    this.stream.tell({type: 'engagement.offered', interactionId, agentId: AGENT.id});
    await this.settled();
  }

  /** The phone reports the answer, or the command was taken. */
  async answered(interactionId: string): Promise<void> {
    this.stream.tell({type: 'engagement.accepted', interactionId, agentId: AGENT.id});
    await this.settled();
  }

  /** Nobody answered in time: the contact goes back, the agent goes to RONA. */
  async missed(interactionId: string): Promise<void> {
    const {stream} = this;
    const interaction = stream.state.interactions.get(interactionId);
    if (!interaction) throw new Error(`no ${interactionId}`);
    const presence: Presence = {
      state: 'rona',
      since: this.mounted.time.now(),
      interactionId,
      channel: interaction.channel,
      queue: interaction.queue ?? QUEUE,
      missedAfterSeconds: 20,
    };
    stream.tell({type: 'engagement.left', interactionId, agentId: AGENT.id, reason: 'missed'});
    stream.tell({type: 'agent.state-changed', agentId: AGENT.id, presence});
    stream.tell({type: 'interaction.hidden', interactionId});
    await this.settled();
  }

  /** The pointer comes to rest over the tray, or leaves it. */
  async hover(isOver: boolean): Promise<void> {
    const type = isOver ? 'pointerover' : 'pointerleave';
    const event = new PointerEvent(type, {pointerType: 'mouse', bubbles: isOver, composed: true});
    const target = isOver ? this.root.querySelector('.request') : this.root.querySelector('.stack');
    target?.dispatchEvent(event);
    await this.settled();
  }

  /** Waits until everything is rendered. */
  async settled(): Promise<void> {
    await this.harness.settled();
  }
}

// Nobody is to be asked about notices, as in a headless Chromium: some browsers would ask. Tests of it bring their own.
Object.defineProperty(globalThis.Notification, 'permission', {configurable: true, get: () => 'denied'});

/** Puts a tray into the page, with a sound device that the test listens at. */
export const mountTray = async (
  desk: FakeStreamOptions = {},
  options: MountOptions<IncomingCallElement> = {},
): Promise<Tray> => {
  const stream = fakeStream(desk);
  const sound = new FakeSound();
  const props = {ringDevices: sound.devices, ...options.props} as Partial<IncomingCallElement>;
  const mounted = await mountWidget<IncomingCallElement>('dw-incoming-call', {stream, ...options, props});
  return new Tray(mounted, stream, sound);
};
