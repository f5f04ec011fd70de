import {describe, expect, it} from 'vitest';

import type {MediaEvent} from './media-port.js';
import {SimulatedSwitch} from './simulated-switch.js';

const make = () => {
  const events: MediaEvent[] = [];
  let ids = 0;
  const phones = new SimulatedSwitch({now: () => 1_000, newId: () => `call-${(ids += 1)}`, desks: ['7003']});
  phones.listen((event) => events.push(event));
  const told = async () => {
    await Promise.resolve();
    return events.splice(0).map((event) => ('line' in event ? [event.type, event.line] : [event.type]));
  };
  return {phones, told};
};

const KIM = '+821048271934';
const rings = (line: string) => ({line, side: 'customer', hears: 'ringing', peer: '15880420'}) as const;

describe('the simulated switch', () => {
  it('has one phone for a number, however it is written', async () => {
    const {phones, told} = make();
    phones.arrange('c1', [rings('010-4827-1934'.replace(/-/g, ''))]);
    expect(phones.view(KIM)).toMatchObject({state: 'ringing', callId: 'c1'});
    phones.arrange('c1', [rings(KIM)]);
    expect(await told()).toEqual([['ringing', '01048271934']]);
    expect(phones.act(KIM, 'answer')).toBe(true);
    phones.arrange('c1', []);
    expect(phones.view(KIM).callId).toBeUndefined();
  });

  it('cannot reach a phone that is switched off, nor can it call', async () => {
    const {phones, told} = make();
    expect([phones.act(KIM, 'switch-off'), phones.act(KIM, 'switch-off')]).toEqual([true, false]);
    phones.arrange('c1', [rings(KIM)]);
    expect(await told()).toEqual([['failed', KIM]]);
    expect(phones.view(KIM)).toMatchObject({state: 'idle', switchedOff: true});
    expect(phones.act(KIM, 'dial', '15880420')).toBe(false);
    expect(phones.act(KIM, 'ask-callback', '15880420')).toBe(false);
    expect([phones.act(KIM, 'switch-on'), phones.act(KIM, 'switch-on')]).toEqual([true, false]);
    expect(phones.act(KIM, 'dial', '15880420')).toBe(true);
  });

  it('tells of a phone that goes dead: it cannot be reached while it rings, and hangs up while it talks', async () => {
    const {phones, told} = make();
    phones.arrange('c1', [rings(KIM)]);
    await told();
    phones.act(KIM, 'switch-off');
    expect(await told()).toEqual([['failed', KIM]]);
    phones.arrange('c1', []);
    phones.act(KIM, 'switch-on');
    phones.arrange('c2', [{...rings(KIM), hears: 'talking'}]);
    phones.act(KIM, 'switch-off');
    expect(await told()).toEqual([['hung-up', KIM]]);
  });
});
