import {
  agentRefusals,
  connectionRefusals,
  contactRefusals,
  conversationRefusals,
  fileRefusals,
  refusalTextFrom,
  targetRefusals,
} from '@deskwire/kit';

/** The refusals that a mail contact, a mail and its files can meet. */
export const refusalText = refusalTextFrom(
  contactRefusals,
  conversationRefusals,
  fileRefusals,
  targetRefusals,
  connectionRefusals,
  agentRefusals,
);
