import {
  hasFeature,
  permit,
  refuse,
  type Author,
  type Interaction,
  type InteractionId,
  type Verdict,
  type Who,
} from '@deskwire/domain';
import {permitView} from '@deskwire/engine';
import type {TypingNotice} from '@deskwire/stream';

import type {Host} from '../host.js';
import {whoKey} from '../who-key.js';

/** Hears what concerns one viewer. */
export type NoticeListener = (to: Who, notice: TypingNotice) => void;

/** Everybody who talks in a conversation now. */
const talkersOf = ({id, engagements}: Interaction): readonly Who[] => [
  {kind: 'customer', interactionId: id},
  ...engagements
    .filter(({phase}) => phase === 'active')
    .map(({agent}): Who => ({kind: 'agent', agentId: agent.id})),
];

/** Tells those in a conversation who of the others writes. Nothing of it is kept. */
export class Notices {
  readonly #host: Host;
  readonly #listeners = new Set<NoticeListener>();

  constructor(host: Host) {
    this.#host = host;
  }

  listen(listener: NoticeListener): void {
    this.#listeners.add(listener);
  }

  /** Somebody writes, or stopped. Who may write in the conversation may say so. */
  typing(who: Who, interactionId: InteractionId, isTyping: boolean): Verdict {
    const {centre} = this.#host;
    if (!hasFeature(centre.config.capabilities, 'typing'))
      return {ok: false, refusal: refuse('DW_CAPABILITY_MISSING')};
    const verdict = permit(permitView(centre, who), {type: 'message.send', interactionId}, who);
    const interaction = centre.interactions.get(interactionId);
    if (!verdict.ok || !interaction) return verdict;
    const notice: TypingNotice = {
      type: 'typing',
      interactionId,
      isTyping,
      from: this.#authorOf(who, interaction),
    };
    for (const to of talkersOf(interaction)) if (whoKey(to) !== whoKey(who)) this.#tell(to, notice);
    return verdict;
  }

  #tell(to: Who, notice: TypingNotice): void {
    for (const listener of this.#listeners) listener(to, notice);
  }

  #authorOf(who: Who, {customer: {name}}: Interaction): Author {
    if (who.kind === 'customer') return {kind: 'customer', ...(name === undefined ? {} : {name})};
    const {profile} = this.#host.centre.agents.get(who.agentId) ?? {};
    return {kind: 'agent', id: who.agentId, name: profile?.name ?? who.agentId};
  }
}
