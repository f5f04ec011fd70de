import type {Refusal} from '@deskwire/domain';

import type {Locale} from '../contexts.js';
import {agentRefusals} from '../words/refusals/agent.js';
import {callRefusals} from '../words/refusals/call.js';
import {refusalTextFrom} from '../words/refusal-text.js';
import {numberRefusalText} from '../words/number-refusals.js';

import type {DialFailure, FailedOutcome, RefusedOutcome} from './dial-outcome.js';

const words: Readonly<Record<Locale, Readonly<Record<DialFailure, string>>>> = {
  en: {
    'not-connected': 'The call could not be connected.',
    'agent-declined': 'Your phone did not take the call.',
    'customer-rejected': 'The customer rejected the call.',
    'customer-unanswered': 'The customer did not answer.',
    'inbound-won': 'An inbound call came first, so this call was not made.',
    limit: 'The limit of concurrent calls has been reached.',
  },
  ko: {
    'not-connected': '전화를 연결하지 못했습니다.',
    'agent-declined': '상담사 전화기에서 받지 않았습니다.',
    'customer-rejected': '고객이 전화를 거절했습니다.',
    'customer-unanswered': '고객이 전화를 받지 않았습니다.',
    'inbound-won': '수신 전화가 먼저 걸려 와 전화를 걸지 않았습니다.',
    limit: '동시 통화 수 한도에 도달했습니다.',
  },
};

const LIMITS = {26: 'DW_CALL_LIMIT_DATA_CENTRE', 27: 'DW_CALL_LIMIT_TENANT'} as const;

const otherText = refusalTextFrom(agentRefusals, callRefusals);

/** Why no call can be made: the number, the rules, the state, the limits (OUT-8). */
export const dialRefusalText = (locale: Locale, refusal: Refusal): string => {
  const isAboutDialling = /^DW_(?:NUMBER|ANI|OUTDIAL)_/.test(refusal.code);
  return isAboutDialling ? numberRefusalText(locale, refusal) : otherText(locale, refusal);
};

/** What became of a call that came to nothing, in words that tell each case apart (OUT-7); a limit stands with its code. */
export const outdialText = (locale: Locale, outcome: FailedOutcome | RefusedOutcome): string => {
  if (outcome.kind === 'refused') {
    const {refusal} = outcome;
    return refusal.code === 'DW_OUTDIAL_INBOUND_WON'
      ? words[locale]['inbound-won']
      : dialRefusalText(locale, refusal);
  }
  const {reason, code} = outcome;
  return reason === 'limit' && code !== undefined
    ? callRefusals[locale][LIMITS[code]]
    : words[locale][reason];
};
