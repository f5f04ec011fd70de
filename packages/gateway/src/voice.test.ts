import {once} from 'node:events';

import {afterEach, beforeEach, describe, expect, it} from 'vitest';
import {WebSocket} from 'ws';

import {eventually, Harness, demoWith, pass} from './test-support/harness.js';
import {phaseOf} from './test-support/look.js';
import {DEMO_CONFIG} from './config/demo.js';

const HOTLINE = '15880420';
const CALLER = '+821048271934';
const HAN = '7003';

const voice = DEMO_CONFIG.tenant.wrapUp.voice;

describe('a call over the wire', {timeout: 20_000}, () => {
  let harness: Harness;
  beforeEach(async () => {
    harness = await Harness.start({
      config: demoWith({
        ringSeconds: {voice: 10, chat: 10, social: 10, email: 10},
        wrapUp: {...DEMO_CONFIG.tenant.wrapUp, voice: {...voice, autoSeconds: 2}},
      }),
    });
  });
  afterEach(() => harness.stop());

  const hears = (number: string, state: string) =>
    eventually(`${number} to hear ${state}`, async () => (await harness.line(number)).state === state);

  const inCall = async () => {
    const desk = await harness.available('yoon');
    const {line} = await harness.phone(CALLER, 'dial', HOTLINE);
    const interactionId = line.callId ?? '';
    await desk.interaction('the offer', (one) => phaseOf(one, 'yoon') === 'offered');
    await desk.do({type: 'interaction.accept', interactionId});
    await hears(CALLER, 'talking');
    return {desk, interactionId};
  };

  it('[HOLD-1] [HOLD-2] [HOLD-3] is held and resumed, and refuses an end command while held', async () => {
    const {desk, interactionId} = await inCall();
    await desk.do({type: 'call.hold', interactionId});
    await hears(CALLER, 'held');
    expect(await desk.refused({type: 'interaction.end', interactionId})).toBe('DW_CALL_HELD');
    await desk.do({type: 'call.resume', interactionId});
    await hears(CALLER, 'talking');
    await desk.do({type: 'interaction.end', interactionId});
    await hears(CALLER, 'ended');
  });

  it('[END-1] [END-3] is ended by the customer too, and wraps itself up unless the agent stops the clock', async () => {
    const {desk} = await inCall();
    await harness.phone(CALLER, 'hang-up');
    const started = await desk.fact('wrap-up.started');
    expect(started.deadline).toBe(started.at + 2_000);
    const submitted = await desk.fact('wrap-up.submitted');
    expect(submitted).toMatchObject({reasonIds: ['resolved'], auto: true});
    const second = await harness.phone(CALLER, 'dial', HOTLINE);
    const interactionId = second.line.callId ?? '';
    await desk.interaction('the second offer', (one) => phaseOf(one, 'yoon') === 'offered');
    await desk.do({type: 'interaction.accept', interactionId});
    await desk.do({type: 'interaction.end', interactionId});
    await desk.do({type: 'wrap-up.extend', interactionId});
    await pass(2_300);
    expect(phaseOf(desk.state.interactions.get(interactionId), 'yoon')).toBe('wrap-up');
    await desk.do({type: 'wrap-up.submit', interactionId, reasonIds: ['refund']});
  });

  it('[ARR-5] is answered on the phone that stands on the desk, and by no command', async () => {
    const desk = await harness.available('han');
    const {line} = await harness.phone(CALLER, 'dial', HOTLINE);
    const interactionId = line.callId ?? '';
    await hears(HAN, 'ringing');
    const offered = await desk.interaction('the offer', (one) => phaseOf(one, 'han') === 'offered');
    expect([offered.customer.number, offered.dnis, offered.queue?.name]).toEqual([
      CALLER,
      HOTLINE,
      'Billing',
    ]);
    expect(await desk.refused({type: 'interaction.accept', interactionId})).toBe(
      'DW_INTERACTION_ANSWER_ON_PHONE',
    );
    await harness.phone(HAN, 'lift');
    await desk.interaction('the call', (one) => phaseOf(one, 'han') === 'active');
    await Promise.all([hears(HAN, 'talking'), hears(CALLER, 'talking')]);
  });

  it('[END-5] a handset that is still off the hook is told, and takes no call until it is put down', async () => {
    const desk = await harness.available('han');
    await harness.phone(CALLER, 'dial', HOTLINE);
    await hears(HAN, 'ringing');
    await harness.phone(HAN, 'answer');
    await hears(CALLER, 'talking');
    await harness.phone(CALLER, 'hang-up');
    await desk.interaction('wrap-up', (one) => phaseOf(one, 'han') === 'wrap-up');
    await desk.until('the handset to be off the hook', () => desk.state.handset.offHook);
    await desk.fact('wrap-up.submitted');
    const waiting = await harness.phone(CALLER, 'dial', HOTLINE);
    await pass(300);
    expect(desk.state.interactions.has(waiting.line.callId ?? '')).toBe(false);
    await harness.phone(HAN, 'hang-up');
    await desk.until('the handset to be down', () => !desk.state.handset.offHook);
    await hears(HAN, 'ringing');
  });

  it('goes on to the next agent when the phone declines, and ends when the agent hangs up', async () => {
    const han = await harness.available('han');
    await harness.phone(CALLER, 'dial', HOTLINE);
    await hears(HAN, 'ringing');
    const yoon = await harness.available('yoon');
    await harness.phone(HAN, 'decline');
    const second = await yoon.interaction('the offer', (one) => phaseOf(one, 'yoon') === 'offered');
    expect(han.state.presence.state).toBe('rona');
    await hears(HAN, 'idle');
    await yoon.do({type: 'interaction.decline', interactionId: second.id});
    await han.do({type: 'agent.set-state', to: {state: 'available'}});
    await hears(HAN, 'ringing');
    await harness.phone(HAN, 'answer');
    await hears(CALLER, 'talking');
    await harness.phone(HAN, 'hang-up');
    await hears(CALLER, 'ended');
    await han.interaction('wrap-up', (one) => phaseOf(one, 'han') === 'wrap-up');
  });

  it('a call to a number that nobody has is over at once', async () => {
    await harness.phone(CALLER, 'dial', '0212345678');
    await hears(CALLER, 'ended');
    expect((await harness.phone(HOTLINE, 'dial', CALLER)) as unknown).toMatchObject({
      refusal: {code: 'DW_NUMBER_ENTRY_POINT'},
    });
  });

  it("goes on over a restart, if the customer's phone is still there", async () => {
    const {interactionId} = await inCall();
    await harness.halt();
    await harness.run();
    await hears(CALLER, 'talking');
    const desk = await harness.open(await harness.token('yoon'));
    await desk.do({type: 'call.hold', interactionId});
    await hears(CALLER, 'held');
  });

  it('shows a phone to its page as it changes', async () => {
    const page = new WebSocket(`${harness.url.replace('http', 'ws')}/api/lines/socket`);
    await once(page, 'open');
    const states: string[] = [];
    page.on('message', (data) => {
      const said = JSON.parse((data as Buffer).toString()) as {type: string; line?: {state: string}};
      states.push(said.line?.state ?? said.type);
    });
    page.send(JSON.stringify({type: 'attach', number: '+82 10-4827-1934'}));
    page.send(JSON.stringify({type: 'act', act: 'dial', to: '1588-0420'}));
    await eventually('the call', () => states.length === 2);
    page.send('nonsense');
    page.send(JSON.stringify({type: 'act', act: 'answer'}));
    page.send(JSON.stringify({type: 'act', act: 'hang-up'}));
    await eventually('the end', () => states.at(-1) === 'ended');
    expect(states).toEqual(['idle', 'waiting', 'refused', 'refused', 'ended']);
    page.close();
  });

  it('is not held up by a phone that is shown when the gateway stops', async () => {
    const page = new WebSocket(`${harness.url.replace('http', 'ws')}/api/lines/socket`);
    await once(page, 'open');
    page.send(JSON.stringify({type: 'attach', number: CALLER}));
    await once(page, 'message');
    const gone = once(page, 'close');
    await harness.halt();
    expect((await gone)[0]).toBe(1001);
  });
});
