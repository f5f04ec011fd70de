import {isHidden, type Refusal, type Verdict} from '@deskwire/domain';

/** What a verdict means for a control: absent, live, or shown with the reason why it is not live. */
export type Control = {readonly shown: false} | {readonly shown: true; readonly refusal?: Refusal};

/** Turns the answer of `permit` into what a view needs. No verdict (no stream yet) shows nothing. */
export const controlOf = (verdict: Verdict | undefined): Control => {
  if (!verdict || isHidden(verdict)) return {shown: false};
  return verdict.ok ? {shown: true} : {shown: true, refusal: verdict.refusal};
};
