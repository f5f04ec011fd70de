import {describe, expect, it} from 'vitest';
import type {PermitView} from './case.js';
import type {CommandType} from './command.js';
import type {Campaign, GuideQuestion} from './config.js';
import {dialStage, type DialStage} from './dial-stage.js';
import {PHASES, type Interaction} from './interaction.js';
import {permit} from './permit.js';
import {
  AGENT,
  agentLeg,
  asking,
  askingAs2,
  call,
  callIn,
  chat,
  dialling,
  engagement,
  PARK,
  profile,
  RINGING_CUSTOMER,
  TALKS,
  tenant,
  verdictOf,
  view,
  YOON,
} from './test-kit/make.js';

const STAGES: readonly DialStage[] = ['preview', 'agent', 'customer'];
const QUESTION: GuideQuestion = {id: 'q', text: 'Well?', kind: 'text'};
const campaign = (set: Partial<Campaign> = {}): Campaign => ({
  id: 'c',
  name: 'C',
  teams: [],
  skippable: true,
  fields: [],
  ...set,
});
const contact = (stage: DialStage, set: Partial<Interaction> = {}): Interaction =>
  dialling(stage, {origin: 'campaign', campaignId: 'c', ...set});
const asks = (type: CommandType, of: readonly Interaction[], set: Partial<PermitView> = {}) =>
  verdictOf(permit(view(of, set), {type}, AGENT));
const offered = (set: Partial<Interaction> = {}): Interaction =>
  call({id: 'i9', talk: TALKS.none, engagements: [engagement({phase: 'offered'})], ...set});

const CANCELLABLE = {tenant: tenant({callCancellable: true})};
const DENIED = {profile: profile({permissions: []})};
const DESK_PHONE = {profile: profile({station: {kind: 'desk-phone', dn: '2001'}})};
const IDLE = {presence: {state: 'idle', reasonId: 'break', since: 1}} as const;
const RONA = {presence: {state: 'rona', since: 1, interactionId: 'i1', channel: 'chat'}} as const;

/** A colleague dialled it and passed it on, or asks agent 1 to join: the customer is there. */
const PASSED_ON = offered({origin: 'outdial'});
const CONSULT_ABOUT_IT = callIn('requested', {
  origin: 'outdial',
  engagements: [engagement({agent: PARK}), engagement({role: 'consulted', phase: 'offered'})],
});

describe('the stage of a call that an agent makes', () => {
  it.each(STAGES)('R76 is %s', (stage) => {
    expect(dialStage(dialling(stage), YOON.id)).toBe(stage);
    expect(dialStage(contact(stage), YOON.id)).toBe(stage);
  });

  it('R76 begins with the station of the agent where there is nothing to look at first', () => {
    const reserved = dialling('agent', {legs: [], engagements: [engagement({phase: 'connecting'})]});
    expect(dialStage(reserved, YOON.id)).toBe('agent');
    expect(dialStage({...reserved, origin: 'campaign'}, YOON.id)).toBe('preview');
  });

  it('R76 is preview again once every leg of an attempt is gone', () => {
    const gone = {presence: 'gone', since: 9} as const;
    const legs = [
      {...agentLeg(YOON), ...gone},
      {...RINGING_CUSTOMER, ...gone},
    ];
    expect(dialStage(contact('customer', {legs}), YOON.id)).toBe('preview');
  });

  it('R76 is none once the customer is there, for whoever did not dial, and for what came in', () => {
    const joined = dialling('customer', {legs: [{...RINGING_CUSTOMER, presence: 'joined'}]});
    expect(dialStage(joined, YOON.id)).toBeUndefined();
    expect(dialStage(dialling('customer', {engagements: [engagement()]}), YOON.id)).toBeUndefined();
    expect(dialStage(dialling('customer'), PARK.id)).toBeUndefined();
    expect(dialStage(dialling('customer'), undefined)).toBeUndefined();
    expect(dialStage(dialling('customer', {origin: 'callback'}), YOON.id)).toBeUndefined();
    expect(dialStage(PASSED_ON, YOON.id)).toBeUndefined();
    expect(dialStage(CONSULT_ABOUT_IT, YOON.id)).toBeUndefined();
  });
});

describe('a call that the agent makes', () => {
  it('R65 needs the permission, Available or Idle, and no call', () => {
    expect(asks('outdial.call', [])).toBe('ok');
    expect(asks('outdial.call', [chat()])).toBe('ok');
    expect(asks('outdial.call', [], IDLE)).toBe('ok');
    expect(asks('outdial.call', [], RONA)).toBe('DW_AGENT_NOT_AVAILABLE');
    expect(asks('outdial.call', [], DENIED)).toBe('DW_PERMISSION_DENIED');
    expect(asks('outdial.call', [call({engagements: [engagement({phase: 'active'})]})])).toBe(
      'DW_AGENT_ON_CALL',
    );
    expect(asks('outdial.call', [call({engagements: [engagement({phase: 'wrap-up'})]})])).toBe(
      'DW_AGENT_ON_CALL',
    );
    expect(asks('outdial.call', [call({engagements: [engagement({phase: 'done'})]})])).toBe('ok');
  });

  it.each(['outdial.call', 'campaign.next'] as const)(
    'R65 an inbound request has won the race (%s)',
    (type) => {
      for (const phase of ['connecting', 'offered'] as const) {
        expect(asks(type, [offered({engagements: [engagement({phase})]})])).toBe('DW_OUTDIAL_INBOUND_WON');
      }
      expect(asks(type, [offered({origin: 'callback', legs: []})])).toBe('DW_OUTDIAL_INBOUND_WON');
      expect(asks(type, [PASSED_ON])).toBe('DW_OUTDIAL_INBOUND_WON');
      expect(asks(type, [CONSULT_ABOUT_IT])).toBe('DW_OUTDIAL_INBOUND_WON');
      expect(asks(type, [offered(), call()])).toBe('DW_AGENT_ON_CALL');
      expect(asks(type, [dialling('customer')])).toBe('DW_AGENT_ON_CALL');
      expect(asks(type, [contact('preview')])).toBe('DW_AGENT_ON_CALL');
      expect(asks(type, [offered({channel: 'chat'})])).toBe('ok');
    },
  );

  it.each(STAGES)('R65 is cancelled where admin made calls cancellable (%s)', (stage) => {
    for (const one of [dialling(stage), contact(stage)]) {
      expect(asking('outdial.cancel', one)).toBe('DW_PERMISSION_OFF');
      expect(asking('outdial.cancel', one, CANCELLABLE)).toBe('ok');
    }
  });

  it('R65 is cancelled by whoever dials, and before it is answered', () => {
    for (const one of [offered(), PASSED_ON, CONSULT_ABOUT_IT]) {
      expect(asking('outdial.cancel', one, CANCELLABLE)).toBe('DW_CHANNEL_WRONG');
    }
    for (const phase of ['active', 'wrap-up', 'done'] as const) {
      const answered = call({origin: 'outdial', engagements: [engagement({phase})]});
      expect(asking('outdial.cancel', answered, CANCELLABLE)).toBe('DW_INTERACTION_NOT_OFFERED');
    }
  });

  it.each(STAGES)('R57 connects by itself: there is nothing to answer on the desk (%s)', (stage) => {
    for (const one of [dialling(stage), contact(stage)]) {
      for (const type of ['interaction.accept', 'interaction.decline'] as const) {
        expect(asking(type, one)).toBe('DW_CHANNEL_WRONG');
        expect(asking(type, one, DESK_PHONE)).toBe(
          stage === 'agent' ? 'DW_INTERACTION_ANSWER_ON_PHONE' : 'DW_CHANNEL_WRONG',
        );
      }
    }
    expect(asking('interaction.accept', PASSED_ON)).toBe('ok');
    expect(asking('interaction.accept', CONSULT_ABOUT_IT)).toBe('ok');
  });
});

describe('a preview campaign', () => {
  const unskippable = {tenant: tenant({campaigns: [campaign({skippable: false})]})};

  it('R65 asks for the next contact with the permission, Available, with no call', () => {
    expect(asks('campaign.next', [])).toBe('ok');
    expect(asks('campaign.next', [], IDLE)).toBe('DW_AGENT_NOT_AVAILABLE');
    expect(asks('campaign.next', [call()])).toBe('DW_AGENT_ON_CALL');
    expect(asks('campaign.next', [], DENIED)).toBe('DW_PERMISSION_DENIED');
  });

  it.each(['campaign.call', 'campaign.skip'] as const)('R65 %s is for the preview alone', (type) => {
    expect(asking(type, contact('preview'))).toBe('ok');
    expect(asking(type, contact('preview'), IDLE)).toBe('ok');
    expect(asking(type, contact('agent'))).toBe('DW_OUTDIAL_DIALLING');
    expect(asking(type, contact('customer'))).toBe('DW_OUTDIAL_DIALLING');
    const connecting = contact('preview', {engagements: [engagement({phase: 'connecting'})]});
    expect(asking(type, connecting)).toBe('DW_INTERACTION_CONNECTING');
    for (const phase of ['active', 'wrap-up', 'done'] as const) {
      expect(asking(type, contact('customer', {engagements: [engagement({phase})]}))).toBe(
        'DW_INTERACTION_NOT_OFFERED',
      );
    }
    expect(asking(type, contact('preview'), DENIED)).toBe('DW_PERMISSION_DENIED');
    expect(asking(type, dialling('agent'))).toBe('DW_CHANNEL_WRONG');
    expect(asking(type, offered({origin: 'campaign', campaignId: 'c', id: 'i1'}))).toBe('DW_CHANNEL_WRONG');
  });

  it('R65 skips where the campaign allows', () => {
    expect(asking('campaign.skip', contact('preview'), unskippable)).toBe('DW_PERMISSION_OFF');
    expect(asking('campaign.call', contact('preview'), unskippable)).toBe('ok');
  });

  it('R65 a call that comes in during the preview has won the race', () => {
    const callNow = (other: Interaction) =>
      verdictOf(
        permit(view([contact('preview'), other]), {type: 'campaign.call', interactionId: 'i1'}, AGENT),
      );
    expect(callNow(offered())).toBe('DW_OUTDIAL_INBOUND_WON');
    expect(callNow(call({id: 'i9'}))).toBe('DW_AGENT_ON_CALL');
    expect(callNow(chat({id: 'i9'}))).toBe('ok');
  });
});

describe('a call guide', () => {
  const guided = {tenant: tenant({campaigns: [campaign({guide: [QUESTION]})]})};
  const talked = (phase: (typeof PHASES)[number], set: Partial<Interaction> = {}) =>
    call({origin: 'campaign', campaignId: 'c', engagements: [engagement({phase})], ...set});

  it.each(PHASES)('R65 is submitted in the conversation or after it (%s)', (phase) => {
    const allowed = phase === 'active' || phase === 'wrap-up';
    expect(asking('call-guide.submit', talked(phase), guided)).toBe(
      allowed ? 'ok' : 'DW_INTERACTION_NOT_ACTIVE',
    );
  });

  it('R65 is submitted in wrap-up although the call has ended', () => {
    const ending = {at: 9, by: 'customer', reason: 'ended'} as const;
    expect(asking('call-guide.submit', talked('wrap-up', {ending}), guided)).toBe('ok');
  });

  it('R65 is there for a campaign that has one', () => {
    expect(asking('call-guide.submit', talked('active'))).toBe('DW_GUIDE_NONE');
    expect(asking('call-guide.submit', talked('active', {campaignId: 'other'}), guided)).toBe(
      'DW_GUIDE_NONE',
    );
    expect(asking('call-guide.submit', callIn('together'), guided)).toBe('DW_CHANNEL_WRONG');
  });

  it('R65 is submitted once, by the owner', () => {
    const guide = {by: PARK, at: 5, replies: []};
    expect(asking('call-guide.submit', talked('active', {guide}), guided)).toBe('DW_GUIDE_SUBMITTED');
    const beside = talked('active', {engagements: [engagement({role: 'conferenced'})]});
    expect(asking('call-guide.submit', beside, guided)).toBe('DW_CONSULT_NOT_OWNER');
    expect(askingAs2('call-guide.submit', talked('active'))).toBe('DW_INTERACTION_UNKNOWN');
  });
});
