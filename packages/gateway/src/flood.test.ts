import {afterEach, describe, expect, it} from 'vitest';

import type {WireDesk} from './test-support/desk.js';
import {Harness, pass} from './test-support/harness.js';
import {phaseOf, textsOf} from './test-support/look.js';

const resultsOf = (desk: WireDesk) =>
  desk.messages.flatMap((one) => (one.type === 'result' ? [one.ok ? 'done' : one.refusal.code] : []));

describe('a visitor who floods', {timeout: 30_000}, () => {
  let harness: Harness;
  afterEach(() => harness.stop());

  const start = async () => {
    harness = await Harness.start();
    const yoon = await harness.available('yoon');
    const [flooder, other] = [await harness.visit({name: 'Flooder'}), await harness.visit({name: 'Other'})];
    const desks = {flooder: await harness.open(flooder.token), other: await harness.open(other.token)};
    for (const {interactionId} of [flooder, other]) {
      await yoon.interaction(
        'the offer',
        (one) => one.id === interactionId && phaseOf(one, 'yoon') === 'offered',
      );
      await yoon.do({type: 'interaction.accept', interactionId});
    }
    return {yoon, flooder, other, desks};
  };

  /** Messages as fast as the socket takes them. */
  const flood = (desk: WireDesk, interactionId: string, count: number, from = 0) => {
    for (let at = from; at < from + count; at += 1) {
      desk.say({
        type: 'command',
        id: `m${at}`,
        command: {type: 'message.send', interactionId, text: `m${at}`},
      });
    }
  };

  it('with 500 messages in a second harms nobody, and is told of each that was not taken', async () => {
    const {yoon, flooder, other, desks} = await start();
    flood(desks.flooder, flooder.interactionId, 500);
    const latencies: number[] = [];
    for (let at = 0; at < 20; at += 1) {
      const begun = performance.now();
      await desks.other.do({type: 'message.send', interactionId: other.interactionId, text: `o${at}`});
      latencies.push(performance.now() - begun);
      await pass(20);
      if (at % 10 === 9) await pass(900);
    }
    await desks.flooder.until('every answer', () => resultsOf(desks.flooder).length === 500);
    const answers = resultsOf(desks.flooder);
    const done = answers.filter((answer) => answer === 'done').length;
    expect(new Set(answers)).toEqual(new Set(['done', 'DW_WIRE_RATE']));
    expect(done).toBeGreaterThanOrEqual(30);
    expect(done).toBeLessThan(80);
    expect(desks.flooder.closed).toBeUndefined();
    // The other visitor, at a speed of their own, was never refused and hardly waited.
    expect(Math.max(...latencies)).toBeLessThan(500);
    await yoon.until('everything of the other', () =>
      textsOf(yoon.state.interactions.get(other.interactionId)).includes('o19'),
    );
    const stored = await harness.gateway.core.store.factsOf(flooder.interactionId);
    expect(stored.filter(({type}) => type === 'message.posted')).toHaveLength(done);
    const lines = harness.logLines.filter((line) => line.includes('DW_WIRE_RATE'));
    expect(lines.length).toBeLessThan(20);
  });

  it('and does not stop is let go, and is no faster with other sockets', async () => {
    const {flooder, desks, yoon} = await start();
    const second = await harness.open(flooder.token);
    flood(desks.flooder, flooder.interactionId, 60);
    await desks.flooder.until('the answers', () => resultsOf(desks.flooder).length === 60);
    flood(second, flooder.interactionId, 30, 100);
    await second.until('the answers', () => resultsOf(second).length === 30);
    expect(resultsOf(second).filter((answer) => answer === 'done').length).toBeLessThan(15);
    flood(second, flooder.interactionId, 900, 200);
    expect(await second.whenClosed()).toBe(4429);
    expect((await second.message('refused')).final).toBe(false);
    const back = await harness.open(flooder.token);
    await pass(1_200);
    await back.do({type: 'message.send', interactionId: flooder.interactionId, text: 'sorry'});
    await yoon.until('it', () =>
      textsOf(yoon.state.interactions.get(flooder.interactionId)).includes('sorry'),
    );
  });
});
