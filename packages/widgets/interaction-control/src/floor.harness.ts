import {sampleTenant, Simulator, type Colleague} from '@deskwire/adapter-simulator';
import type {AgentId, Command, InteractionId, TenantConfig} from '@deskwire/domain';
import {createStream, type DeskStream} from '@deskwire/stream';
import {fakeClock} from '@deskwire/testing';
import {Harness, mountWidget, settled, textOf} from '@deskwire/testing/widgets.js';

import type {InteractionControlElement} from './interaction-control.element.js';

/** One agent at a desk with the pane, in an agent's words. */
export class Desk {
  constructor(
    readonly element: InteractionControlElement,
    readonly stream: DeskStream,
    /** Everything on this desk, whichever widget it is in. */
    readonly all: Harness,
    private readonly floor: Floor,
  ) {}

  get harness(): Harness<InteractionControlElement> {
    return new Harness(this.element);
  }

  /** The panes' texts, top to bottom. */
  get panes(): readonly string[] {
    return [...this.element.renderRoot.querySelectorAll('.card')].map(textOf);
  }

  /** The call's buttons in their order, pane by pane; one that does nothing now is marked. */
  get buttons(): readonly string[] {
    return [...this.element.renderRoot.querySelectorAll('.actions dw-button')].map((button) => {
      const isOff = button.shadowRoot?.querySelector('[aria-disabled="true"]');
      return isOff ? `${textOf(button)} (off)` : textOf(button);
    });
  }

  /** Presses a button of the pane, and waits until the contact centre has answered. */
  async press(name: string, nth = 0): Promise<void> {
    const button = this.harness.all('button', name)[nth];
    if (!button) throw new Error(`no button "${name}" among ${this.buttons.join(', ')}`);
    button.click();
    await this.floor.pass(20);
  }

  /** Sends a command that another widget would send. */
  async sends(command: Command): Promise<void> {
    void this.stream.send(command);
    await this.floor.pass(20);
  }
}

/** A contact centre with its agents' desks, in time that the test winds. */
export class Floor {
  readonly clock = fakeClock();
  readonly simulator: Simulator;
  readonly #streams: DeskStream[] = [];
  call: InteractionId = '';

  constructor(set: Partial<TenantConfig> = {}) {
    const tenant = sampleTenant('en', {
      recording: {enabled: true, privacyShield: true, pauseSeconds: 30},
      wrapUp: {...sampleTenant('en').wrapUp, voice: {multiple: false, extendable: true}},
      consultVariables: [
        {name: 'account-number', label: {en: 'Their account', ko: '계정'}},
        {name: 'resident-id', label: {en: 'Resident ID', ko: '주민등록번호'}},
      ],
      ...set,
    });
    this.simulator = new Simulator({clock: this.clock, connectDelayMs: 0, tenant});
  }

  /** An agent comes to a desk; `tags` are put beside the pane. */
  async desk(agentId: AgentId, ...tags: readonly string[]): Promise<Desk> {
    const stream = createStream(this.simulator.port(agentId), {clock: this.clock, random: () => 0.5});
    this.#streams.push(stream);
    const mounted = await mountWidget<InteractionControlElement>('dw-interaction-control', {
      time: this.clock,
      width: 760,
    });
    mounted.stream.set(stream);
    mounted.container.append(...tags.map((tag) => document.createElement(tag)));
    stream.connect();
    await this.pass(20);
    const desk = new Desk(mounted.element, stream, new Harness(mounted.container), this);
    await desk.sends({type: 'agent.set-state', to: {state: 'available'}});
    return desk;
  }

  /** An agent without a desk. */
  colleague(agentId: AgentId): Colleague {
    return this.simulator.colleague(agentId);
  }

  /** A customer calls, and the agent of a desk answers. */
  async callFor(desk: Desk): Promise<void> {
    this.call = this.simulator.callArrives({
      name: 'Kim Min-su',
      number: '+821048271934',
      data: {'account-number': '8840-2271-06', 'resident-id': '4107', 'plan-tier': 'Gold'},
    });
    await this.pass(100);
    await desk.sends({type: 'interaction.accept', interactionId: this.call});
  }

  /** Time passes, and everything is shown. */
  async pass(ms: number): Promise<void> {
    await this.clock.pass(ms);
    await settled(document.body);
  }

  close(): void {
    for (const stream of this.#streams) stream.close();
    this.simulator.close();
  }
}
