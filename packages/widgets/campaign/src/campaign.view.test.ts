import {describe, expect, it} from 'vitest';
import {permit, type DeskSnapshot, type DeskState, type Interaction} from '@deskwire/domain';
import {isSameList, wordFaults} from '@deskwire/kit';
import {
  aDesk,
  aDiallingProfile,
  AGENT,
  anActive,
  anOutdial,
  aRequest,
  NOON,
  OTHER_AGENT,
} from '@deskwire/testing/fixtures.js';

import {campaignWords} from './campaign.messages.js';
import {isAccepted, selectAround, selectContact, viewCampaign, type CampaignView} from './campaign.view.js';
import {contactNews, ContactWatch} from './contact-news.js';
import {
  aTalk,
  aWaiting,
  campaignTenant,
  OTHER_CAMPAIGN,
  SAMPLE_CAMPAIGN,
  without,
} from './samples.harness.js';

const deskOf = (interactions: readonly Interaction[], set: Partial<DeskSnapshot> = {}): DeskState =>
  aDesk(interactions, {tenant: campaignTenant(), profile: aDiallingProfile(), ...set});

const viewOf = (
  interactions: readonly Interaction[] = [],
  set: Partial<DeskSnapshot> = {},
): CampaignView | undefined => {
  const state = deskOf(interactions, set);
  return viewCampaign(state, (ask) => permit(state, ask, {kind: 'agent', agentId: AGENT.id}));
};

describe('the icon', () => {
  it('is there for the campaigns of the team', () => {
    const campaigns = [SAMPLE_CAMPAIGN, OTHER_CAMPAIGN, {...OTHER_CAMPAIGN, id: 'theirs', teams: ['team-2']}];
    const view = viewOf([], {tenant: campaignTenant({campaigns})});
    expect(view?.campaigns.map(({id}) => id)).toEqual(['fibre', 'arrears']);
    expect(view?.next).toEqual({shown: true});
    expect(view?.contact).toBeUndefined();
  });

  it('is not there without a campaign or the permission, unless there is a contact all the same', () => {
    const tenant = campaignTenant({campaigns: []});
    expect(viewOf([], {tenant})).toBeUndefined();
    expect(viewOf([], {profile: without('campaign')})).toBeUndefined();
    expect(viewOf([aWaiting()], {tenant})?.contact).toMatchObject({
      name: 'Hana Seo',
      campaign: '',
      fields: [],
    });
  });

  it.each([
    ['idle', [], {presence: {state: 'idle', reasonId: 'lunch', since: NOON}}, 'DW_AGENT_NOT_AVAILABLE'],
    ['on a call', [anActive()], {}, 'DW_AGENT_ON_CALL'],
    ['asked by a call that came in', [aRequest()], {}, 'DW_OUTDIAL_INBOUND_WON'],
    ['dialling', [anOutdial()], {}, 'DW_AGENT_ON_CALL'],
  ] as const)('says why it is off: %s', (_, interactions, set, code) => {
    expect(viewOf(interactions, set)?.next).toMatchObject({shown: true, refusal: {code}});
  });
});

describe('the contact', () => {
  it('shows admin’s fields in admin’s order, and holds no secure value', () => {
    const fields = viewOf([aWaiting()])?.contact?.fields ?? [];
    expect(fields.map(({name, value, masked}) => [name, value, masked])).toEqual([
      ['plan', 'Fibre 500', false],
      ['ends', '2026-12-31', false],
      ['autopay', 'true', false],
      ['pin', undefined, true],
      ['remark', undefined, false],
    ]);
  });

  it('knows how far the call is, and what is allowed there', () => {
    const live = {shown: true};
    const dialling = {shown: true, refusal: {code: 'DW_OUTDIAL_DIALLING'}};
    expect(viewOf([aWaiting()])?.contact).toMatchObject({
      stage: 'preview',
      call: live,
      skip: live,
      cancel: live,
    });
    expect(viewOf([aWaiting({}, 'agent')])?.contact).toMatchObject({
      stage: 'agent',
      ringsSince: NOON,
      call: dialling,
    });
    expect(viewOf([aWaiting({}, 'customer')])?.contact).toMatchObject({
      ...{stage: 'customer', skip: dialling, cancel: live},
    });
    expect(viewOf([aTalk()])?.contact).toBeUndefined();
  });

  it('is the agent’s own, and the newest', () => {
    const [engagement] = aWaiting().engagements;
    if (!engagement) throw new Error('no engagement');
    const theirs = aWaiting({id: 'theirs', engagements: [{...engagement, agent: OTHER_AGENT}]});
    const newer = aWaiting({id: 'newer', createdAt: NOON + 1});
    expect(selectContact(deskOf([theirs]))).toBeUndefined();
    expect(selectContact(deskOf([newer, aWaiting(), theirs, anOutdial()]))?.id).toBe('newer');
  });

  it('wakes the widget for what it shows, and for nothing else', () => {
    const state = deskOf([aWaiting()]);
    const chat = anActive({channel: 'chat'});
    const more = {...state, interactions: new Map([...state.interactions, [chat.id, chat]])};
    expect(isSameList(selectAround(state), selectAround(more))).toBe(true);
    const call = anActive();
    const calls = {...state, interactions: new Map([...state.interactions, [call.id, call]])};
    expect(isSameList(selectAround(state), selectAround(calls))).toBe(false);
  });

  it('is accepted once the agent talks to it', () => {
    expect(isAccepted(deskOf([aTalk()]), 'contact-1')).toBe(true);
    expect(isAccepted(deskOf([aWaiting()]), 'contact-1')).toBe(false);
    expect(isAccepted(deskOf([]), 'contact-1')).toBe(false);
  });
});

describe('what happened to the contact', () => {
  const preview = viewOf([aWaiting()])?.contact;
  const other = viewOf([aWaiting({id: 'contact-2'})])?.contact;
  const ringing = viewOf([aWaiting({}, 'agent')])?.contact;
  const id = 'contact-1';

  it.each([
    ['nothing', undefined, undefined, false, undefined, undefined],
    ['nothing', preview, preview, false, undefined, undefined],
    ['arrived', undefined, preview, false, undefined, 'arrived'],
    ['the next one', preview, other, false, {interactionId: id, act: 'skip'}, 'arrived'],
    ['rings', preview, ringing, false, undefined, 'stage'],
    ['answered', ringing, undefined, true, undefined, 'accepted'],
    ['the last one skipped', preview, undefined, false, {interactionId: id, act: 'skip'}, 'skipped'],
    ['cancelled', preview, undefined, false, {interactionId: id, act: 'cancel'}, 'cancelled'],
    ['taken away', preview, undefined, false, undefined, 'gone'],
    [
      'taken away after another one was skipped',
      preview,
      undefined,
      false,
      {interactionId: 'contact-0', act: 'skip'},
      'gone',
    ],
  ] as const)('%s', (_, before, now, accepted, acted, expected) => {
    expect(contactNews(before, now, accepted, acted)).toBe(expected);
  });

  it('forgets what the agent did once it has followed from it', () => {
    const watch = new ContactWatch();
    const look = (contact: typeof preview) => watch.look(contact, () => false);
    look(ringing);
    watch.acted({interactionId: id, act: 'cancel'});
    expect(look(preview)).toBe('stage');
    expect(look(undefined)).toBe('gone');
  });
});

it('has all its words in both languages', () => {
  expect(wordFaults(campaignWords)).toEqual([]);
});
