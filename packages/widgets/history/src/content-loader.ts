import type {Answers, Content, InteractionId, Mail, Message, Refusal} from '@deskwire/domain';
import type {StreamHandle} from '@deskwire/stream';

/** So many messages, or mails, at once. */
export const CONTENT_PAGE = 50;

type Answer = Answers['history.content'];

/** Which contact. */
export interface Asked {
  readonly interactionId: InteractionId;
  /** Asked for as one of this contact's customer; absent: as the agent's own. */
  readonly customerOf?: InteractionId;
}

/** How a past contact is doing that is being read. */
export type ContentState =
  | {readonly state: 'loading'}
  | {readonly state: 'failed'; readonly refusal: Refusal}
  | {
      readonly state: 'ready';
      readonly answer: Answer;
      /** Older messages or mails are on their way. */
      readonly isLoadingEarlier: boolean;
      readonly earlierRefusal?: Refusal;
      /** There are older ones. A transcript says how many; of mails a full page says that there may be. */
      readonly hasEarlier: boolean;
    };

const itemsOf = (content: Content): readonly (Message | Mail)[] => {
  if (content.kind === 'chat') return content.transcript.messages;
  return content.kind === 'email' ? content.thread.mails : [];
};

const hasEarlier = (newest: Content): boolean =>
  newest.kind === 'chat' ? newest.transcript.earlier > 0 : itemsOf(newest).length >= CONTENT_PAGE;

/** Puts older messages or mails in front. */
const prepend = (older: Content, newer: Content): Content => {
  if (older.kind === 'chat' && newer.kind === 'chat') {
    const {messages, earlier} = older.transcript;
    const all = [...messages, ...newer.transcript.messages];
    return {kind: 'chat', transcript: {...newer.transcript, messages: all, earlier}};
  }
  if (older.kind === 'email' && newer.kind === 'email')
    return {kind: 'email', thread: {mails: [...older.thread.mails, ...newer.thread.mails]}};
  return newer;
};

/** Reads one past contact, from its end towards its beginning. An answer after the contact was left is dropped. */
export class ContentLoader {
  #state: ContentState = {state: 'loading'};
  #isClosed = false;

  /** @param changed Called whenever something is another than it was. */
  constructor(
    private readonly stream: StreamHandle,
    private readonly asked: Asked,
    private readonly changed: () => void,
  ) {}

  get state(): ContentState {
    return this.#state;
  }

  /** Loads the newest part. */
  async load(): Promise<void> {
    this.#set({state: 'loading'});
    const result = await this.#ask(undefined);
    if (!result.ok) {
      this.#set({state: 'failed', refusal: result.refusal});
      return;
    }
    const {answer} = result;
    this.#set({state: 'ready', answer, isLoadingEarlier: false, hasEarlier: hasEarlier(answer.content)});
  }

  /** Loads the next older part, unless that is under way. */
  async loadEarlier(): Promise<void> {
    const now = this.#state;
    if (now.state !== 'ready' || now.isLoadingEarlier || !now.hasEarlier) return;
    const {answer} = now;
    this.#set({state: 'ready', answer, hasEarlier: true, isLoadingEarlier: true});
    const result = await this.#ask(itemsOf(answer.content)[0]?.id);
    if (!result.ok) {
      const {refusal} = result;
      this.#set({state: 'ready', answer, hasEarlier: true, isLoadingEarlier: false, earlierRefusal: refusal});
      return;
    }
    const older = result.answer.content;
    this.#set({
      state: 'ready',
      answer: {...answer, content: prepend(older, answer.content)},
      isLoadingEarlier: false,
      hasEarlier: hasEarlier(older),
    });
  }

  /** Nobody reads it any more. */
  close(): void {
    this.#isClosed = true;
  }

  #ask(before: string | undefined) {
    return this.stream.query({
      type: 'history.content',
      ...this.asked,
      ...(before === undefined ? {} : {before}),
      limit: CONTENT_PAGE,
    });
  }

  #set(state: ContentState): void {
    if (this.#isClosed) return;
    this.#state = state;
    this.changed();
  }
}
