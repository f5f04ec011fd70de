import {describe, expect, it} from 'vitest';
import {reduce, type Fact, type Happening, type Interaction} from '@deskwire/domain';
import {AGENT, aDesk, anActive, factLog, OTHER_AGENT} from '@deskwire/testing/fixtures.js';
import {wordFaults} from '@deskwire/kit';

import {aConference, aConsult, aRequestedConsult} from './arrangements.harness.js';
import {controlWords} from './interaction-control.messages.js';
import {noticeOf} from './notices.js';

const id = {interactionId: 'voice-1'} as const;

const told = (call: Interaction, happening: Happening) => {
  const before = aDesk([call]);
  const fact: Fact = factLog({seq: before.cursor?.seq ?? 0}).say(happening);
  return noticeOf(reduce(before, fact), fact);
};

describe('what others did to a consult', () => {
  it.each(['missed', 'declined', 'failed'] as const)('is news when it has %s', (reason) => {
    expect(told(aRequestedConsult(), {type: 'consult.failed', ...id, reason})).toBe(`consult-${reason}`);
  });

  it('is no news when the agent withdrew it', () => {
    expect(told(aRequestedConsult(), {type: 'consult.failed', ...id, reason: 'cancelled'})).toBeUndefined();
  });

  it('is news when the other one left, not when the agent or the customer ended it', () => {
    const ended = (by: string) => told(aConsult(), {type: 'consult.ended', ...id, by});
    expect(ended(OTHER_AGENT.id)).toBe('consult-left');
    expect(ended('system')).toBe('consult-left');
    expect(ended(AGENT.id)).toBeUndefined();
    expect(ended('customer')).toBeUndefined();
  });

  it('is news when nobody is left of a conference', () => {
    expect(told(aConference(), {type: 'conference.left', ...id, legId: 'leg-agent-2'})).toBe(
      'conference-left',
    );
    const legs = ['leg-agent-2', 'leg-agent-3'];
    const talk = {kind: 'conference', by: AGENT.id, legs, since: 0} as const;
    expect(told(anActive({talk}), {type: 'conference.left', ...id, legId: 'leg-agent-2'})).toBeUndefined();
  });

  it('is the owner’s news alone, and that of a call that the desk sees', () => {
    expect(told(aConsult('beside'), {type: 'consult.ended', ...id, by: 'system'})).toBeUndefined();
    expect(
      told(aConsult(), {type: 'consult.ended', interactionId: 'another', by: OTHER_AGENT.id}),
    ).toBeUndefined();
    expect(told(anActive(), {type: 'call.held', ...id, agentId: AGENT.id})).toBeUndefined();
  });
});

describe('the words', () => {
  it('are whole in both languages', () => {
    expect(wordFaults(controlWords)).toEqual([]);
  });
});
