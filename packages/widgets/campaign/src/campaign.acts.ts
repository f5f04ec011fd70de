import type {InteractionId} from '@deskwire/domain';
import type {Act, PlainCommandController} from '@deskwire/kit';

import {
  CampaignCallDoneEvent,
  CampaignCallRequestEvent,
  CampaignCancelDoneEvent,
  CampaignCancelRequestEvent,
  CampaignNextDoneEvent,
  CampaignNextRequestEvent,
  CampaignSkipDoneEvent,
  CampaignSkipRequestEvent,
} from './campaign.events.js';
import {CONTACT_ACTS, type ContactAct, type ContactCommands} from './dialog.scene.js';

/** Asking for the next contact of a campaign. */
export const nextAct = (campaignId: string): Act => ({
  command: {type: 'campaign.next', campaignId},
  request: () => new CampaignNextRequestEvent({campaignId}),
  done: () => new CampaignNextDoneEvent({campaignId}),
});

const acts: Readonly<Record<ContactAct, (interactionId: InteractionId) => Required<Act>>> = {
  call: (interactionId) => ({
    command: {type: 'campaign.call', interactionId},
    request: () => new CampaignCallRequestEvent({interactionId}),
    done: () => new CampaignCallDoneEvent({interactionId}),
  }),
  skip: (interactionId) => ({
    command: {type: 'campaign.skip', interactionId},
    request: () => new CampaignSkipRequestEvent({interactionId}),
    done: () => new CampaignSkipDoneEvent({interactionId}),
  }),
  cancel: (interactionId) => ({
    command: {type: 'outdial.cancel', interactionId},
    request: () => new CampaignCancelRequestEvent({interactionId}),
    done: () => new CampaignCancelDoneEvent({interactionId}),
  }),
};

const keyOf = (act: ContactAct, id: InteractionId): string => `${act} ${id}`;

/** The acts on contacts, each under its key. @param done Called when one has become a fact, before the page is told. */
export const contactCommands = (
  commands: PlainCommandController,
  done: (act: ContactAct, id: InteractionId) => void,
): ContactCommands => {
  const refused = (id: InteractionId): string =>
    CONTACT_ACTS.map((act) => keyOf(act, id)).find((key) => commands.refusal(key)) ?? '';
  const dismiss = (id: InteractionId): void => {
    commands.dismiss(refused(id));
  };
  return {
    dismiss,
    isPending: (act, id) => commands.isPending(keyOf(act, id)),
    refusal: (id) => commands.refusal(refused(id)),
    retry: (id) => {
      commands.retry(refused(id));
    },
    run: (act, id) => {
      dismiss(id);
      const {done: event, ...asked} = acts[act](id);
      commands.run(keyOf(act, id), {
        ...asked,
        done: (fact) => {
          done(act, id);
          return event(fact);
        },
      });
    },
  };
};
