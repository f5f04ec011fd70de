import type {
  AgentId,
  Attachment,
  CadVariable,
  Channel,
  Command,
  CommandId,
  Content,
  Customer,
  FlowVariable,
  Handset,
  InteractionId,
  LegId,
  Mail,
  Origin,
  Who,
} from '@deskwire/domain';

/** What the world tells the engine. A channel (voice, chat, email) turns its own events into these. */
export type Signal =
  /**
   * A customer came in; with origin `callback` one who wants to be called. Refused while there can be no further call. The
   * caller chooses `interactionId`, so that a repeat is harmless while the contact is open.
   */
  | {
      readonly type: 'contact.arrived';
      readonly interactionId: InteractionId;
      readonly channel: Channel;
      readonly origin?: Origin;
      readonly customer: Customer;
      /** Where it came in: decides queue, DNIS and CAD. */
      readonly entryPointId: string;
      readonly dnis?: string;
      readonly subject?: string;
      readonly content?: Content;
      /** Beside what the entry point's flow defines. */
      readonly cad?: readonly CadVariable[];
    }
  /** The agent's phone or page has the request: it rings. */
  | {readonly type: 'station.ringing'; readonly interactionId: InteractionId; readonly agentId: AgentId}
  /** A phone was answered, declined, or could not be reached. */
  | {readonly type: 'station.answered'; readonly interactionId: InteractionId; readonly agentId: AgentId}
  | {readonly type: 'station.declined'; readonly interactionId: InteractionId; readonly agentId: AgentId}
  | {readonly type: 'station.failed'; readonly interactionId: InteractionId; readonly agentId: AgentId}
  /** The agent hung up the physical phone. */
  | {readonly type: 'station.hung-up'; readonly interactionId: InteractionId; readonly agentId: AgentId}
  /** The phone of an outside number (a transfer, a consult) was answered, did not take the call, or hung up. */
  | {readonly type: 'number.answered'; readonly interactionId: InteractionId; readonly legId: LegId}
  | {
      readonly type: 'number.failed';
      readonly interactionId: InteractionId;
      readonly legId: LegId;
      readonly reason: 'missed' | 'declined' | 'failed';
    }
  | {readonly type: 'number.gone'; readonly interactionId: InteractionId; readonly legId: LegId}
  /** A customer who is dialled (callback, outdial, campaign) came to the phone, let it ring, refused, or could not be reached. */
  | {readonly type: 'customer.answered'; readonly interactionId: InteractionId}
  | {readonly type: 'customer.unanswered'; readonly interactionId: InteractionId}
  | {readonly type: 'customer.rejected'; readonly interactionId: InteractionId}
  | {readonly type: 'customer.failed'; readonly interactionId: InteractionId}
  /** The flow or routing set values of a contact (CAD-10); names that are not there are left out. */
  | {
      readonly type: 'flow.set';
      readonly interactionId: InteractionId;
      readonly values: readonly {readonly name: string; readonly value: string}[];
    }
  /** The flow has other variables from now on; what matches by name and type is carried over (CAD-12). */
  | {
      readonly type: 'flow.defined';
      readonly interactionId: InteractionId;
      readonly variables: readonly FlowVariable[];
    }
  | {readonly type: 'handset.changed'; readonly agentId: AgentId; readonly handset: Handset}
  /** The customer hung up or closed the conversation for good. */
  | {readonly type: 'customer.gone'; readonly interactionId: InteractionId}
  | {readonly type: 'agent.signed-in'; readonly agentId: AgentId}
  /** The first desk of this agent connected, or the last one was lost. */
  | {readonly type: 'agent.connected'; readonly agentId: AgentId}
  | {readonly type: 'agent.disconnected'; readonly agentId: AgentId}
  /** A further mail of an open thread. Refused where the thread is over or unknown: then it is a new contact. */
  | {readonly type: 'mail.received'; readonly interactionId: InteractionId; readonly mail: Mail}
  | {readonly type: 'mail.sent'; readonly interactionId: InteractionId; readonly mailId: string}
  | {
      readonly type: 'mail.failed';
      readonly interactionId: InteractionId;
      readonly mailId: string;
      readonly failure: string;
    }
  /** The customer's device has a message, or showed it. */
  | {readonly type: 'message.delivered'; readonly interactionId: InteractionId; readonly messageId: string}
  /**
   * Somebody looked at a file that was held: it is given out from now on, or gone. Whoever stores it has checked that it was
   * held; its contact may be over.
   */
  | {
      readonly type: 'attachment.released' | 'attachment.dropped';
      readonly interactionId: InteractionId;
      readonly attachmentId: string;
    };

/** Everything that can make the engine move. */
export type Input =
  | {
      readonly kind: 'command';
      readonly who: Who;
      readonly id: CommandId;
      readonly command: Command;
      /** The files that the command's `attachmentIds` name, looked up and checked by the host that stores them. */
      readonly files?: readonly Attachment[];
    }
  | {readonly kind: 'signal'; readonly signal: Signal}
  /** Time has passed; whatever is due happens. */
  | {readonly kind: 'tick'};

/** Time, ids and chance, all from outside, so that a run can be repeated. */
export interface EngineEnv {
  /** Epoch milliseconds. */
  now(): number;
  /** A fresh id for a leg, a mail or a call that an agent makes; never reused. */
  newId(): string;
}
