import type {InteractionId, Verdict} from '@deskwire/domain';

import {ChatStory} from '../chat/chat-story.js';
import type {MailArrival} from '../scripts.js';

/** The verbs about mails, and the servers that carry them. */
export abstract class MailStory extends ChatStory {
  mailArrives(mail: MailArrival): InteractionId {
    return this.house.actors.cast(this.house.customers.mails.arrive(mail), mail.script);
  }

  /** The contact that a thread is now: after its end, whoever writes again is a new one. */
  currentThread(interactionId: InteractionId): InteractionId {
    return this.house.customers.mails.current(interactionId);
  }

  /** The customer's mail server sends back what was written to them. */
  mailBounces(interactionId: InteractionId): Verdict {
    return this.house.customers.mails.notice(interactionId, 'bounce');
  }

  /** The customer is away, and a machine says so. */
  customerIsAway(interactionId: InteractionId): Verdict {
    return this.house.customers.mails.notice(interactionId, 'auto-reply');
  }

  /** What the mail server says to mails from now on; without words it takes them again. */
  mailServerRefuses(failure?: string): void {
    this.house.actors.mailFailure = failure;
  }
}
