import type {ReactiveController} from 'lit';
import {engagementOf, selectAgentId, type DeskState, type Fact, type Interaction} from '@deskwire/domain';
import {consumeContext, streamContext, type ControllerHost} from '@deskwire/kit';
import type {StreamHandle} from '@deskwire/stream';

/** What others did to a consult or a conference, told to the agent who owns the call: they hear somebody else now. */
export const NOTICES = [
  'consult-missed',
  'consult-declined',
  'consult-failed',
  'consult-left',
  'conference-left',
] as const;
/** One of {@link NOTICES}. */
export type Notice = (typeof NOTICES)[number];

/**
 * The news that a fact is to its agent: who was asked does not come, or who was in it has left.
 * @param state The desk after the fact.
 */
export const noticeOf = (state: DeskState, fact: Fact): Notice | undefined => {
  const own = selectAgentId(state);
  const interaction = 'interactionId' in fact ? state.interactions.get(fact.interactionId) : undefined;
  if (!interaction || engagementOf(interaction, own)?.role !== 'owner') return undefined;
  switch (fact.type) {
    case 'consult.failed':
      return fact.reason === 'cancelled' ? undefined : `consult-${fact.reason}`;
    case 'consult.ended':
      return fact.by === own || fact.by === 'customer' ? undefined : 'consult-left';
    case 'conference.left':
      return interaction.talk.kind === 'together' ? 'conference-left' : undefined;
    default:
      return undefined;
  }
};

/** When the arrangement of an interaction began. */
const sinceOf = ({talk}: Interaction): number | undefined => (talk.kind === 'none' ? undefined : talk.since);

/** Keeps the newest notice for as long as the arrangement lasts that it is about. */
export class NoticeController implements ReactiveController {
  readonly #stream: () => StreamHandle | undefined;
  #subscription: {unsubscribe(): void} | undefined;
  #current: {readonly id: string; readonly since: number | undefined; readonly notice: Notice} | undefined;

  /** @param news Called with each new notice, so that it can be announced. */
  constructor(
    private readonly host: ControllerHost,
    private readonly news: (interactionId: string, notice: Notice) => void,
  ) {
    this.#stream = consumeContext(host, streamContext, () => {
      if (host.isConnected) this.hostConnected();
    });
    host.addController(this);
  }

  /** The notice of an interaction. */
  of(interaction: Interaction | undefined): Notice | undefined {
    const {id, since, notice} = this.#current ?? {};
    return interaction?.id === id && interaction && sinceOf(interaction) === since ? notice : undefined;
  }

  dismiss(): void {
    this.#current = undefined;
    this.host.requestUpdate();
  }

  hostConnected(): void {
    this.hostDisconnected();
    const stream = this.#stream();
    this.#subscription = stream?.facts$.subscribe((fact) => {
      this.#take(stream.snapshot(), fact);
    });
  }

  hostDisconnected(): void {
    this.#subscription?.unsubscribe();
    this.#subscription = undefined;
  }

  #take(state: DeskState, fact: Fact): void {
    const notice = noticeOf(state, fact);
    const interaction = 'interactionId' in fact && state.interactions.get(fact.interactionId);
    if (!notice || !interaction) return;
    this.#current = {id: interaction.id, since: sinceOf(interaction), notice};
    this.news(interaction.id, notice);
    this.host.requestUpdate();
  }
}
