import type {ReactiveController, ReactiveControllerHost, TemplateResult} from 'lit';
import {agentRefusals, contactRefusals, refusalTextFrom, type StreamController} from '@deskwire/kit';

import {Attention} from './attention.js';
import {CallFailures} from './call-failures.js';
import type {RequestRow, TraySlice} from './incoming-call.view.js';
import {ModalPlace} from './modal-place.js';
import type {Words} from './request-texts.js';
import {RingTone, type RingDevices, type RingState} from './ring-tone.js';

/** What the company takes from the tray. */
export interface CompanyParts {
  readonly words: Words;
  readonly slice: StreamController<TraySlice>;
  /** What an agent who looks elsewhere is told of; undefined where the page wants quiet. */
  rows(): readonly RequestRow[] | undefined;
  /** For whom the page should ring now; undefined: for nobody. */
  ringsFor(): string | undefined;
  /** Where the sound comes from; undefined: the browser. */
  devices(): (() => RingDevices) | undefined;
  /** Told how the ring tone stands. */
  rang(state: RingState): void;
}

/**
 * What goes with a request beside its row: it rings, reaches the agent who looks elsewhere or at a modal dialog of the
 * page, and says why something was refused or came to nothing.
 */
export class TrayCompany implements ReactiveController {
  /** What a request or the RONA popover can meet, in words. */
  readonly refusalText = refusalTextFrom(agentRefusals, contactRefusals);
  readonly #tone: RingTone;
  readonly #attention: Attention;
  readonly #failures: CallFailures;
  readonly #place: ModalPlace;

  constructor(
    private readonly host: ReactiveControllerHost & Element,
    private readonly parts: CompanyParts,
  ) {
    const {words, slice} = parts;
    this.#tone = new RingTone(
      (state) => {
        parts.rang(state);
      },
      () => parts.devices(),
    );
    this.#attention = new Attention(words, () => {
      host.requestUpdate();
    });
    this.#failures = new CallFailures(host, words, slice);
    this.#place = new ModalPlace(host, () => {
      host.requestUpdate();
    });
    host.addController(this);
  }

  /** Why a call came to nothing, where one did. */
  get card(): TemplateResult | undefined {
    return this.#failures.card;
  }

  /** Lets the browser ask whether the page may notify; undefined where there is nothing to ask. Call it from a click. */
  get ask(): (() => void) | undefined {
    return this.parts.rows() && this.#attention.ask;
  }

  /** Where the surfaces are while a modal dialog of the page is open; else undefined. */
  get root(): ShadowRoot | undefined {
    return this.#place.root;
  }

  /** Puts the surfaces where they can be pressed, and rings, before they are rendered: they say whether the sound is off. */
  hostUpdate(): void {
    this.#place.follow();
    this.#tone.ringFor(this.parts.ringsFor());
  }

  /** Follows what the tray shows now. */
  hostUpdated(): void {
    this.#failures.follow();
    this.#attention.update(this.parts.rows() ?? []);
    this.#place.look();
  }

  /** Tries again to ring. Call it from a click. */
  unlock(): void {
    this.#tone.unlock();
  }

  /** Ends it all, and gives the audio device back. */
  close(): void {
    this.host.removeController(this);
    this.#failures.close();
    this.#place.close();
    this.#attention.close();
    this.#tone.ringFor(undefined);
    this.#tone.close();
  }
}
