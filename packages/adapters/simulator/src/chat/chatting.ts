import type {AgentId, InteractionId, Verdict, Who} from '@deskwire/domain';

import {Acting} from '../acting.js';

/** What an agent without a desk does in chats. */
export abstract class Chatting extends Acting {
  says(text: string, interactionId = this.first('active')): Verdict {
    return this.about(interactionId, (id) => this.does({type: 'message.send', interactionId: id, text}));
  }

  /** Has seen what the customer wrote. */
  reads(interactionId = this.first('active')): Verdict {
    return this.about(interactionId, (id) => this.does({type: 'interaction.read', interactionId: id}));
  }

  /** Writes, and has not sent it yet; others see it for some seconds. */
  types(interactionId = this.first('active')): Verdict {
    return this.#typing(interactionId, true);
  }

  stopsTyping(interactionId = this.first('active')): Verdict {
    return this.#typing(interactionId, false);
  }

  /** Sends a file, at once. */
  sendsFile(file: File, text = '', interactionId = this.first('active')): Verdict {
    return this.about(interactionId, (id) => {
      const kept = this.house.files.keep(this.#who, {interactionId: id, file});
      if (!kept.ok) return kept;
      const attachmentIds = [kept.attachment.id];
      return this.does({type: 'message.send', interactionId: id, text, attachmentIds});
    });
  }

  /** Asks a colleague into their chat. */
  invites(agentId: AgentId, interactionId = this.first('active')): Verdict {
    return this.about(interactionId, (id) =>
      this.does({type: 'conference.start', interactionId: id, to: {kind: 'agent', agentId}}),
    );
  }

  /** Takes an invitation back that nobody has accepted yet. */
  withdraws(interactionId = this.first('active')): Verdict {
    return this.about(interactionId, (id) => this.does({type: 'consult.cancel', interactionId: id}));
  }

  /** Accepts an invitation. */
  joins(interactionId = this.first('offered')): Verdict {
    return this.about(interactionId, (id) => this.does({type: 'interaction.accept', interactionId: id}));
  }

  /** Goes out of a conference; the one who began it ends it for all. */
  leaves(interactionId = this.first('active')): Verdict {
    return this.about(interactionId, (id) => this.does({type: 'conference.end', interactionId: id}));
  }

  /** Does not take what rings: a chat cannot be declined, so it counts as missed, and they are in RONA. */
  misses(interactionId = this.first('offered')): Verdict {
    const {agentId, house} = this;
    return this.about(interactionId, (id) =>
      house.host.take({kind: 'signal', signal: {type: 'station.failed', interactionId: id, agentId}}),
    );
  }

  get #who(): Who {
    return {kind: 'agent', agentId: this.agentId};
  }

  #typing(interactionId: InteractionId | undefined, isTyping: boolean): Verdict {
    return this.about(interactionId, (id) => this.house.notices.typing(this.#who, id, isTyping));
  }
}
