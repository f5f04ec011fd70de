import {
  agentRefusals,
  connectionRefusals,
  contactRefusals,
  conversationRefusals,
  fileRefusals,
  refusalTextFrom,
} from '@deskwire/kit';

/** The refusals that a message and its files can meet. */
export const bodyRefusalText = refusalTextFrom(
  conversationRefusals,
  fileRefusals,
  contactRefusals,
  connectionRefusals,
  agentRefusals,
);
