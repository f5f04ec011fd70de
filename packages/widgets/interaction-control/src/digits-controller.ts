import type {ReactiveController, ReactiveControllerHost} from 'lit';
import type {InteractionId} from '@deskwire/domain';
import type {CommandController} from '@deskwire/kit';

import {DigitLine, type Digit} from './digit-line.js';
import {digitsAct, keyOf} from './interaction-control.acts.js';
import type {PaneId} from './interaction-control.types.js';

/** Sends the digits that were pressed in the panes of one call, one command at a time. */
export class DigitsController implements ReactiveController {
  readonly #lines = new Map<PaneId, DigitLine>();
  #interactionId: InteractionId | undefined;

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly commands: CommandController,
  ) {
    host.addController(this);
  }

  /** The digits of one pane. */
  line(pane: PaneId): DigitLine {
    const known = this.#lines.get(pane);
    const line = known ?? new DigitLine();
    this.#lines.set(pane, line);
    return line;
  }

  /** Another call has digits of its own. */
  follow(interactionId: InteractionId | undefined): void {
    if (interactionId === this.#interactionId) return;
    this.#interactionId = interactionId;
    this.#lines.clear();
  }

  press(pane: PaneId, digit: Digit): void {
    this.line(pane).press(digit);
    this.host.requestUpdate();
  }

  /** What was refused is not tried again with what comes next: it might be half of a number. */
  giveUp(): void {
    for (const line of this.#lines.values()) line.giveUp();
    this.host.requestUpdate();
  }

  /** After each update: what was under way may have arrived since. */
  hostUpdated(): void {
    const id = this.#interactionId;
    if (id === undefined) return;
    const {pending, refusal} = this.commands.state(keyOf('call.dtmf', id));
    if (pending || refusal) return;
    for (const line of this.#lines.values()) {
      const digits = line.take();
      if (digits) return this.#send(id, line, digits);
    }
  }

  #send(id: InteractionId, line: DigitLine, digits: string): void {
    const key = keyOf('call.dtmf', id);
    const sent = this.commands.run(
      key,
      digitsAct(id, digits, () => {
        line.arrived();
      }),
    );
    // Prevented by the page: nothing will ever come of them.
    if (sent === undefined && !this.commands.refusal(key)) this.giveUp();
  }
}
