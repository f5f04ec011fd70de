import {describe, expect, it} from 'vitest';
import {permit, type DeskState, type Interaction} from '@deskwire/domain';
import {wordFaults} from '@deskwire/kit';
import {aDesk, aDiallingProfile, AGENT, NOON} from '@deskwire/testing/fixtures.js';

import {callGuideWords} from './call-guide.messages.js';
import {viewCallGuide, type GuideView} from './call-guide.view.js';
import type {GuideDraft} from './guide-draft.js';
import {NO_DRAFT, withAnswer} from './guide-walk.js';
import {selectGuideId} from './guided-contact.js';
import {
  aWrapping,
  aWaiting,
  aTalk,
  campaignTenant,
  OTHER_CAMPAIGN,
  SAMPLE_CAMPAIGN,
} from './samples.harness.js';

const deskOf = (...interactions: readonly Interaction[]): DeskState =>
  aDesk(interactions, {
    tenant: campaignTenant({campaigns: [SAMPLE_CAMPAIGN, OTHER_CAMPAIGN]}),
    profile: aDiallingProfile(),
  });

const viewOf = (interaction: Interaction, draft: GuideDraft = NO_DRAFT): GuideView | undefined => {
  const state = deskOf(interaction);
  return viewCallGuide(state, interaction, draft, (ask) =>
    permit(state, ask, {kind: 'agent', agentId: AGENT.id}),
  );
};

describe('which guide is shown', () => {
  it.each([
    ['none without a contact', [], undefined],
    ['none of a contact that is only looked at', [aWaiting()], undefined],
    ['none of a call that came in', [aTalk({origin: 'inbound'})], undefined],
    ['none where the campaign has no guide', [aTalk({campaignId: OTHER_CAMPAIGN.id})], undefined],
    ['that of a talk', [aTalk()], 'contact-1'],
    ['that of a wrap-up', [aWrapping()], 'contact-1'],
    ['the newest', [aTalk({id: 'new', createdAt: NOON + 1}), aWrapping()], 'new'],
  ] as const)('%s', (_, interactions, expected) => {
    expect(selectGuideId(deskOf(...interactions))).toBe(expected);
  });
});

describe('the guide of a contact', () => {
  it('begins with the first question', () => {
    expect(viewOf(aTalk())).toMatchObject({
      customer: 'Hana Seo',
      campaign: 'Fibre renewal',
      stage: {kind: 'question', question: {id: 'reached'}, position: 1, hasSummary: false},
    });
  });

  it('is not there for somebody who may not submit it', () => {
    const consulted = aTalk();
    const [engagement] = consulted.engagements;
    if (!engagement) throw new Error('no engagement');
    expect(viewOf({...consulted, engagements: [{...engagement, role: 'conferenced'}]})).toBeUndefined();
    expect(viewOf(aWaiting())).toBeUndefined();
  });

  it('names what is missing in the summary', () => {
    const draft = {...withAnswer(NO_DRAFT, 'reached', 'no'), at: null};
    expect(viewOf(aTalk(), draft)?.stage).toMatchObject({
      kind: 'summary',
      steps: [{questionId: 'reached', answer: {en: 'No, somebody else'}}, {questionId: 'when'}],
      missing: {questionId: 'when', fault: {code: 'DW_GUIDE_REPLY_MISSING'}},
    });
  });

  it('reminds in wrap-up until it is submitted', () => {
    expect(viewOf(aTalk())?.due).toBeUndefined();
    expect(viewOf(aWrapping())?.due).toEqual({});
    expect(viewOf(aWrapping({}, {since: NOON, deadline: NOON + 9}))?.due).toEqual({deadline: NOON + 9});
    const guide = {by: AGENT, at: NOON, replies: []};
    expect(viewOf(aWrapping({guide}))?.due).toBeUndefined();
    expect(viewOf(aWrapping({guide}))?.stage).toMatchObject({kind: 'submitted', by: AGENT.name});
  });
});

it('has all its words in both languages', () => {
  expect(wordFaults(callGuideWords)).toEqual([]);
});
