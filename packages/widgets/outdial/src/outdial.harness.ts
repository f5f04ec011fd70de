import type {FactOf, Happening} from '@deskwire/domain';
import type {FakeStream} from '@deskwire/testing';
import {AGENT, aRequest} from '@deskwire/testing/fixtures.js';
import type {Harness, Mounted, MountOptions} from '@deskwire/testing/widgets.js';
import {mountWidget, textOf} from '@deskwire/testing/widgets.js';

import type {OutdialElement} from './outdial.element.js';
import {outdialStream, type StageOptions} from './stage.harness.js';

/** The same, and where the widget stands. */
export interface OutdialOptions extends StageOptions {
  readonly place?: MountOptions<OutdialElement>;
}

/** What the backend tells when it has taken the request: the agent's own phone rings. */
export const dialling = (): readonly Happening[] => [
  {
    type: 'interaction.shown',
    interactionId: 'out-1',
    interaction: aRequest({id: 'out-1', origin: 'outdial', legs: []}),
  },
];

type Failed = FactOf<'outdial.failed'>;

/** The widget on a desk that a test plays, in an agent's words. */
export class Outdial {
  readonly heard: string[] = [];

  constructor(
    readonly mounted: Mounted<OutdialElement>,
    readonly stream: FakeStream,
  ) {
    for (const type of [
      'dw-outdial-request',
      'dw-outdial-done',
      'dw-outdial-failed',
      'dw-outdial-closed',
    ] as const) {
      mounted.container.addEventListener(type, () => this.heard.push(type));
    }
  }

  get element(): OutdialElement {
    return this.mounted.element;
  }

  get harness(): Harness {
    return this.mounted.harness;
  }

  get isOpen(): boolean {
    return this.harness.find('dialog') !== undefined;
  }

  /** What the notice says; empty while there is none. */
  get notice(): string {
    const notice = this.harness.find('group');
    return notice ? textOf(notice) : '';
  }

  /** What the dialog says of the last try. */
  get failure(): string {
    return this.harness.all('alert').map(textOf).join(' ');
  }

  /** What stands at the number. */
  get note(): string {
    return this.harness.all('status').map(textOf).join(' ').trim();
  }

  async opens(): Promise<void> {
    await this.harness.click('button', 'Outdial call');
  }

  async shows(tab: 'Address book' | 'Dialpad'): Promise<void> {
    await this.harness.click('tab', tab);
  }

  async presses(keys: string): Promise<void> {
    for (const key of keys) {
      const name = {'*': /^\* star/, '#': /^# hash/}[key] ?? new RegExp(`^[${key}](?: |$)`);
      await this.harness.click('button', name);
    }
  }

  async types(text: string): Promise<void> {
    await this.harness.type(text);
  }

  async chooses(ani: string | RegExp): Promise<void> {
    await this.harness.click('button', /^Select outdial ANI/);
    await this.harness.click('option', ani);
  }

  async calls(): Promise<void> {
    await this.harness.click('button', 'Call');
  }

  /** The backend takes the request. */
  async taken(): Promise<void> {
    this.stream.accept(dialling());
    await this.harness.settled();
  }

  /** The call that was taken fails, and everything of it goes. */
  async fails(reason: Failed['reason'], code?: 26 | 27): Promise<void> {
    const own = {interactionId: 'out-1', agentId: AGENT.id} as const;
    this.stream.tell({type: 'outdial.failed', ...own, reason, ...(code === undefined ? {} : {code})});
    this.stream.tell({type: 'engagement.left', ...own, reason: 'failed'});
    this.stream.tell({
      type: 'interaction.ended',
      interactionId: 'out-1',
      ending: {at: 0, by: 'system', reason: 'failed'},
    });
    await this.harness.settled();
  }
}

/** The widget on a desk, closed. */
export const mountOutdial = async ({place, ...options}: OutdialOptions = {}): Promise<Outdial> => {
  const stream = outdialStream(options);
  const mounted = await mountWidget<OutdialElement>('dw-outdial', {stream, ...place});
  return new Outdial(mounted, stream);
};
