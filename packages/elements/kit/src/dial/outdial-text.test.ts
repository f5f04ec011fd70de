import {describe, expect, it} from 'vitest';
import {refuse} from '@deskwire/domain';

import type {DialFailure} from './dial-outcome.js';
import {dialRefusalText, outdialText} from './outdial-text.js';

const REASONS = [
  'not-connected',
  'agent-declined',
  'customer-rejected',
  'customer-unanswered',
  'inbound-won',
  'limit',
] as const satisfies readonly DialFailure[];

describe('what became of a call that came to nothing', () => {
  it.each(['en', 'ko'] as const)('has words of its own for each case, in %s', (locale) => {
    const texts = REASONS.map((reason) => outdialText(locale, {kind: 'failed', reason}));
    expect(new Set(texts).size).toBe(REASONS.length);
  });

  it.each([
    [26, 'DW_CALL_LIMIT_DATA_CENTRE'],
    [27, 'DW_CALL_LIMIT_TENANT'],
  ] as const)('shows %i with the same words, whenever the limit was met', (code, refusal) => {
    for (const locale of ['en', 'ko'] as const) {
      const text = outdialText(locale, {kind: 'failed', reason: 'limit', code});
      expect(text).toContain(String(code));
      expect(outdialText(locale, {kind: 'refused', refusal: refuse(refusal, {code})})).toBe(text);
    }
  });

  it('says the same of a lost race, refused or failed', () => {
    expect(outdialText('en', {kind: 'refused', refusal: refuse('DW_OUTDIAL_INBOUND_WON')})).toBe(
      outdialText('en', {kind: 'failed', reason: 'inbound-won'}),
    );
  });
});

describe('why no call can be made', () => {
  it.each([
    [refuse('DW_AGENT_ON_CALL'), 'Finish the current call first.'],
    [refuse('DW_OUTDIAL_INBOUND_WON'), 'An inbound call came first.'],
    [refuse('DW_ANI_UNKNOWN'), 'This outdial ANI no longer exists. Choose another one.'],
    [refuse('DW_NUMBER_ENTRY_POINT'), 'The number of an entry point cannot be dialled.'],
    [refuse('DW_SEND_OFFLINE'), 'Not connected. Try again once the connection is back.'],
  ])('%o', (refusal, text) => {
    expect(dialRefusalText('en', refusal)).toBe(text);
  });
});
