import {rmSync, statSync, chmodSync} from 'node:fs';
import {join} from 'node:path';

import {afterEach, beforeEach, describe, expect, it} from 'vitest';

import {buildGateway} from './build-gateway.js';
import {WireDesk} from './test-support/desk.js';
import {Harness} from './test-support/harness.js';
import {phaseOf, textsOf} from './test-support/look.js';

describe('a restart on the same data', {timeout: 20_000}, () => {
  let harness: Harness;
  beforeEach(async () => {
    harness = await Harness.start();
  });
  afterEach(() => harness.stop());

  const inChat = async () => {
    const yoon = await harness.available('yoon');
    const {interactionId, token} = await harness.visit({name: 'Kim', question: 'Where?'});
    const visitor = await harness.open(token);
    await yoon.interaction('the offer', (one) => phaseOf(one, 'yoon') === 'offered');
    await yoon.do({type: 'interaction.accept', interactionId});
    return {yoon, visitor, interactionId, token};
  };

  it('finds states, contacts and conversations as they were', async () => {
    const {yoon, visitor, interactionId} = await inChat();
    await visitor.do({type: 'message.send', interactionId, text: 'one'});
    await yoon.do({type: 'message.send', interactionId, text: 'two'});
    await yoon.until('both messages', () =>
      textsOf(yoon.state.interactions.get(interactionId)).includes('two'),
    );
    const before = yoon.state;
    const agentToken = await harness.token('yoon');
    await harness.halt();
    await harness.run();
    const back = await harness.open(agentToken, before.cursor);
    expect((await back.message('welcome')).resumed).toBe(false);
    expect(back.state.interactions).toEqual(before.interactions);
    expect(back.state.presence).toEqual(before.presence);
    await back.do({type: 'message.send', interactionId, text: 'three'});
  });

  it('[END-4] finds the wrap-up with the time that is left', async () => {
    const {yoon, interactionId} = await inChat();
    await yoon.do({type: 'interaction.end', interactionId});
    await harness.phone('+821000000000', 'dial', '15880420');
    const call = await yoon.interaction(
      'the call',
      (one) => one.channel === 'voice' && phaseOf(one, 'yoon') === 'offered',
    );
    await yoon.do({type: 'interaction.accept', interactionId: call.id});
    await yoon.do({type: 'interaction.end', interactionId: call.id});
    const started = await yoon.until('wrap-up', () =>
      yoon.facts.find((one) => one.type === 'wrap-up.started' && one.interactionId === call.id),
    );
    await harness.halt();
    await harness.run();
    const back = await harness.open(await harness.token('yoon'));
    const [wrapUp] = back.state.interactions.get(call.id)?.engagements ?? [];
    expect(wrapUp).toMatchObject({
      phase: 'wrap-up',
      wrapUp: {since: started.at, deadline: started.at + 60_000},
    });
    await back.do({type: 'wrap-up.submit', interactionId, reasonIds: ['resolved', 'delivery']});
    await back.do({type: 'wrap-up.submit', interactionId: call.id, reasonIds: ['resolved']});
    expect(back.state.interactions.size).toBe(0);
  });

  it('does a command once although it is sent again to the next process', async () => {
    const {visitor, interactionId, token} = await inChat();
    await visitor.do({type: 'message.send', interactionId, text: 'only once'}, 'the-id');
    await harness.halt();
    await harness.run();
    const back = await harness.open(token);
    await back.do({type: 'message.send', interactionId, text: 'only once'}, 'the-id');
    const sent = textsOf(back.state.interactions.get(interactionId)).filter((text) => text === 'only once');
    expect(sent).toEqual(['only once']);
  });

  it('keeps who waited longest, although the contact that began the waiting is over', async () => {
    const yoon = await harness.available('yoon');
    const park = await harness.available('park');
    const {interactionId, token} = await harness.visit();
    await harness.open(token);
    await yoon.interaction('the offer', (one) => phaseOf(one, 'yoon') === 'offered');
    await yoon.do({type: 'interaction.accept', interactionId});
    await yoon.do({type: 'interaction.end', interactionId});
    await yoon.do({type: 'wrap-up.submit', interactionId, reasonIds: ['resolved']});
    const since = () =>
      [...harness.gateway.core.host.centre.agents].map(([id, one]) => [id, one.availableSince]);
    const before = since();
    await harness.halt();
    await harness.run();
    expect(since()).toEqual(before);
    expect(park.closed).toBe(1001);
  });

  it('remembers who has signed out', async () => {
    const token = await harness.token('yoon');
    const desk = await harness.open(token);
    await desk.do({type: 'agent.sign-out'});
    await harness.halt();
    await harness.run();
    await harness.token('yoon');
    const again = await WireDesk.connect(harness.url);
    again.hello(token);
    expect((await again.message('refused')).refusal.code).toBe('DW_AGENT_SIGNED_OUT');
  });

  it('refuses a second gateway on the same data, and a key that others can read', async () => {
    await expect(buildGateway({data: harness.data})).rejects.toThrow('in use');
    const key = join(harness.data, 'secret');
    expect(statSync(key).mode & 0o777).toBe(0o600);
    chmodSync(key, 0o644);
    await expect(buildGateway({data: harness.data})).rejects.toThrow('owner only');
    rmSync(key);
  });
});
