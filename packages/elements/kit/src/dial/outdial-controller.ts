import type {ReactiveController} from 'lit';
import {
  dialled,
  engagementOf,
  isOpen,
  selectAgentId,
  type DeskState,
  type Fact,
  type InteractionId,
  type Refusal,
} from '@deskwire/domain';
import type {StreamHandle} from '@deskwire/stream';

import type {ControllerHost} from '../context/consume.js';
import {controlOf, type Control} from '../control.js';
import {CommandController} from '../controllers/checked-command-controller.js';
import {selectRules} from '../controllers/rules-controller.js';
import {StreamController} from '../controllers/stream-controller.js';
import {isSameList} from '../same-list.js';

import {
  outcomeBy,
  outcomeNow,
  type DialOutcome,
  type DialRequest,
  type FailedOutcome,
  type RefusedOutcome,
} from './dial-outcome.js';
import {OutdialDoneEvent, OutdialFailedEvent, OutdialRequestEvent} from './outdial.events.js';

/** A call that did not come about, until somebody has seen it. */
export interface DialEnd {
  readonly request: DialRequest;
  readonly outcome: FailedOutcome | RefusedOutcome;
}

interface Attempt {
  readonly request: DialRequest;
  readonly stream: StreamHandle | undefined;
  readonly settle: (outcome: DialOutcome) => void;
  interactionId?: InteractionId;
}

const KEY = 'outdial';
/** Made by hand: the table of all refusals would come with `refuse`. */
const DIALLING: Refusal = {code: 'DW_OUTDIAL_DIALLING', kind: 'state'};

/** What of the desk can change whether an agent may dial: their own calls, by how far each is, and the rules. */
const selectDialling = (state: DeskState): readonly unknown[] => {
  const own = selectAgentId(state);
  const calls = [...state.interactions.values()].flatMap((contact) => {
    const engagement = contact.channel === 'voice' ? engagementOf(contact, own) : undefined;
    return engagement && isOpen(engagement) ? [contact.origin, engagement.phase] : [];
  });
  return [...selectRules(state), calls.join()];
};
/**
 * Makes calls: asks `permit`, fires `dw-outdial-request` on its host, sends `outdial.call`, and follows the call until the
 * customer answers or it is clear that nobody does. It fires `dw-outdial-done` when the request was taken and
 * `dw-outdial-failed` when it came to nothing; `end` holds that until it is dismissed, for the host to show, with
 * `outdialText` for the words. An agent has one such call at a time.
 */
export class OutdialController implements ReactiveController {
  readonly #commands: CommandController;
  readonly #rules: StreamController<readonly unknown[]>;
  #attempt: Attempt | undefined;
  #end: DialEnd | undefined;
  #facts: {unsubscribe(): void} | undefined;

  /** @param taken Called when the backend has taken a request: a dialog closes. */
  constructor(
    private readonly host: ControllerHost,
    private readonly taken: () => void = () => undefined,
  ) {
    this.#commands = new CommandController(host);
    this.#rules = new StreamController(host, selectDialling, isSameList);
    host.addController(this);
  }

  /** The stream that the host is in. */
  get stream(): StreamHandle | undefined {
    return this.#rules.stream;
  }

  /** Whether the agent may dial at all, and if not now, why (OUT-1). */
  get control(): Control {
    return controlOf(this.stream?.permit({type: 'outdial.call'}));
  }

  /** The request is under way. */
  get isPending(): boolean {
    return this.#commands.isPending(KEY);
  }

  /** What became of the last call, where it came to nothing and nobody has dismissed it. */
  get end(): DialEnd | undefined {
    return this.#end;
  }

  /** Calls a number. The promise tells what became of it in the end, and is never rejected. */
  call({number, ani}: DialRequest): Promise<DialOutcome> {
    if (this.#attempt) return Promise.resolve({kind: 'refused', refusal: DIALLING});
    this.dismiss();
    const request: DialRequest = {number: dialled(number), ...(ani !== undefined && {ani})};
    return this.#begin(request, () => {
      this.#commands.run(KEY, {
        command: {type: 'outdial.call', ...request},
        request: () => new OutdialRequestEvent(request),
        done: (fact) => this.#take(request, fact),
      });
    });
  }

  /** Makes the last call again; a request that got no answer is sent under its own id, so that it is done once at most. */
  again(): Promise<DialOutcome> {
    const end = this.#end;
    if (!end) return Promise.resolve({kind: 'unknown'});
    const {outcome, request} = end;
    if (outcome.kind !== 'refused' || outcome.refusal.kind !== 'transport' || !this.stream)
      return this.call(request);
    this.#end = undefined;
    return this.#begin(request, () => {
      this.#commands.retry(KEY);
    });
  }

  /** What came to nothing has been seen. */
  dismiss(): void {
    this.#commands.dismiss(KEY);
    if (!this.#end) return;
    this.#end = undefined;
    this.host.requestUpdate();
  }

  hostUpdate(): void {
    const attempt = this.#attempt;
    if (!attempt) return;
    const refusal = this.#commands.refusal(KEY);
    if (attempt.stream !== this.stream) this.#settle({kind: 'unknown'});
    else if (refusal) this.#settle({kind: 'refused', refusal});
  }

  hostDisconnected(): void {
    this.#settle({kind: 'unknown'});
  }

  #begin(request: DialRequest, send: () => void): Promise<DialOutcome> {
    const {stream} = this;
    return new Promise((settle) => {
      this.#attempt = {request, stream, settle};
      this.#facts = stream?.facts$.subscribe(this.#hear);
      send();
      const refusal = this.#commands.refusal(KEY);
      if (refusal) this.#settle({kind: 'refused', refusal});
      else if (!this.isPending && !this.#attempt.interactionId) this.#settle({kind: 'prevented'});
    });
  }

  /** The request was taken: from now on facts tell what becomes of the call. */
  #take(request: DialRequest, fact: Fact | undefined): OutdialDoneEvent {
    const interactionId = fact && 'interactionId' in fact ? fact.interactionId : this.#ownCall();
    if (this.#attempt && interactionId !== undefined) {
      this.#attempt.interactionId = interactionId;
      if (fact) this.#hear(fact);
      // The state may have got ahead of the facts; what failed is told by them.
      if (this.#now()?.kind === 'connected') this.#settle({kind: 'connected', interactionId});
    } else this.#settle({kind: 'unknown'});
    this.taken();
    return new OutdialDoneEvent({...request, interactionId});
  }

  /** The call that the agent is making, where no fact says which. */
  #ownCall(): InteractionId | undefined {
    const state = this.stream?.snapshot();
    const own = state && selectAgentId(state);
    const isOwn = (id: InteractionId): boolean => {
      const contact = state?.interactions.get(id);
      const engagement = contact && engagementOf(contact, own);
      return contact?.origin === 'outdial' && engagement !== undefined && isOpen(engagement);
    };
    return [...(state?.interactions.keys() ?? [])].find(isOwn);
  }

  readonly #hear = (fact: Fact): void => {
    const {interactionId, stream} = this.#attempt ?? {};
    if (interactionId === undefined || !stream) return;
    const outcome =
      fact.type === 'desk.hydrated'
        ? this.#now()
        : outcomeBy(fact, interactionId, selectAgentId(stream.snapshot()));
    if (outcome) this.#settle(outcome);
  };

  /** What the desk as a whole says of the call. */
  #now(): DialOutcome | undefined {
    const {interactionId, stream} = this.#attempt ?? {};
    return interactionId === undefined || !stream ? undefined : outcomeNow(stream.snapshot(), interactionId);
  }

  #settle(outcome: DialOutcome): void {
    const attempt = this.#attempt;
    if (!attempt) return;
    this.#attempt = undefined;
    this.#facts?.unsubscribe();
    this.#facts = undefined;
    if (outcome.kind === 'failed' || outcome.kind === 'refused') {
      this.#end = {request: attempt.request, outcome};
      this.host.dispatchEvent(new OutdialFailedEvent({...attempt.request, outcome}));
    }
    this.host.requestUpdate();
    attempt.settle(outcome);
  }
}
