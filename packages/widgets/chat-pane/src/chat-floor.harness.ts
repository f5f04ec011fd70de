import {sampleTenant, Simulator} from '@deskwire/adapter-simulator';
import type {AgentId, Command, InteractionId, TenantConfig} from '@deskwire/domain';
import {createStream, type DeskStream} from '@deskwire/stream';
import {fakeClock} from '@deskwire/testing';
import {Harness, mountWidget, settled, textOf} from '@deskwire/testing/widgets.js';

import type {ChatPaneElement} from './chat-pane.element.js';

/** One agent at a desk with the chat pane, in an agent's words. */
export class ChatDesk {
  constructor(
    readonly element: ChatPaneElement,
    readonly stream: DeskStream,
    /** Everything on this desk, whichever widget it is in. */
    readonly all: Harness,
    private readonly floor: ChatFloor,
  ) {}

  get harness(): Harness<ChatPaneElement> {
    return new Harness(this.element);
  }

  get text(): string {
    return this.harness.text;
  }

  /** Everything on the desk that can be pressed in the pane's head, by name. */
  get controls(): readonly string[] {
    return [...this.element.renderRoot.querySelectorAll('.identity dw-button, .told dw-button')].map(
      (button) => textOf(button) || (button as HTMLElement & {label: string}).label,
    );
  }

  /** Whether a message can be written. */
  get canWrite(): boolean {
    return this.harness.find('textbox', 'Message') !== undefined;
  }

  /** Presses a button, and waits until the contact centre has answered. */
  async press(name: string | RegExp, role = 'button'): Promise<void> {
    await this.harness.click(role, name);
    await this.floor.pass(20);
  }

  /** Writes a message and sends it. */
  async says(text: string): Promise<void> {
    await this.harness.focus('textbox', 'Message');
    await this.harness.type(text);
    await this.harness.press('Enter');
    await this.floor.pass(20);
  }

  /** Sends a command that another widget would send. */
  async sends(command: Command): Promise<void> {
    void this.stream.send(command);
    await this.floor.pass(20);
  }
}

/** A contact centre with its agents' desks and one chat, in time that the test winds. */
export class ChatFloor {
  readonly clock = fakeClock();
  readonly simulator: Simulator;
  readonly #streams: DeskStream[] = [];
  chat: InteractionId = '';

  constructor(set: Partial<TenantConfig> = {}) {
    this.simulator = new Simulator({
      clock: this.clock,
      connectDelayMs: 0,
      tenant: sampleTenant('en', set),
    });
  }

  /** An agent comes to a desk; `tags` are put beside the pane. */
  async desk(agentId: AgentId, ...tags: readonly string[]): Promise<ChatDesk> {
    const stream = this.#open(this.simulator.port(agentId));
    const mounted = await mountWidget<ChatPaneElement>('dw-chat-pane', {time: this.clock, width: 760});
    mounted.stream.set(stream);
    mounted.container.append(...tags.map((tag) => document.createElement(tag)));
    stream.connect();
    await this.pass(20);
    const desk = new ChatDesk(mounted.element, stream, new Harness(mounted.container), this);
    await desk.sends({type: 'agent.set-state', to: {state: 'available'}});
    return desk;
  }

  /** A customer's page, as the customer's stream tells it. */
  async visitor(): Promise<DeskStream> {
    const stream = this.#open(this.simulator.visitorPort(this.chat));
    stream.connect();
    await this.pass(20);
    return stream;
  }

  /** A customer comes to the website, and the agent of a desk accepts. */
  async chatFor(desk: ChatDesk): Promise<void> {
    this.chat = this.simulator.chatArrives({name: 'Lee Seo-yeon', text: 'Where is my refund?'});
    await this.pass(100);
    await desk.sends({type: 'interaction.accept', interactionId: this.chat});
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

  #open(port: ReturnType<Simulator['port']>): DeskStream {
    const stream = createStream(port, {clock: this.clock, random: () => 0.5});
    this.#streams.push(stream);
    return stream;
  }
}
