import {agentRefusals, refusalTextFrom} from '@deskwire/kit';

/** The refusals that a choice of state or a sign-out can meet, in words; the others stay out of the bundle. */
export const refusalText = /* @__PURE__ */ refusalTextFrom(agentRefusals);
