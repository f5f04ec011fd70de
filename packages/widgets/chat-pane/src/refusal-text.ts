import {
  agentRefusals,
  callRefusals,
  connectionRefusals,
  consultRefusals,
  contactRefusals,
  refusalTextFrom,
} from '@deskwire/kit';

/** The refusals that the controls of a chat can meet. */
export const refusalText = refusalTextFrom(
  contactRefusals,
  callRefusals,
  consultRefusals,
  connectionRefusals,
  agentRefusals,
);
