import {afterEach, beforeEach, describe, expect, it} from 'vitest';

import type {Target} from '@deskwire/domain';

import {DEMO_CONFIG} from './config/demo.js';
import {withRingSeconds} from './config/gateway-config.js';
import type {WireDesk} from './test-support/desk.js';
import {Harness, pass} from './test-support/harness.js';
import {phaseOf, textsOf} from './test-support/look.js';

const PARK: Target = {kind: 'agent', agentId: 'park'};

describe('a chat between several over the wire', {timeout: 20_000}, () => {
  let harness: Harness;
  let yoon: WireDesk;
  let park: WireDesk;
  let visitor: WireDesk;
  let id: string;

  beforeEach(async () => {
    harness = await Harness.start();
    yoon = await harness.available('yoon');
    const visit = await harness.visit({name: 'Kim'});
    id = visit.interactionId;
    visitor = await harness.open(visit.token);
    await yoon.interaction('the offer', (one) => phaseOf(one, 'yoon') === 'offered');
    await yoon.do({type: 'interaction.accept', interactionId: id});
    park = await harness.available('park');
  });
  afterEach(() => harness.stop());

  const now = (desk: WireDesk) => desk.state.interactions.get(id);
  const says = (desk: WireDesk, text: string) => desk.ask({type: 'message.send', interactionId: id, text});
  const reads = (desk: WireDesk, text: string) =>
    desk.until(`"${text}"`, () => textsOf(now(desk)).includes(text));

  const invite = async () => {
    await yoon.do({type: 'conference.start', interactionId: id, to: PARK});
    await park.interaction('the request', (one) => phaseOf(one, 'park') === 'offered');
  };
  const join = async () => {
    await invite();
    await park.do({type: 'interaction.accept', interactionId: id});
    for (const desk of [yoon, park])
      await desk.until('the conference', () => now(desk)?.talk.kind === 'conference');
  };
  /** Who was told to wrap up, as far as a desk heard. */
  const wrapUps = (desk: WireDesk) =>
    desk.facts.flatMap((fact) => (fact.type === 'wrap-up.started' ? [fact.agentId] : []));
  const phases = async (own: string, other: string | undefined) => {
    await yoon.until('the end for agent 1', () => phaseOf(now(yoon), 'yoon') === own);
    await park.until('the end for agent 2', () => phaseOf(now(park), 'park') === other);
  };

  it('[CHAT-10] asks an agent who is available, and both sides see that they joined', async () => {
    const answer = await yoon.query({type: 'directory.agents', interactionId: id});
    expect(answer.ok && answer.answer).toMatchObject({
      agents: expect.arrayContaining([expect.objectContaining({canReceive: true, state: 'available'})]),
    });
    await invite();
    expect(now(yoon)?.talk.kind).toBe('conference-requested');
    await says(visitor, 'while I wait');
    await reads(yoon, 'while I wait');
    await park.do({type: 'interaction.accept', interactionId: id});
    await yoon.until('the conference', () => now(yoon)?.talk.kind === 'conference');
    await reads(park, 'while I wait');
    await visitor.until('the second agent', () => (now(visitor)?.engagements.length ?? 0) === 2);
    for (const [desk, text] of [
      [yoon, 'from one'],
      [park, 'from two'],
      [visitor, 'from the customer'],
    ] as const) {
      expect(await says(desk, text)).toMatchObject({ok: true});
      for (const reader of [yoon, park, visitor]) await reads(reader, text);
    }
  });

  it('[CHAT-R1] is started by no customer; who leaves it ends their part', async () => {
    expect(await visitor.refused({type: 'conference.start', interactionId: id, to: PARK})).toBe(
      'DW_ROLE_CUSTOMER',
    );
    await join();
    expect(await visitor.refused({type: 'conference.end', interactionId: id})).toBe('DW_ROLE_CUSTOMER');
    await visitor.do({type: 'customer.leave', interactionId: id});
    await yoon.fact('customer.left');
    await park.fact('customer.left');
  });

  it('[CHAT-R2] [CHAT-R5] is ended by agent 1 for everybody; only agent 1 wraps up', async () => {
    await join();
    await yoon.do({type: 'conference.end', interactionId: id});
    await phases('wrap-up', undefined);
    await visitor.fact('interaction.ended');
    expect(await says(visitor, 'hello?')).toMatchObject({refusal: {code: 'DW_INTERACTION_ENDED'}});
    expect(wrapUps(park)).not.toContain('park');
  });

  it('[CHAT-R3] [CHAT-12] goes on without words when the customer has left, until agent 1 ends it', async () => {
    await join();
    await visitor.do({type: 'customer.leave', interactionId: id});
    for (const desk of [yoon, park]) {
      await desk.fact('customer.left');
      expect(await says(desk, 'still there?')).toMatchObject({refusal: {code: 'DW_CHAT_CUSTOMER_LEFT'}});
    }
    await yoon.do({type: 'conference.end', interactionId: id});
    await phases('wrap-up', undefined);
    expect(wrapUps(park)).not.toContain('park');
  });

  it('[CHAT-R4] [CHAT-R5] is left by agent 2, not ended: agent 1 and the customer go on', async () => {
    await join();
    expect(await park.refused({type: 'interaction.end', interactionId: id})).toBe('DW_CONSULT_NOT_OWNER');
    await park.do({type: 'conference.end', interactionId: id});
    await park.until('agent 2 to be out', () => now(park) === undefined);
    expect(wrapUps(park)).not.toContain('park');
    expect(await says(yoon, 'just us')).toMatchObject({ok: true});
    await reads(visitor, 'just us');
    expect(await says(park, 'forged')).toMatchObject({refusal: {code: 'DW_INTERACTION_UNKNOWN'}});
  });

  it('[CHAT-9] is transferred to an agent, with everything that was said', async () => {
    await says(visitor, 'the beginning');
    await yoon.do({type: 'interaction.transfer', interactionId: id, to: PARK});
    await yoon.until('wrap-up', () => phaseOf(now(yoon), 'yoon') === 'wrap-up');
    await park.interaction('the offer', (one) => phaseOf(one, 'park') === 'offered');
    await park.do({type: 'interaction.accept', interactionId: id});
    await reads(park, 'the beginning');
    await says(park, 'I am here');
    await reads(visitor, 'I am here');
    expect(await says(yoon, 'forged')).toMatchObject({refusal: {code: 'DW_INTERACTION_NOT_ACTIVE'}});
  });

  it('[CHAT-9] a transfer that the agent lets go drops the request', async () => {
    await harness.stop();
    harness = await Harness.start({config: withRingSeconds(DEMO_CONFIG, 1)});
    yoon = await harness.available('yoon');
    const visit = await harness.visit({name: 'Kim'});
    id = visit.interactionId;
    visitor = await harness.open(visit.token);
    await yoon.interaction('the offer', (one) => phaseOf(one, 'yoon') === 'offered');
    await yoon.do({type: 'interaction.accept', interactionId: id});
    park = await harness.available('park');
    await yoon.do({type: 'interaction.transfer', interactionId: id, to: PARK});
    await visitor.until('the end', () => now(visitor)?.ending !== undefined);
    await park.until('RONA', () => park.state.presence.state === 'rona');
    await pass(100);
    expect(now(park)).toBeUndefined();
  });

  it('[CHAT-12] ends for the customer when the agent ends it', async () => {
    await yoon.do({type: 'interaction.end', interactionId: id});
    expect((await visitor.fact('interaction.ended')).ending.by).toBe('agent');
    expect(await says(visitor, 'hello?')).toMatchObject({refusal: {code: 'DW_INTERACTION_ENDED'}});
  });
});
