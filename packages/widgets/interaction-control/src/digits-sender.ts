import type {ReactiveControllerHost} from 'lit';
import type {InteractionId} from '@deskwire/domain';
import type {DialKey, PlainCommandController} from '@deskwire/kit';

import {DigitLine} from './digit-line.js';
import {digitsAct, keyOf} from './interaction-control.acts.js';
import type {PaneId} from './interaction-control.types.js';

/** Sends the digits that are pressed in the panes of one call, one command at a time. */
export class DigitsSender {
  readonly #lines = new Map<PaneId, DigitLine>();
  #interactionId: InteractionId | undefined;

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly commands: PlainCommandController,
  ) {}

  /** The digits of one pane. */
  line(pane: PaneId): DigitLine {
    const line = this.#lines.get(pane) ?? new DigitLine();
    this.#lines.set(pane, line);
    return line;
  }

  /** Another call has digits of its own. */
  follow(interactionId: InteractionId | undefined): void {
    if (interactionId === this.#interactionId) return;
    this.#interactionId = interactionId;
    this.#lines.clear();
  }

  press(pane: PaneId, digit: DialKey): void {
    this.line(pane).press(digit);
    this.#send();
  }

  /** What was refused is not tried again with what comes next: it might be half of a number. */
  giveUp(): void {
    for (const line of this.#lines.values()) line.giveUp();
    this.host.requestUpdate();
  }

  readonly #send = (): void => {
    this.host.requestUpdate();
    const id = this.#interactionId;
    if (id === undefined) return;
    const key = keyOf('call.dtmf', id);
    const {pending, refusal} = this.commands.state(key);
    const line = [...this.#lines.values()].find(({unsent}) => unsent);
    const digits = pending || refusal ? undefined : line?.take();
    if (!line || !digits) return;
    const arrived = (): void => {
      line.arrived();
      queueMicrotask(this.#send);
    };
    const sent = this.commands.run(key, digitsAct(id, digits, arrived));
    // Prevented by the page: nothing will ever come of them.
    if (sent === undefined && !this.commands.refusal(key)) this.giveUp();
  };
}
