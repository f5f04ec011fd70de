import {afterEach, beforeEach, describe, expect, it} from 'vitest';

import {
  dialStage,
  engagementOf,
  type Campaign,
  type GuideQuestion,
  type GuideReply,
  type Interaction,
} from '@deskwire/domain';
import type {CampaignContact} from '@deskwire/engine';

import {DEMO_CONFIG} from './config/demo.js';
import type {WireDesk} from './test-support/desk.js';
import {eventually} from './test-support/harness.js';
import {CALLER, HAN, PATIENT, VoiceStage, type Who} from './test-support/voice.js';

const OTHER = '+82260221180';
const THIRD = '+821055501234';

/** Five questions; who is not satisfied has one more to answer, and who does not decide is asked nothing further. */
const GUIDE: readonly GuideQuestion[] = [
  {
    id: 'decides',
    kind: 'choice',
    text: 'Do you decide?',
    answers: [
      {id: 'yes', label: 'Yes', next: 'satisfied'},
      {id: 'no', label: 'No'},
    ],
  },
  {
    id: 'satisfied',
    kind: 'choice',
    text: 'Are you satisfied?',
    answers: [
      {id: 'yes', label: 'Yes', next: 'renew'},
      {id: 'no', label: 'No', next: 'missing'},
    ],
  },
  {id: 'missing', kind: 'text', text: 'What is missing?', next: 'renew'},
  {
    id: 'renew',
    kind: 'choice',
    text: 'Do you renew?',
    answers: [
      {id: 'yes', label: 'Yes', next: 'remark'},
      {id: 'no', label: 'No', next: 'remark'},
    ],
  },
  {id: 'remark', kind: 'text', text: 'Anything else?', optional: true},
];

const REPLIES: readonly GuideReply[] = [
  {questionId: 'decides', answer: 'yes'},
  {questionId: 'satisfied', answer: 'no'},
  {questionId: 'missing', answer: '배송이 늦습니다.'},
  {questionId: 'renew', answer: 'yes'},
  {questionId: 'remark', answer: ''},
];

const CAMPAIGN: Campaign = {
  id: 'renewals',
  name: 'Renewals',
  teams: ['seoul'],
  skippable: true,
  entryPointId: 'hotline',
  ani: '02-555-0142',
  fields: [{name: 'plan', label: 'Plan'}],
  guide: GUIDE,
};

const CONTACTS: readonly CampaignContact[] = [
  {id: 'kim', number: '010-4827-1934', name: 'Kim', values: {plan: 'Gold'}},
  {id: 'lee', number: OTHER, name: 'Lee'},
  {id: 'choi', number: THIRD, name: 'Choi'},
];

describe('a preview campaign over the wire', {timeout: 20_000}, () => {
  let stage: VoiceStage;
  const start = async (set: object = {}, campaign: Partial<Campaign> = {}) => {
    const {entryPoints} = DEMO_CONFIG.tenant;
    const plan = {name: 'plan', label: 'Plan', type: 'string', editable: true, secure: false} as const;
    stage = await VoiceStage.start(
      {
        ...PATIENT,
        campaigns: [{...CAMPAIGN, ...campaign}],
        entryPoints: entryPoints.map((one) => ({...one, variables: [plan]})),
        callCancellable: true,
        ...set,
      },
      {contacts: {renewals: CONTACTS}},
    );
  };
  beforeEach(() => start());
  afterEach(() => stage.stop());

  const NEXT = {type: 'campaign.next', campaignId: 'renewals'} as const;

  const inPreview = (desk: WireDesk, who: Who): Promise<Interaction> =>
    desk.interaction('a preview', (one) => dialStage(one, who) === 'preview');

  /** The agent takes the next contact. */
  const takes = async (who: Who): Promise<Interaction> => {
    await stage.desk(who).do(NEXT);
    return inPreview(stage.desk(who), who);
  };

  const finishes = async (desk: WireDesk, interactionId: string): Promise<void> => {
    await desk.do({type: 'interaction.end', interactionId});
    await desk.do({type: 'wrap-up.submit', interactionId, reasonIds: ['resolved']});
  };

  it('[CAMP-2] [ARR-12] shows the contact while every phone is silent, and calls when it is told to', async () => {
    const yoon = await stage.available('yoon');
    const contact = await takes('yoon');
    expect(contact).toMatchObject({
      origin: 'campaign',
      campaignId: 'renewals',
      customer: {name: 'Kim', number: '01048271934'},
      cad: [{name: 'plan', value: 'Gold'}],
    });
    expect(engagementOf(contact, 'yoon')).not.toHaveProperty('expiresAt');
    expect((await stage.harness.line(CALLER)).state).toBe('idle');
    await yoon.do({type: 'campaign.call', interactionId: contact.id});
    await stage.hears(CALLER, 'ringing');
    expect(await stage.harness.line(CALLER)).toMatchObject({peer: '025550142'});
    expect(await yoon.refused({type: 'campaign.call', interactionId: contact.id})).toBe(
      'DW_OUTDIAL_DIALLING',
    );
    expect(await yoon.refused({type: 'campaign.skip', interactionId: contact.id})).toBe(
      'DW_OUTDIAL_DIALLING',
    );
    await stage.phone(CALLER, 'answer');
    await stage.part('yoon', 'active');
    await stage.hears(CALLER, 'talking');
  });

  it('[CAMP-2] the phone on the desk is silent in preview too, and rings first when the contact is called', async () => {
    const han = await stage.available('han');
    const {id: interactionId} = await takes('han');
    expect((await stage.harness.line(HAN)).state).toBe('idle');
    await han.do({type: 'campaign.call', interactionId});
    await stage.hears(HAN, 'ringing');
    await stage.phone(HAN, 'lift');
    await Promise.all([stage.hears(CALLER, 'ringing'), stage.hears(HAN, 'waiting')]);
    await stage.phone(CALLER, 'answer');
    await Promise.all([stage.hears(CALLER, 'talking'), stage.hears(HAN, 'talking')]);
  });

  it('[CAMP-2] [CAMP-5] goes through the list to its end: called with a guide, skipped, called', async () => {
    const yoon = await stage.available('yoon');
    const first = await takes('yoon');
    await yoon.do({type: 'campaign.call', interactionId: first.id});
    await stage.hears(CALLER, 'ringing');
    const submit = {type: 'call-guide.submit', interactionId: first.id} as const;
    expect(await yoon.refused({...submit, replies: REPLIES})).not.toBe('done');
    await stage.phone(CALLER, 'answer');
    await stage.part('yoon', 'active');
    expect(await yoon.refused({...submit, replies: REPLIES.slice(0, 3)})).toBe('DW_GUIDE_REPLY_MISSING');
    expect(await yoon.refused({...submit, replies: [...REPLIES].reverse()})).toBe('DW_GUIDE_REPLY_UNKNOWN');
    await yoon.do({...submit, replies: REPLIES});
    expect(await yoon.refused({...submit, replies: REPLIES})).toBe('DW_GUIDE_SUBMITTED');
    await finishes(yoon, first.id);

    const second = await takes('yoon');
    await yoon.do({type: 'campaign.skip', interactionId: second.id});
    const third = await yoon.interaction('the next', (one) => one.customer.name === 'Choi');
    expect([second.customer.name, dialStage(third, 'yoon')]).toEqual(['Lee', 'preview']);
    await yoon.do({type: 'campaign.call', interactionId: third.id});
    await stage.hears(THIRD, 'ringing');
    await stage.phone(THIRD, 'answer');
    await stage.part('yoon', 'active');
    await finishes(yoon, third.id);
    expect(await yoon.refused(NEXT)).toBe('DW_CAMPAIGN_EMPTY');

    const past = await yoon.query({type: 'history.content', interactionId: first.id, limit: 9});
    expect(past).toMatchObject({ok: true, answer: {guide: {by: {id: 'yoon'}, replies: REPLIES}}});
    const mine = await yoon.query({type: 'history.mine', limit: 9});
    expect(mine).toMatchObject({
      answer: {entries: [{customer: {name: 'Choi'}}, {outcome: 'skipped'}, {customer: {name: 'Kim'}}]},
    });
    expect(JSON.stringify(mine)).not.toContain('Gold');
  });

  it('[CAMP-3] a failed attempt brings the contact back, and it can be tried again', async () => {
    const yoon = await stage.available('yoon');
    const {id: interactionId} = await takes('yoon');
    for (const act of ['decline', 'switch-off'] as const) {
      await yoon.do({type: 'campaign.call', interactionId});
      await stage.hears(CALLER, 'ringing');
      await stage.phone(CALLER, act);
      expect((await inPreview(yoon, 'yoon')).id).toBe(interactionId);
    }
    const failures = yoon.facts.filter((fact) => fact.type === 'outdial.failed').map(({reason}) => reason);
    expect(failures).toEqual(['customer-rejected', 'not-connected']);
    await stage.phone(CALLER, 'switch-on');
    await yoon.do({type: 'campaign.call', interactionId});
    await stage.hears(CALLER, 'ringing');
    await yoon.do({type: 'outdial.cancel', interactionId});
    await stage.hears(CALLER, 'idle');
    await inPreview(yoon, 'yoon');
    await yoon.do({type: 'campaign.call', interactionId});
    await stage.hears(CALLER, 'ringing');
    await stage.phone(CALLER, 'answer');
    await stage.part('yoon', 'active');
    expect(stage.wrappedUp('yoon')).toBe(false);
  });

  it.each([
    ['dataCentre', 'DW_CALL_LIMIT_DATA_CENTRE', 26],
    ['tenant', 'DW_CALL_LIMIT_TENANT', 27],
  ] as const)('[CAMP-4] at the limit of the %s: %s, reason %i', async (name, code, reason) => {
    await stage.stop();
    await start({callLimits: {dataCentre: 100, tenant: 100, [name]: 1}});
    await stage.call('yoon', OTHER);
    const park = await stage.available('park');
    const {id: interactionId} = await takes('park');
    const result = await park.ask({type: 'campaign.call', interactionId});
    expect(result).toMatchObject({ok: false, refusal: {code, params: {code: reason}}});
    expect((await inPreview(park, 'park')).id).toBe(interactionId);
  });

  it('[CAMP-1] gives no contact to two agents, and none to another team or to whoever is not available', async () => {
    await Promise.all([stage.available('yoon'), stage.available('park')]);
    const [mine, theirs] = await Promise.all([takes('yoon'), takes('park')]);
    expect(new Set([mine.campaignContactId, theirs.campaignContactId]).size).toBe(2);
    const han = await stage.idle('han');
    expect(await han.refused(NEXT)).toBe('DW_AGENT_NOT_AVAILABLE');
    await stage.stop();
    await start({}, {teams: ['busan']});
    const outsider = await stage.available('han');
    expect(await outsider.refused(NEXT)).toBe('DW_CAMPAIGN_UNKNOWN');
    expect(await outsider.refused({...NEXT, campaignId: 'toString'})).toBe('DW_CAMPAIGN_UNKNOWN');
  });

  it('goes on after a restart where it was: done stays done, a preview stays with its agent, a cancelled one comes back', async () => {
    const yoon = await stage.available('yoon');
    const done = await takes('yoon');
    await yoon.do({type: 'campaign.call', interactionId: done.id});
    await stage.hears(CALLER, 'ringing');
    await stage.phone(CALLER, 'answer');
    await stage.part('yoon', 'active');
    await finishes(yoon, done.id);
    const shown = await takes('yoon');
    await stage.restart();
    const back = stage.desk('yoon');
    expect(await inPreview(back, 'yoon')).toEqual(shown);
    const park = await stage.available('park');
    expect((await takes('park')).customer.name).toBe('Choi');
    expect(await park.refused(NEXT)).not.toBe('done');
    await back.do({type: 'outdial.cancel', interactionId: shown.id});
    await stage.gone('yoon', shown.id);
    await stage.restart();
    expect((await takes('yoon')).customer.name).toBe('Lee');
    const yoonAgain = stage.desk('yoon');
    const [lee] = yoonAgain.state.interactions.values();
    await yoonAgain.do({type: 'campaign.skip', interactionId: lee?.id ?? ''});
    await stage.restart();
    expect(await stage.desk('yoon').refused(NEXT)).toBe('DW_CAMPAIGN_EMPTY');
  });

  it('a restart while the contact is called leaves it called, and nothing that rings on', async () => {
    await stage.stop();
    await start({dialSeconds: 2});
    const han = await stage.available('han');
    const {id: interactionId} = await takes('han');
    await han.do({type: 'campaign.call', interactionId});
    await stage.hears(HAN, 'ringing');
    await stage.restart();
    await stage.hears(HAN, 'ringing');
    await stage.phone(HAN, 'lift');
    await stage.hears(CALLER, 'ringing');
    await stage.restart();
    await stage.hears(CALLER, 'ringing');
    expect((await inPreview(stage.desk('han'), 'han')).id).toBe(interactionId);
    await stage.hears(CALLER, 'idle');
    await stage.hears(HAN, 'ended');
    await eventually('no line', () => stage.harness.gateway.core.host.centre.lines === 0);
  });

  it('[CAMP-2] is not skipped where admin did not allow that', async () => {
    await stage.stop();
    await start({}, {skippable: false});
    const yoon = await stage.available('yoon');
    const {id: interactionId} = await takes('yoon');
    expect(await yoon.refused({type: 'campaign.skip', interactionId})).toBe('DW_PERMISSION_OFF');
  });
});
