import type {ReactiveController} from 'lit';
import type {CadEdit, CadVariable, InteractionId, Refusal} from '@deskwire/domain';
import {PlainCommandController, type ControllerHost} from '@deskwire/kit';

import {CadSaveRequestEvent, type CadEditDetail, type CadSaveDoneDetail} from './cad-editor.events.js';
import {markSent} from './answers.js';
import type {ShelfController} from './shelf-controller.js';

/** A save that was sent. */
interface Sent {
  readonly interactionId: InteractionId;
  readonly edits: readonly CadEdit[];
}

const keyOf = (id: InteractionId): string => `save ${id}`;

const isSame = (a: readonly CadEdit[], b: readonly CadEdit[]): boolean =>
  a.length === b.length && JSON.stringify(a) === JSON.stringify(b);

/** What the page may know of the edits. */
const detailOf = (edits: readonly CadEdit[], variables: readonly CadVariable[]): readonly CadEditDetail[] =>
  edits.map(({name, value}) =>
    variables.some((one) => one.name === name && one.secure) ? {name} : {name, value},
  );

/** Saves edits that were checked, and knows how each save is doing. One save of a contact at a time. */
export class SaveController implements ReactiveController {
  readonly #commands: PlainCommandController;
  readonly #sent = new Map<InteractionId, Sent>();

  /** @param done Called once a save is through and everything that it brought is in the state. */
  constructor(
    private readonly host: ControllerHost,
    private readonly drafts: ShelfController,
    private readonly done: (detail: CadSaveDoneDetail) => void,
  ) {
    this.#commands = new PlainCommandController(host);
    host.addController(this);
  }

  isSaving(id: InteractionId): boolean {
    return this.#commands.isPending(keyOf(id));
  }

  failure(id: InteractionId): Refusal | undefined {
    return this.#commands.refusal(keyOf(id));
  }

  dismiss(id: InteractionId): void {
    this.#commands.dismiss(keyOf(id));
  }

  /** @returns Whether anything was sent. */
  save(interactionId: InteractionId, edits: readonly CadEdit[]): boolean {
    if (edits.length === 0 || this.isSaving(interactionId)) return false;
    // Before it goes out: a backend in the page answers at once.
    this.#sent.set(interactionId, {interactionId, edits});
    this.drafts.update(interactionId, (session) => markSent(session, {edits}));
    const id = this.#commands.run(keyOf(interactionId), {
      command: {type: 'cad.save', interactionId, edits},
      request: () =>
        new CadSaveRequestEvent({interactionId, edits: detailOf(edits, this.#variables(interactionId))}),
    });
    if (id === undefined) this.#sent.delete(interactionId);
    return id !== undefined;
  }

  /** Tries again: what is the same goes out under its own id, so that it is done once; what was edited since goes out anew. */
  retry(interactionId: InteractionId, edits: readonly CadEdit[]): boolean {
    const sent = this.#sent.get(interactionId);
    if (!sent || !isSame(sent.edits, edits)) return this.save(interactionId, edits);
    this.#commands.retry(keyOf(interactionId));
    return true;
  }

  hostUpdated(): void {
    if (this.#sent.size === 0) return;
    // Not before the update is over: what follows makes another one.
    void this.host.updateComplete.then(() => {
      this.#look();
    });
  }

  #look(): void {
    for (const [id, sent] of [...this.#sent]) {
      if (this.isSaving(id) || this.failure(id)) continue;
      this.#sent.delete(id);
      this.#finish(sent);
    }
  }

  #finish({interactionId, edits}: Sent): void {
    const variables = this.#variables(interactionId);
    const isSaved = ({name, value}: CadEdit): boolean =>
      variables.some((one) => one.name === name && one.value === value);
    const names = (list: readonly CadEdit[]): readonly string[] => list.map(({name}) => name);
    const saved = edits.filter(isSaved);
    const overwritten = names(edits.filter((edit) => !isSaved(edit)));
    if (saved.length > 0) {
      const savedAt = this.drafts.stream?.now() ?? 0;
      this.drafts.update(interactionId, (session) => ({...session, savedAt}));
    }
    this.done({interactionId, saved: names(saved), overwritten});
  }

  #variables(id: InteractionId): readonly CadVariable[] {
    return this.drafts.stream?.snapshot().interactions.get(id)?.cad ?? [];
  }
}
