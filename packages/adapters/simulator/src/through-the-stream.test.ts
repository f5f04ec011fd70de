import {describe, expect, it} from 'vitest';
import {fakeClock} from '@deskwire/testing';
import {selectAvailability} from '@deskwire/domain';
import {createStream, type ConnectionStatus} from '@deskwire/stream';
import {sampleChat} from './sample/people.js';
import {Simulator} from './simulator.js';

/** The real stream over the simulator, as a desk has it, in time that the test winds. */
const desk = async () => {
  const clock = fakeClock();
  const simulator = new Simulator({clock});
  let ids = 0;
  const stream = createStream(simulator.port('yoon'), {
    clock,
    random: () => 0.5,
    newId: () => `command-${(ids += 1)}`,
  });
  const states: ConnectionStatus['state'][] = [];
  stream.status$.subscribe(({state}) => states.push(state));
  stream.connect();
  await clock.pass(10);
  await stream.send({type: 'agent.set-state', to: {state: 'available'}});
  const id = simulator.chatArrives(sampleChat('en'));
  await clock.pass(700);
  await stream.send({type: 'interaction.accept', interactionId: id});
  await clock.pass(10);
  return {clock, simulator, stream, states, id};
};

describe('the stream over the simulator', () => {
  it('reconnects by itself and sends again what the loss interrupted, once', async () => {
    const {clock, simulator, stream, states, id} = await desk();
    expect(selectAvailability(stream.snapshot())).toMatchObject({state: 'engaged', channel: 'chat'});
    const sent = stream.send({type: 'message.send', interactionId: id, text: 'One moment'});
    simulator.networkDrops();
    await clock.pass(3_000);
    expect(states.at(-1)).toBe('lost');
    simulator.customerSays(id, 'Hello?');
    simulator.networkReturns();
    await clock.pass(20_000);
    expect(states.at(-1)).toBe('live');
    await expect(sent).resolves.toEqual({ok: true});
    const {content} = stream.snapshot().interactions.get(id) ?? {};
    const texts = content?.kind === 'chat' ? content.transcript.messages.map(({text}) => text) : [];
    expect(texts.filter((text) => text === 'One moment')).toHaveLength(1);
    expect(texts).toContain('Hello?');
    stream.close();
    simulator.close();
    expect(clock.waiting).toBe(0);
  });

  it('closes for good when the agent signs out', async () => {
    const {clock, stream, states, id} = await desk();
    await expect(stream.send({type: 'agent.sign-out'})).resolves.toMatchObject({
      refusal: {code: 'DW_AGENT_BUSY'},
    });
    await stream.send({type: 'interaction.end', interactionId: id});
    await stream.send({
      type: 'wrap-up.submit',
      interactionId: id,
      reasonIds: ['resolved', 'refund-promised'],
    });
    await expect(stream.send({type: 'agent.sign-out'})).resolves.toEqual({ok: true});
    await clock.pass(10);
    expect(states.at(-1)).toBe('closed');
    expect(stream.snapshot().presence.state).toBe('signed-out');
  });
});
