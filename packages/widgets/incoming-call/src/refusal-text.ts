import {agentRefusals, contactRefusals, refusalTextFrom} from '@deskwire/kit';

/** The refusals that a request or the RONA popover can meet, in words; the others stay out of the bundle. */
export const refusalText = /* @__PURE__ */ refusalTextFrom(agentRefusals, contactRefusals);
