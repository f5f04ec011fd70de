import {Simulator} from '@deskwire/adapter-simulator';
import type {AgentId, Command, InteractionId} from '@deskwire/domain';
import {createStream, type DeskStream} from '@deskwire/stream';
import {fakeClock} from '@deskwire/testing';
import {Harness, mountWidget, settled} from '@deskwire/testing/widgets.js';

import './define.js';
import type {CadEditorElement} from './cad-editor.element.js';
import {loadEditing} from './editing-loader.js';

/** One agent with the pane, on a desk of a contact centre. */
export class Desk {
  readonly harness: Harness<CadEditorElement>;
  /** What became of their saves, in order: the variables that were taken and those that were not. */
  readonly outcomes: {readonly saved: readonly string[]; readonly overwritten: readonly string[]}[] = [];

  constructor(
    readonly element: CadEditorElement,
    readonly stream: DeskStream,
    private readonly floor: Floor,
  ) {
    this.harness = new Harness(element);
    element.addEventListener('dw-cad-save-done', ({detail}) => this.outcomes.push(detail));
  }

  box(label: string): HTMLInputElement {
    return this.harness.get('textbox', label) as HTMLInputElement;
  }

  /** Puts a text in place of what is in a field. */
  async fill(label: string, text: string): Promise<void> {
    const control = this.box(label);
    control.focus();
    control.select();
    document.execCommand('insertText', false, text);
    await settled(this.element);
  }

  /** Presses a button, and lets time pass until the contact centre has answered. */
  async press(name: string): Promise<void> {
    await this.harness.click('button', name);
    await this.floor.pass(20);
  }

  async sends(command: Command): Promise<void> {
    void this.stream.send(command);
    await this.floor.pass(20);
  }
}

/** A contact centre on which two agents look at the data of one call. */
export class Floor {
  readonly clock = fakeClock();
  readonly simulator = new Simulator({clock: this.clock, connectDelayMs: 0, language: 'en'});
  readonly #streams: DeskStream[] = [];
  call: InteractionId = '';

  async desk(agentId: AgentId): Promise<Desk> {
    await loadEditing();
    const stream = createStream(this.simulator.port(agentId), {clock: this.clock, random: () => 0.5});
    this.#streams.push(stream);
    const {element, stream: provision} = await mountWidget<CadEditorElement>('dw-cad-editor', {
      time: this.clock,
      width: 760,
    });
    provision.set(stream);
    stream.connect();
    await this.pass(20);
    const desk = new Desk(element, stream, this);
    await desk.sends({type: 'agent.set-state', to: {state: 'available'}});
    return desk;
  }

  /** A customer calls the first agent, who asks the second one in. */
  async openCall(one: Desk, two: Desk): Promise<void> {
    this.call = this.simulator.callArrives();
    await this.pass(100);
    await one.sends({type: 'interaction.accept', interactionId: this.call});
    await one.sends({
      type: 'consult.start',
      interactionId: this.call,
      to: {kind: 'agent', agentId: 'park'},
    });
    await this.pass(50);
    await two.sends({type: 'interaction.accept', interactionId: this.call});
    await this.pass(1000);
  }

  /** What the contact centre has. */
  value(name: string): string | undefined {
    const {cad = []} = this.simulator.centre.interactions.get(this.call) ?? {};
    return cad.find((one) => one.name === name)?.value;
  }

  async pass(ms: number): Promise<void> {
    await this.clock.pass(ms);
    await settled(document.body);
  }

  close(): void {
    for (const stream of this.#streams) stream.close();
    this.simulator.close();
  }
}

/** The same numbers for the same seed. */
export const seeded = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
};
