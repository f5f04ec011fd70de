import type {InteractionId, Message, Refusal} from '@deskwire/domain';
import type {StreamHandle} from '@deskwire/stream';

/** How many messages are asked for at once. */
const PAGE = 50;

interface Loaded {
  /** The first message of the transcript, to which all this was put in front. */
  readonly anchorId: string;
  readonly messages: readonly Message[];
  readonly earlier: number;
  readonly loading: boolean;
  readonly refusal?: Refusal;
  /** The last joined list, so that nothing changes where nothing changed. */
  joined?: {readonly newest: readonly Message[]; readonly all: readonly Message[]};
}

const join = (loaded: Loaded, newest: readonly Message[]): readonly Message[] => {
  if (loaded.messages.length === 0) return newest;
  if (loaded.joined?.newest !== newest) loaded.joined = {newest, all: [...loaded.messages, ...newest]};
  return loaded.joined.all;
};

/** A conversation with what was loaded in front of it. */
export interface Whole {
  readonly messages: readonly Message[];
  readonly earlier: number;
  readonly loading: boolean;
  readonly refusal?: Refusal;
}

/** The part of a conversation that the desk's state holds. */
export interface Newest {
  readonly interactionId: InteractionId;
  readonly messages: readonly Message[];
  readonly earlier: number;
}

/**
 * Older messages that were asked for, by conversation. The state holds the newest ones only; when a new snapshot begins at
 * another message there could be a gap, and what was loaded is let go.
 */
export class Earlier {
  readonly #loaded = new Map<InteractionId, Loaded>();

  /** @param changed Called when an answer has arrived. */
  constructor(private readonly changed: () => void) {}

  /** The conversation with all that is known of it. */
  whole(newest: Newest): Whole {
    const {messages, earlier} = newest;
    const loaded = this.#of(newest);
    if (!loaded) return {messages, earlier, loading: false};
    const {refusal, loading} = loaded;
    return {
      messages: join(loaded, messages),
      earlier: loaded.earlier,
      loading,
      ...(refusal ? {refusal} : {}),
    };
  }

  /** Asks for the next older ones, unless that is under way. */
  async load(stream: StreamHandle, newest: Newest): Promise<void> {
    const {interactionId} = newest;
    const anchorId = newest.messages[0]?.id;
    const before = this.#of(newest);
    const first = before?.messages[0]?.id ?? anchorId;
    if (anchorId === undefined || first === undefined || before?.loading) return;
    const {messages = [], earlier = newest.earlier} = before ?? {};
    const asking: Loaded = {anchorId, messages, earlier, loading: true};
    this.#set(interactionId, asking);
    const result = await stream.query({
      type: 'messages.before',
      interactionId,
      messageId: first,
      limit: PAGE,
    });
    // Another answer, another stream's conversation or another snapshot came in between.
    if (this.#loaded.get(interactionId) !== asking) return;
    this.#set(
      interactionId,
      result.ok
        ? {
            anchorId,
            messages: [...result.answer.messages, ...messages],
            earlier: result.answer.earlier,
            loading: false,
          }
        : {...asking, loading: false, refusal: result.refusal},
    );
  }

  /** Lets everything go, e.g. with the stream. */
  clear(): void {
    this.#loaded.clear();
  }

  #of({interactionId, messages}: Newest): Loaded | undefined {
    const loaded = this.#loaded.get(interactionId);
    if (loaded?.anchorId === messages[0]?.id) return loaded;
    this.#loaded.delete(interactionId);
    return undefined;
  }

  #set(id: InteractionId, loaded: Loaded): void {
    this.#loaded.set(id, loaded);
    this.changed();
  }
}
