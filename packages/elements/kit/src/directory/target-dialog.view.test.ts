import {describe, expect, it} from 'vitest';
import {NUMBER_PROBLEMS, refuse} from '@deskwire/domain';
import {AGENT, anActive, aRequest, aWrapUp, CUSTOMER, NOON} from '@deskwire/testing/fixtures.js';

import {wordFaults} from '../words/catalogue.js';
import {numberRefusalText} from '../words/number-refusals.js';

import {directoryWords} from './directory.messages.js';
import {targetDialogWords} from './target-dialog.messages.js';
import {viewTargetDialog} from './target-dialog.view.js';

const viewer = {viewer: {kind: 'agent', agentId: AGENT.id}} as const;
const yes = {ok: true} as const;
const no = (code: Parameters<typeof refuse>[0]) => ({ok: false, refusal: refuse(code)}) as const;

describe('viewTargetDialog', () => {
  it('knows nothing without a contact or a stream', () => {
    expect(viewTargetDialog(viewer, undefined, yes)).toEqual({kind: 'unknown'});
    expect(viewTargetDialog(viewer, anActive(), undefined)).toEqual({kind: 'unknown'});
  });

  it('stands while the agent handles the contact, and says why nothing can be sent just now', () => {
    expect(viewTargetDialog(viewer, anActive(), yes)).toEqual({kind: 'open'});
    expect(viewTargetDialog(viewer, anActive(), no('DW_CALL_IN_CONSULT'))).toEqual({
      kind: 'open',
      refusal: refuse('DW_CALL_IN_CONSULT'),
    });
  });

  it.each([
    ['waits to be accepted', aRequest(), yes],
    ['is wrapped up', aWrapUp(), yes],
    ['is another agent’s', anActive({engagements: []}), yes],
    ['has ended', anActive({ending: {at: NOON, by: 'customer', reason: 'ended'}}), yes],
    ['may not be sent by this profile', anActive(), no('DW_PERMISSION_DENIED')],
    ['cannot be sent by this backend', anActive(), no('DW_CAPABILITY_MISSING')],
  ])('is over where the contact %s', (_, interaction, verdict) => {
    expect(viewTargetDialog(viewer, interaction, verdict)).toEqual({kind: 'over'});
  });
});

describe('the words of the directory', () => {
  it('are there in both languages', () => {
    expect([...wordFaults(directoryWords), ...wordFaults(targetDialogWords)]).toEqual([]);
  });

  it('say of each problem of a number what to change, and name nobody', () => {
    for (const locale of ['en', 'ko'] as const) {
      const texts = NUMBER_PROBLEMS.map((reason) =>
        numberRefusalText(locale, refuse('DW_NUMBER_INVALID', {reason, min: 3, max: 14})),
      );
      expect(new Set(texts).size).toBe(NUMBER_PROBLEMS.length);
      expect(texts.join(' ')).not.toMatch(/[{}]/);
      expect(texts.join(' ')).not.toContain(CUSTOMER.number);
    }
    expect(numberRefusalText('en', refuse('DW_NUMBER_ENTRY_POINT'))).toContain('entry point');
  });
});
