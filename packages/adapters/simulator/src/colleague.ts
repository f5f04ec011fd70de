import type {ChosenState, InteractionId, OutgoingMail, Target, Verdict} from '@deskwire/domain';

import {Chatting} from './chat/chatting.js';

/** Commands that name a contact and nothing else. */
type PlainCommand =
  | 'interaction.accept'
  | 'interaction.decline'
  | 'interaction.end'
  | 'call.hold'
  | 'call.resume'
  | 'consult.end'
  | 'consult.transfer'
  | 'conference.start'
  | 'conference.end'
  | 'outdial.cancel'
  | 'campaign.call'
  | 'campaign.skip';

/** An agent without a desk in this page: the story says what they do, the engine decides as for everybody. */
export class Colleague extends Chatting {
  #isThere = false;

  /** Comes in, and takes work. */
  becomesAvailable(): Verdict {
    return this.#chooses({state: 'available'});
  }

  /** Comes in, and takes none. */
  goesIdle(reasonId: string): Verdict {
    return this.#chooses({state: 'idle', reasonId});
  }

  /** Goes home; refused while something is open. */
  signsOut(): Verdict {
    const result = this.does({type: 'agent.sign-out'});
    if (result.ok) this.disconnects();
    return result;
  }

  /** Is cut off. */
  disconnects(): void {
    if (this.#isThere) this.house.attendance.leave(this.agentId);
    this.#isThere = false;
  }

  accepts(interactionId = this.first('offered')): Verdict {
    return this.#does(interactionId, 'interaction.accept');
  }

  declines(interactionId = this.first('offered')): Verdict {
    return this.#does(interactionId, 'interaction.decline');
  }

  holds(interactionId = this.first('active')): Verdict {
    return this.#does(interactionId, 'call.hold');
  }

  resumes(interactionId = this.first('active')): Verdict {
    return this.#does(interactionId, 'call.resume');
  }

  ends(interactionId = this.first('active')): Verdict {
    return this.#does(interactionId, 'interaction.end');
  }

  /** Passes a contact on without a word. */
  transfers(to: Target, interactionId = this.first('active')): Verdict {
    return this.about(interactionId, (id) =>
      this.does({type: 'interaction.transfer', interactionId: id, to}),
    );
  }

  /** Asks somebody about a call; the customer is held. */
  consults(to: Target, interactionId = this.first('active')): Verdict {
    return this.about(interactionId, (id) => this.does({type: 'consult.start', interactionId: id, to}));
  }

  /** Ends the consult, or only leaves it: as their part in it is. */
  endsConsult(interactionId = this.first('active')): Verdict {
    return this.#does(interactionId, 'consult.end');
  }

  /** Hands a call over to whoever is consulted. */
  handsOver(interactionId = this.first('active')): Verdict {
    return this.#does(interactionId, 'consult.transfer');
  }

  startsConference(interactionId = this.first('active')): Verdict {
    return this.#does(interactionId, 'conference.start');
  }

  /** Ends the conference, or only leaves it: as their part in it is. */
  endsConference(interactionId = this.first('active')): Verdict {
    return this.#does(interactionId, 'conference.end');
  }

  mails(mail: OutgoingMail, interactionId = this.first('active')): Verdict {
    return this.about(interactionId, (id) => this.does({type: 'mail.send', interactionId: id, mail}));
  }

  /**
   * Saves values of a contact.
   * @param base The versions they were made from, where those are not the present ones: for a save that comes second.
   */
  saves(
    values: Readonly<Record<string, string>>,
    interactionId = this.first('active'),
    base: Readonly<Record<string, number>> = {},
  ): Verdict {
    const {cad = []} = this.house.host.centre.interactions.get(interactionId ?? '') ?? {};
    const edits = Object.entries(values).map(([name, value]) => {
      const known = cad.find((one) => one.name === name)?.version ?? 0;
      return {name, value, base: base[name] ?? known};
    });
    return this.about(interactionId, (id) => this.does({type: 'cad.save', interactionId: id, edits}));
  }

  /** Dials out; their own phone rings first. */
  dials(number: string, ani?: string): Verdict {
    return this.does({type: 'outdial.call', number, ...(ani === undefined ? {} : {ani})});
  }

  /** Gives up a call that they make. */
  cancels(interactionId = this.first('connecting') ?? this.first('offered')): Verdict {
    return this.#does(interactionId, 'outdial.cancel');
  }

  /** Takes the next contact of a campaign, to look at. */
  takesContact(campaignId: string): Verdict {
    return this.does({type: 'campaign.next', campaignId});
  }

  callsContact(interactionId = this.first('offered')): Verdict {
    return this.#does(interactionId, 'campaign.call');
  }

  skipsContact(interactionId = this.first('offered')): Verdict {
    return this.#does(interactionId, 'campaign.skip');
  }

  wrapsUp(reasonIds: readonly string[], interactionId = this.first('wrap-up')): Verdict {
    return this.about(interactionId, (id) =>
      this.does({type: 'wrap-up.submit', interactionId: id, reasonIds}),
    );
  }

  #chooses(to: ChosenState): Verdict {
    if (!this.#isThere) this.house.attendance.enter(this.agentId);
    this.#isThere = true;
    return this.does({type: 'agent.set-state', to});
  }

  #does(interactionId: InteractionId | undefined, type: PlainCommand): Verdict {
    return this.about(interactionId, (id) => this.does({type, interactionId: id}));
  }
}
