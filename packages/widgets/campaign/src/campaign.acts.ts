import type {InteractionId} from '@deskwire/domain';
import type {Act} from '@deskwire/kit';

import type {ContactAct} from './campaign-dialog.template.js';
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

/** What an act on a contact sends and tells. @param done Called when it is a fact, before the page is told. */
export const contactAct = (act: ContactAct, interactionId: InteractionId, done: () => void): Act => {
  const {done: event, ...rest} = acts[act](interactionId);
  return {
    ...rest,
    done: (fact) => {
      done();
      return event(fact);
    },
  };
};
