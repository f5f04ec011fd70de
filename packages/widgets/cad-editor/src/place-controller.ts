import type {ReactiveController} from 'lit';
import type {InteractionId} from '@deskwire/domain';
import type {ControllerHost} from '@deskwire/kit';

import {follow, type Leaving, type Place} from './leaving.js';
import type {ShelfController} from './shelf-controller.js';

/** What decides where the pane is. */
export interface PlaceParts {
  readonly drafts: ShelfController;
  /** The contact that should be shown. */
  wanted(): InteractionId | undefined;
  /** Unsaved edits are about to be left for another contact: somebody should ask. */
  ask(): void;
}

/** Which contact the pane shows. One with unsaved edits stays until they are answered (CAD-8). */
export class PlaceController implements ReactiveController {
  #place: Place = {shown: undefined};

  constructor(
    private readonly host: ControllerHost,
    private readonly parts: PlaceParts,
  ) {
    host.addController(this);
  }

  /** The contact in the pane. */
  get shown(): InteractionId | undefined {
    return this.#place.shown;
  }

  get leaving(): Leaving | undefined {
    return this.#place.leaving;
  }

  /** Before each render: goes on where nothing holds the pane any more. */
  follow(): void {
    const {drafts, wanted} = this.parts;
    this.#place = drafts.stream
      ? follow(this.#place, wanted(), (id) => this.#isHeld(id))
      : {shown: undefined};
  }

  /** How far the question is. */
  setPhase(phase: Leaving['phase']): void {
    const {shown, leaving} = this.#place;
    if (!leaving || leaving.phase === phase) return;
    this.#place = {shown, leaving: {...leaving, phase}};
    this.host.requestUpdate();
  }

  /** After each render: asks once; where nothing is left to ask, and only messages hold the pane, it stays. */
  hostUpdated(): void {
    if (!this.#place.leaving) return;
    void this.host.updateComplete.then(() => {
      const {shown, leaving} = this.#place;
      if (leaving?.phase === 'new') this.parts.ask();
      else if (leaving?.phase === 'asking' && shown !== undefined && this.parts.drafts.edits(shown) === 0)
        this.setPhase('staying');
    });
  }

  hostDisconnected(): void {
    this.#place = {shown: this.#place.shown};
  }

  /** What was lost to others while the pane was being left by saving is read before it goes. */
  #isHeld(id: InteractionId): boolean {
    const {drafts} = this.parts;
    return drafts.edits(id) > 0 || (this.#place.leaving !== undefined && drafts.read(id).conflicts.size > 0);
  }
}
