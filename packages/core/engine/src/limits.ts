import {refuse, type Refusal} from '@deskwire/domain';
import type {Turn} from './turn.js';

/** Why there can be no further call: reason 26 or 27; undefined where there can. */
export const overLimit = ({tenant, draft: {lines}}: Turn): Refusal | undefined => {
  const {dataCentre, tenant: ours} = tenant.callLimits;
  if (lines >= dataCentre) return refuse('DW_CALL_LIMIT_DATA_CENTRE', {code: 26});
  return lines >= ours ? refuse('DW_CALL_LIMIT_TENANT', {code: 27}) : undefined;
};
