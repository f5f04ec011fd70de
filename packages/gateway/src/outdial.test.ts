import {afterEach, beforeEach, describe, expect, it} from 'vitest';

import type {FactOf, TenantConfig} from '@deskwire/domain';

import {DEMO_CONFIG} from './config/demo.js';
import {eventually, pass} from './test-support/harness.js';
import {CALLER, HAN, HOTLINE, PATIENT, VoiceStage, type Who} from './test-support/voice.js';

const OTHER = '+82260221180';
/** One of the numbers that the contact centre may show. */
const SEOUL = '02-555-0142';

const OUTDIAL: TenantConfig['outdial'] = {
  entryPointId: 'hotline',
  anis: [
    {number: HOTLINE, name: 'Main'},
    {number: SEOUL, name: 'Seoul'},
  ],
  defaultAni: HOTLINE,
  availableAfter: false,
  dialPlan: [],
};

describe('a call that an agent makes, over the wire', {timeout: 20_000}, () => {
  let stage: VoiceStage;
  const start = async (tenant: Partial<TenantConfig> = {}) => {
    stage = await VoiceStage.start({...PATIENT, outdial: OUTDIAL, callCancellable: true, ...tenant});
  };
  const restartWith = async (tenant: Partial<TenantConfig>) => {
    await stage.stop();
    await start(tenant);
  };
  beforeEach(() => start());
  afterEach(() => stage.stop());

  const failed = (who: Who): Promise<FactOf<'outdial.failed'>> => stage.desk(who).fact('outdial.failed');

  /** Nothing rings, nobody waits, and the engine knows no call any more. */
  const nothingIsLeft = async () => {
    for (const phone of [CALLER, HAN]) {
      await eventually(`${phone} to be let go`, async () => !(await stage.harness.line(phone)).callId);
    }
    const {interactions, lines} = stage.harness.gateway.core.host.centre;
    expect([interactions.size, lines]).toEqual([0, 0]);
  };

  it('[OUT-5] [OUT-6] [ARR-11] a browser phone joins at once; the customer sees the number that was chosen', async () => {
    const yoon = await stage.idle('yoon');
    const id = await stage.dials('yoon', CALLER, SEOUL);
    await stage.hears(CALLER, 'ringing');
    expect(await stage.harness.line(CALLER)).toMatchObject({peer: '025550142'});
    await stage.dialled('yoon', id, 'customer');
    const ringing = await stage.part('yoon', 'offered');
    expect(ringing).toMatchObject({
      origin: 'outdial',
      ani: SEOUL,
      dnis: CALLER,
      queue: {name: 'Billing'},
    });
    expect(ringing.engagements[0]?.expiresAt).toBeGreaterThan(ringing.createdAt);
    await stage.phone(CALLER, 'answer');
    await stage.hears(CALLER, 'talking');
    const {engagements} = await stage.part('yoon', 'active');
    expect(engagements[0]?.acceptedAt).toBeGreaterThan(ringing.createdAt);
    await yoon.do({type: 'call.hold', interactionId: id});
    await stage.hears(CALLER, 'held');
    await yoon.do({type: 'call.resume', interactionId: id});
    await yoon.do({type: 'interaction.end', interactionId: id});
    await yoon.do({type: 'wrap-up.submit', interactionId: id, reasonIds: ['resolved']});
    expect(yoon.state.presence.state).toBe('idle');
    await nothingIsLeft();
  });

  it('[OUT-5] [OUT-6] the phone on the desk rings first, the customer’s when it was lifted; no choice shows the default', async () => {
    await stage.idle('han');
    const id = await stage.dials('han');
    await stage.hears(HAN, 'ringing');
    expect(await stage.harness.line(HAN)).toMatchObject({peer: CALLER});
    await stage.dialled('han', id, 'agent');
    expect((await stage.harness.line(CALLER)).state).toBe('idle');
    await stage.phone(HAN, 'lift');
    await Promise.all([stage.hears(HAN, 'waiting'), stage.hears(CALLER, 'ringing')]);
    expect(await stage.harness.line(CALLER)).toMatchObject({peer: HOTLINE});
    await stage.phone(CALLER, 'answer');
    await Promise.all([stage.hears(HAN, 'talking'), stage.hears(CALLER, 'talking')]);
    await stage.phone(CALLER, 'hang-up');
    await stage.part('han', 'wrap-up');
  });

  it('[OUT-9] makes its agent available afterwards where admin wants that, though it was dialled from idle', async () => {
    await restartWith({outdial: {...OUTDIAL, availableAfter: true}});
    const yoon = await stage.idle('yoon');
    const id = await stage.dials('yoon');
    await stage.hears(CALLER, 'ringing');
    await stage.phone(CALLER, 'answer');
    await stage.part('yoon', 'active');
    await stage.phone(CALLER, 'hang-up');
    await stage.part('yoon', 'wrap-up');
    await yoon.do({type: 'wrap-up.submit', interactionId: id, reasonIds: ['resolved']});
    await yoon.until('the state', () => yoon.state.presence.state === 'available');
  });

  /** What goes wrong at the customer's phone, and what the agent is told. */
  const CUSTOMER_FAILURES: readonly (readonly [string, () => Promise<void>, () => Promise<void>, string])[] =
    [
      ['declines', async () => undefined, () => stage.phone(CALLER, 'decline'), 'customer-rejected'],
      ['lets it ring', () => restartWith({dialSeconds: 1}), async () => undefined, 'customer-unanswered'],
      ['is switched off', () => stage.phone(CALLER, 'switch-off'), async () => undefined, 'not-connected'],
      ['is busy', () => stage.phone(CALLER, 'dial', HOTLINE), async () => undefined, 'not-connected'],
      [
        'goes dead while it rings',
        async () => undefined,
        () => stage.phone(CALLER, 'switch-off'),
        'not-connected',
      ],
    ];

  it.each(CUSTOMER_FAILURES)('[OUT-7] the customer’s phone %s', async (what, before, during, reason) => {
    await before();
    const han = await stage.idle('han');
    const id = await stage.dials('han');
    await stage.hears(HAN, 'ringing');
    await stage.phone(HAN, 'lift');
    if (!['is switched off', 'is busy'].includes(what)) await stage.hears(CALLER, 'ringing');
    await during();
    expect(await failed('han')).toMatchObject({reason, agentId: 'han', interactionId: id});
    await stage.gone('han', id);
    expect([stage.wrappedUp('han'), han.state.presence.state]).toEqual([false, 'idle']);
    await stage.hears(HAN, 'ended');
    if (what === 'is busy') await stage.phone(CALLER, 'hang-up');
    await nothingIsLeft();
  });

  const soon = {ringSeconds: {voice: 1, chat: 1, social: 1, email: 1}};
  const OWN_FAILURES: readonly (readonly [string, Partial<TenantConfig>, () => Promise<void>, string])[] = [
    ['is declined', {}, () => stage.phone(HAN, 'decline'), 'agent-declined'],
    ['rings out', soon, async () => undefined, 'agent-declined'],
    ['goes dead while it rings', {}, () => stage.phone(HAN, 'switch-off'), 'not-connected'],
  ];

  it.each(OWN_FAILURES)(
    '[OUT-7] the agent’s own phone %s: nobody else’s ever rings',
    async (_, tenant, act, reason) => {
      await restartWith(tenant);
      const han = await stage.available('han');
      const id = await stage.dials('han');
      await stage.hears(HAN, 'ringing');
      await act();
      expect(await failed('han')).toMatchObject({reason});
      await stage.gone('han', id);
      expect([stage.wrappedUp('han'), han.state.presence.state]).toEqual([false, 'available']);
      expect((await stage.harness.line(CALLER)).state).toBe('idle');
      await nothingIsLeft();
    },
  );

  it('[OUT-7] a phone that cannot be reached at all is told at once', async () => {
    await stage.idle('han');
    await stage.phone(HAN, 'switch-off');
    await stage.dials('han');
    expect(await failed('han')).toMatchObject({reason: 'not-connected'});
    await nothingIsLeft();
  });

  it.each([
    ['dataCentre', 'DW_CALL_LIMIT_DATA_CENTRE', 26],
    ['tenant', 'DW_CALL_LIMIT_TENANT', 27],
  ] as const)('[OUT-8] at the limit of the %s: %s, reason %i', async (name, code, reason) => {
    await restartWith({callLimits: {dataCentre: 100, tenant: 100, [name]: 1}});
    await stage.call('yoon', OTHER);
    const park = await stage.idle('park');
    const result = await park.ask({type: 'outdial.call', number: CALLER});
    expect(result).toMatchObject({ok: false, refusal: {code, params: {code: reason}}});
    expect(park.state.interactions.size).toBe(0);
    expect((await stage.harness.line(CALLER)).state).toBe('idle');
  });

  it('[OUT-8] at the limit by the time that the customer would be called', async () => {
    await restartWith({callLimits: {dataCentre: 100, tenant: 1}});
    await stage.idle('han');
    const id = await stage.dials('han');
    await stage.hears(HAN, 'ringing');
    await stage.phone(OTHER, 'dial', HOTLINE);
    await stage.hears(OTHER, 'waiting');
    await stage.phone(HAN, 'lift');
    expect(await failed('han')).toMatchObject({reason: 'limit', code: 27});
    await stage.gone('han', id);
    expect((await stage.harness.line(CALLER)).state).toBe('idle');
  });

  it('[OUT-7] a call that came in first has won', async () => {
    const yoon = await stage.available('yoon');
    await stage.phone(OTHER, 'dial', HOTLINE);
    await stage.part('yoon', 'offered');
    expect(await yoon.refused({type: 'outdial.call', number: CALLER})).toBe('DW_OUTDIAL_INBOUND_WON');
    await stage.answers('yoon');
    expect(await yoon.refused({type: 'outdial.call', number: CALLER})).not.toBe('done');
    expect((await stage.harness.line(CALLER)).state).toBe('idle');
  });

  it('[OUT-7] two calls in the same moment: whoever was first has the agent, and the other goes on', async () => {
    const yoon = await stage.available('yoon');
    const [outcome] = await Promise.all([
      yoon.ask({type: 'outdial.call', number: CALLER}),
      stage.phone(OTHER, 'dial', HOTLINE),
    ]);
    await eventually('one of them', () => yoon.state.interactions.size === 1);
    await pass(200);
    expect(yoon.state.interactions.size).toBe(1);
    const [call] = yoon.state.interactions.values();
    expect(call?.origin).toBe(outcome.ok ? 'outdial' : 'inbound');
    if (!outcome.ok) expect(outcome.refusal.code).toBe('DW_OUTDIAL_INBOUND_WON');
    expect((await stage.harness.line(OTHER)).state).toBe('waiting');
  });

  it('the agent lays the receiver down while the customer’s phone rings: it stops, and nobody is told of a failure', async () => {
    const han = await stage.idle('han');
    const id = await stage.dials('han');
    await stage.hears(HAN, 'ringing');
    await stage.phone(HAN, 'lift');
    await stage.hears(CALLER, 'ringing');
    await stage.phone(HAN, 'hang-up');
    await stage.hears(CALLER, 'idle');
    await stage.gone('han', id);
    expect(han.facts.some(({type}) => type === 'outdial.failed')).toBe(false);
    await nothingIsLeft();
  });

  it.each(['agent', 'customer'] as const)(
    '[ARR-11] is cancelled while the %s’s phone rings',
    async (whose) => {
      const han = await stage.idle('han');
      const id = await stage.dials('han');
      await stage.hears(HAN, 'ringing');
      if (whose === 'customer') {
        await stage.phone(HAN, 'lift');
        await stage.hears(CALLER, 'ringing');
      }
      await han.do({type: 'outdial.cancel', interactionId: id});
      await stage.gone('han', id);
      await nothingIsLeft();
      expect(stage.wrappedUp('han')).toBe(false);
    },
  );

  it('[ARR-11] is not cancelled where admin did not allow it, nor when the customer is there', async () => {
    const yoon = await stage.idle('yoon');
    const id = await stage.dials('yoon');
    await stage.hears(CALLER, 'ringing');
    await stage.phone(CALLER, 'answer');
    await stage.part('yoon', 'active');
    expect(await yoon.refused({type: 'outdial.cancel', interactionId: id})).not.toBe('done');
    await restartWith({callCancellable: false});
    const park = await stage.idle('park');
    const other = await stage.dials('park');
    expect(await park.refused({type: 'outdial.cancel', interactionId: other})).toBe('DW_PERMISSION_OFF');
  });

  it('[OUT-4] reaches the same phone however its number is written, and none of the house', async () => {
    const yoon = await stage.idle('yoon');
    await stage.hears(CALLER, 'idle');
    await stage.dials('yoon', '010-4827-1934');
    await stage.hears(CALLER, 'ringing');
    await stage.phone(CALLER, 'answer');
    await stage.part('yoon', 'active');
    const park = await stage.idle('park');
    for (const number of [HOTLINE, '+82 1588-0420', '7003', '12', 'nobody']) {
      expect(await park.refused({type: 'outdial.call', number})).not.toBe('done');
    }
    expect(await park.refused({type: 'outdial.call', number: OTHER, ani: '0212345678'})).toBe(
      'DW_ANI_UNKNOWN',
    );
    expect(yoon.state.interactions.size).toBe(1);
  });

  it('[OUT-1] is refused to whoever’s profile does not allow it', async () => {
    await stage.stop();
    const agents = DEMO_CONFIG.agents.map((one) => ({...one, permissions: []}));
    stage = await VoiceStage.start({outdial: OUTDIAL}, {agents});
    const yoon = await stage.idle('yoon');
    expect(await yoon.refused({type: 'outdial.call', number: CALLER})).toBe('DW_PERMISSION_DENIED');
  });

  describe('over a restart', () => {
    it('the agent’s phone rings again, and the call goes on to its end', async () => {
      await stage.idle('han');
      const id = await stage.dials('han');
      await stage.hears(HAN, 'ringing');
      await stage.restart();
      await stage.hears(HAN, 'ringing');
      await stage.phone(HAN, 'lift');
      await stage.hears(CALLER, 'ringing');
      await stage.restart();
      await Promise.all([stage.hears(HAN, 'waiting'), stage.hears(CALLER, 'ringing')]);
      await stage.phone(CALLER, 'answer');
      await Promise.all([stage.hears(HAN, 'talking'), stage.hears(CALLER, 'talking')]);
      await stage.part('han', 'active');
      await stage.desk('han').do({type: 'interaction.end', interactionId: id});
      await stage.desk('han').do({type: 'wrap-up.submit', interactionId: id, reasonIds: ['resolved']});
      await nothingIsLeft();
    });

    it('a customer who does not answer meanwhile is told as one, and nothing rings on', async () => {
      await restartWith({dialSeconds: 1});
      await stage.idle('yoon');
      const id = await stage.dials('yoon');
      await stage.hears(CALLER, 'ringing');
      await stage.harness.halt();
      await pass(1_200);
      await stage.harness.run();
      await eventually('the end', () => stage.harness.gateway.core.host.centre.interactions.size === 0);
      await nothingIsLeft();
      const facts = await stage.harness.gateway.core.store.factsOf(id);
      expect(facts.find(({type}) => type === 'outdial.failed')).toMatchObject({
        reason: 'customer-unanswered',
      });
    });

    it('an agent who does not come back leaves nothing that rings', async () => {
      await restartWith({graceSeconds: 1, dialSeconds: 30});
      await stage.idle('yoon');
      await stage.dials('yoon');
      await stage.hears(CALLER, 'ringing');
      await stage.harness.halt();
      await stage.harness.run();
      await stage.hears(CALLER, 'ringing');
      await stage.hears(CALLER, 'idle');
      await nothingIsLeft();
    });

    it('a browser phone that was about to ring still joins', async () => {
      const yoon = await stage.idle('yoon');
      const {core} = stage.harness.gateway;
      yoon.cut();
      await eventually('the loss', () => core.host.centre.agents.get('yoon')?.connected === false);
      // What the page said last is heard when it is gone already: nothing of it can ring until it comes back.
      const who = {kind: 'agent', agentId: 'yoon'} as const;
      const command = {type: 'outdial.call', number: CALLER} as const;
      expect(await core.host.submit({kind: 'command', who, id: 'the-call', command})).toEqual({ok: true});
      expect((await stage.harness.line(CALLER)).state).toBe('idle');
      await stage.restart();
      await stage.hears(CALLER, 'ringing');
      await stage.part('yoon', 'offered');
      await stage.phone(CALLER, 'answer');
      await stage.hears(CALLER, 'talking');
    });
  });
});
