import {DoneEvent, RequestEvent} from '@deskwire/kit';

/** Of which campaign a contact is asked for. */
export interface CampaignNextDetail {
  readonly campaignId: string;
}

/** Which contact it is about. */
export interface CampaignContactDetail {
  readonly interactionId: string;
}

/** Asks before a contact is fetched; can be prevented. */
export class CampaignNextRequestEvent extends RequestEvent<CampaignNextDetail> {
  constructor(detail: CampaignNextDetail) {
    super('dw-campaign-next-request', detail);
  }
}

/** A contact is there. */
export class CampaignNextDoneEvent extends DoneEvent<CampaignNextDetail> {
  constructor(detail: CampaignNextDetail) {
    super('dw-campaign-next-done', detail);
  }
}

/** Asks before the contact is called; can be prevented. */
export class CampaignCallRequestEvent extends RequestEvent<CampaignContactDetail> {
  constructor(detail: CampaignContactDetail) {
    super('dw-campaign-call-request', detail);
  }
}

/** The contact is being called. */
export class CampaignCallDoneEvent extends DoneEvent<CampaignContactDetail> {
  constructor(detail: CampaignContactDetail) {
    super('dw-campaign-call-done', detail);
  }
}

/** Asks before the contact is skipped; can be prevented. */
export class CampaignSkipRequestEvent extends RequestEvent<CampaignContactDetail> {
  constructor(detail: CampaignContactDetail) {
    super('dw-campaign-skip-request', detail);
  }
}

/** The contact was skipped; the next one follows by itself, where there is one. */
export class CampaignSkipDoneEvent extends DoneEvent<CampaignContactDetail> {
  constructor(detail: CampaignContactDetail) {
    super('dw-campaign-skip-done', detail);
  }
}

/** Asks before the call, or the contact that is not called yet, is cancelled; can be prevented. */
export class CampaignCancelRequestEvent extends RequestEvent<CampaignContactDetail> {
  constructor(detail: CampaignContactDetail) {
    super('dw-campaign-cancel-request', detail);
  }
}

/** The call is over, or the contact has gone back to its list. */
export class CampaignCancelDoneEvent extends DoneEvent<CampaignContactDetail> {
  constructor(detail: CampaignContactDetail) {
    super('dw-campaign-cancel-done', detail);
  }
}

declare global {
  interface HTMLElementEventMap {
    'dw-campaign-next-request': CampaignNextRequestEvent;
    'dw-campaign-next-done': CampaignNextDoneEvent;
    'dw-campaign-call-request': CampaignCallRequestEvent;
    'dw-campaign-call-done': CampaignCallDoneEvent;
    'dw-campaign-skip-request': CampaignSkipRequestEvent;
    'dw-campaign-skip-done': CampaignSkipDoneEvent;
    'dw-campaign-cancel-request': CampaignCancelRequestEvent;
    'dw-campaign-cancel-done': CampaignCancelDoneEvent;
  }
}
