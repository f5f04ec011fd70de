import {afterEach, describe, expect, it} from 'vitest';
import {fakeClock} from '@deskwire/testing';
import {dialStage, type Interaction} from '@deskwire/domain';
import type {SimulatorOptions} from './options.js';
import type {Reaction} from './outside-lines.js';
import {SAMPLE_CAMPAIGN, sampleContacts} from './sample/campaign.js';
import {sampleTenant} from './sample/tenant.js';
import {Stage, toldOf} from './test-kit/stage.js';

const NUMBER = '02-555-0133';
const opened: Stage[] = [];
afterEach(() => {
  for (const {simulator} of opened.splice(0)) simulator.close();
});

/** A desk that is available and has nothing to do. */
const open = async (options: SimulatorOptions = {}, agentId = 'yoon') => {
  const stage = new Stage(fakeClock(), options);
  opened.push(stage);
  const desk = await stage.desk(agentId);
  const {simulator, clock} = stage;
  const current = (): Interaction => {
    const id = simulator.openCall(agentId);
    if (id === undefined) throw new Error('no call is open');
    return desk.interaction(id);
  };
  const failures = () => toldOf(desk, 'outdial.failed').map(({reason, code}) => code ?? reason);
  return {
    simulator,
    clock,
    desk,
    current,
    failures,
    stageNow: () => dialStage(current(), agentId),
    phase: () => desk.part(current().id)?.phase,
    does: (command: Parameters<Stage['does']>[1]) => stage.does(desk, command),
  };
};

describe('an outdial call', () => {
  it('rings the own phone, then the customer, who answers by themselves', async () => {
    const {clock, current, stageNow, phase, does, desk} = await open();
    expect(await does({type: 'outdial.call', number: NUMBER})).toBe('ok');
    expect(current()).toMatchObject({
      origin: 'outdial',
      ani: '15880420',
      dnis: '025550133',
      queue: {id: 'billing'},
    });
    expect(current().cad.map(({type}) => type)).toEqual(
      expect.arrayContaining(['string', 'integer', 'decimal', 'boolean', 'date', 'date-time']),
    );
    expect(stageNow()).toBe('agent');
    await clock.pass(600);
    expect([stageNow(), phase()]).toEqual(['customer', 'offered']);
    await clock.pass(3_000);
    expect([stageNow(), phase()]).toEqual([undefined, 'active']);
    expect(await does({type: 'interaction.end', interactionId: current().id})).toBe('ok');
    expect(phase()).toBe('wrap-up');
    expect(toldOf(desk, 'outdial.failed')).toEqual([]);
  });

  it('is made on a desk phone by lifting it', async () => {
    const {clock, simulator, stageNow, does} = await open({}, 'han');
    await does({type: 'outdial.call', number: NUMBER, ani: '+82515550100'});
    await clock.pass(600);
    expect(stageNow()).toBe('agent');
    simulator.phoneAnswers('han');
    await clock.pass(0);
    expect(stageNow()).toBe('customer');
  });

  it.each([
    ['rejected', 'customer-rejected'],
    ['unanswered', 'customer-unanswered'],
    ['failed', 'not-connected'],
  ] as const)('of a customer who is %s has failed: %s', async (reaction: Reaction, reason) => {
    const {clock, simulator, failures, does, desk} = await open();
    simulator.dialledCustomers(reaction, NUMBER);
    await does({type: 'outdial.call', number: NUMBER});
    await clock.pass(3_600);
    expect(failures()).toEqual([reason]);
    expect([desk.state.presence.state, simulator.openCall('yoon')]).toEqual(['available', undefined]);
    simulator.dialledCustomers(reaction);
    simulator.dialledCustomers('answered', NUMBER);
    await does({type: 'outdial.call', number: NUMBER});
    await clock.pass(3_600);
    expect(failures()).toEqual([reason]);
    expect(simulator.openCall('yoon')).toBeDefined();
  });

  it('fails where the own phone declines, or cannot be reached', async () => {
    const {clock, simulator, failures, does} = await open({}, 'han');
    await does({type: 'outdial.call', number: NUMBER});
    await clock.pass(600);
    simulator.phoneDeclines('han');
    await does({type: 'outdial.call', number: NUMBER});
    simulator.phoneFails('han');
    await clock.pass(0);
    expect(failures()).toEqual(['agent-declined', 'not-connected']);
  });

  it('can be cancelled while it rings, and rings nobody any more', async () => {
    const {clock, simulator, current, does, desk} = await open();
    await does({type: 'outdial.call', number: NUMBER});
    await clock.pass(600);
    const interactionId = current().id;
    expect(await does({type: 'outdial.cancel', interactionId})).toBe('ok');
    await clock.pass(10_000);
    expect(simulator.openCall('yoon')).toBeUndefined();
    expect(toldOf(desk, 'interaction.ended').map(({ending}) => ending.reason)).toEqual(['cancelled']);
  });

  it.each([26, 27] as const)('is refused while the lines are full: %i', async (code) => {
    const {simulator, does, desk} = await open();
    simulator.linesAreFull(code);
    const sent = desk.send({type: 'outdial.call', number: NUMBER});
    await does({type: 'agent.set-state', to: {state: 'available'}});
    await expect(sent).resolves.toMatchObject({ok: false, refusal: {params: {code}}});
    simulator.linesAreFree();
    expect(await does({type: 'outdial.call', number: NUMBER})).toBe('ok');
  });

  it('fails at a limit that is met after the own phone rang', async () => {
    const {clock, simulator, failures, does} = await open();
    await does({type: 'outdial.call', number: NUMBER});
    simulator.linesAreFull(26);
    await clock.pass(600);
    expect(failures()).toEqual([26]);
  });

  it('loses the race against a call that comes in', async () => {
    const {clock, simulator, current, does} = await open();
    simulator.inboundWinsNext({name: 'Kim Min-su'});
    expect(await does({type: 'outdial.call', number: NUMBER})).toBe('DW_OUTDIAL_INBOUND_WON');
    await clock.pass(600);
    expect(current()).toMatchObject({origin: 'inbound', customer: {name: 'Kim Min-su'}});
  });

  it('obeys the dial plan of the sample', async () => {
    const {does} = await open();
    for (const [number, expected] of [
      ['4409', 'DW_NUMBER_EXTENSION'],
      ['1588-0420', 'DW_NUMBER_ENTRY_POINT'],
      ['060-700-1234', 'DW_NUMBER_DIAL_PLAN'],
      ['5550133', 'DW_NUMBER_DIAL_PLAN'],
      ['12', 'DW_NUMBER_INVALID'],
    ] as const) {
      expect(await does({type: 'outdial.call', number})).toBe(expected);
    }
  });

  it('is made by a colleague of the story', async () => {
    const {clock, simulator} = await open();
    const park = simulator.colleague('park');
    park.becomesAvailable();
    expect(park.dials(NUMBER)).toEqual({ok: true});
    await clock.pass(600);
    expect(park.cancels()).toEqual({ok: true});
    expect(simulator.openCall('park')).toBeUndefined();
  });
});

describe('a preview campaign', () => {
  const contacts = sampleContacts('en')[SAMPLE_CAMPAIGN] ?? [];
  const next = {type: 'campaign.next', campaignId: SAMPLE_CAMPAIGN} as const;

  it('shows a contact with the fields of the list, and dials when asked to', async () => {
    const {clock, current, stageNow, phase, does} = await open();
    expect(await does(next)).toBe('ok');
    expect(current()).toMatchObject({
      origin: 'campaign',
      campaignContactId: 'contact-1',
      ani: '+82221550100',
      customer: {name: contacts[0]?.name},
    });
    const values = Object.fromEntries(current().cad.map(({name, value}) => [name, value]));
    expect(values).toMatchObject({...contacts[0]?.values});
    await clock.pass(60_000);
    expect(stageNow()).toBe('preview');
    const interactionId = current().id;
    expect(await does({type: 'campaign.call', interactionId})).toBe('ok');
    expect(stageNow()).toBe('agent');
    await clock.pass(600);
    expect(stageNow()).toBe('customer');
    await clock.pass(3_000);
    expect(phase()).toBe('active');
  });

  it('tries a contact again who did not answer, and gives the next one for one that is skipped', async () => {
    const {clock, simulator, current, stageNow, failures, does} = await open();
    simulator.dialledCustomers('unanswered');
    await does(next);
    const interactionId = current().id;
    await does({type: 'campaign.call', interactionId});
    await clock.pass(3_600);
    expect([failures(), stageNow()]).toEqual([['customer-unanswered'], 'preview']);
    simulator.dialledCustomers('answered');
    await does({type: 'campaign.call', interactionId});
    simulator.linesAreFull(27);
    await clock.pass(600);
    expect([failures(), stageNow()]).toEqual([['customer-unanswered', 27], 'preview']);
    expect(await does({type: 'campaign.skip', interactionId})).toBe('ok');
    expect(current().campaignContactId).toBe('contact-2');
  });

  it('has its guide submitted, five questions long, and keeps the answers', async () => {
    const {clock, simulator, current, does} = await open();
    await does(next);
    const interactionId = current().id;
    await does({type: 'campaign.call', interactionId});
    await clock.pass(3_600);
    const replies = [
      {questionId: 'holder', answer: 'yes'},
      {questionId: 'satisfied', answer: 'not'},
      {questionId: 'problem', answer: 'damaged'},
      {questionId: 'damage', answer: 'A lamp, in October'},
      {questionId: 'renew', answer: 'offer'},
      {questionId: 'note', answer: ''},
    ];
    const submit = (some: typeof replies) => does({type: 'call-guide.submit', interactionId, replies: some});
    expect(await submit(replies.slice(0, 3))).toBe('DW_GUIDE_REPLY_MISSING');
    expect(await submit(replies)).toBe('ok');
    expect(current().guide).toMatchObject({by: {id: 'yoon'}, replies});
    expect(await submit(replies)).toBe('DW_GUIDE_SUBMITTED');
    simulator.customerHangsUp(interactionId);
    await clock.pass(0);
    expect(current().guide?.replies).toHaveLength(6);
  });

  it('comes to its end with its list, and is for its team alone', async () => {
    const some = {[SAMPLE_CAMPAIGN]: contacts.slice(0, 2)};
    const {simulator, current, does} = await open({contacts: some});
    await does(next);
    expect(await does({type: 'campaign.skip', interactionId: current().id})).toBe('ok');
    expect(await does({type: 'campaign.skip', interactionId: current().id})).toBe('ok');
    expect(simulator.openCall('yoon')).toBeUndefined();
    expect(await does(next)).toBe('DW_CAMPAIGN_EMPTY');
    expect(await does({...next, campaignId: 'none'})).toBe('DW_CAMPAIGN_UNKNOWN');
  });

  it('lets no two agents have one contact', async () => {
    const {simulator, current, does} = await open();
    const park = simulator.colleague('park');
    park.becomesAvailable();
    expect(park.takesContact(SAMPLE_CAMPAIGN)).toEqual({ok: true});
    await does(next);
    expect(current().campaignContactId).toBe('contact-2');
    expect(park.callsContact()).toEqual({ok: true});
    expect(park.skipsContact()).toMatchObject({refusal: {code: 'DW_OUTDIAL_DIALLING'}});
  });

  it('may forbid to skip', async () => {
    const tenant = sampleTenant('en');
    const campaigns = tenant.campaigns.map((one) => ({...one, skippable: false}));
    const {current, does} = await open({tenant: {...tenant, campaigns}});
    await does(next);
    expect(await does({type: 'campaign.skip', interactionId: current().id})).toBe('DW_PERMISSION_OFF');
  });
});
