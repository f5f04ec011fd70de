import {afterEach, describe, expect, it} from 'vitest';
import {fakeClock} from '@deskwire/testing';
import {sampleBotChat} from '../sample/bot-chat.js';
import {SAMPLE_LANGUAGES} from '../sample/words.js';
import {Stage, toldOf} from '../test-kit/stage.js';

const opened: Stage[] = [];
afterEach(() => {
  for (const {simulator} of opened.splice(0)) simulator.close();
});

/** A chat at a desk, and a colleague who could join it. */
const open = async () => {
  const stage = new Stage(fakeClock());
  opened.push(stage);
  const desk = await stage.desk('yoon');
  const id = await stage.chat(desk);
  await stage.clock.pass(1_000);
  const park = stage.simulator.colleague('park');
  park.becomesAvailable();
  const invite = async () => {
    const to = {kind: 'agent', agentId: 'park'} as const;
    const answer = await stage.does(desk, {type: 'conference.start', interactionId: id, to});
    await stage.clock.pass(600);
    return answer;
  };
  const types = () => desk.facts.map(({type}) => type).filter((type) => type.startsWith('conference.'));
  return {...stage, stage, desk, id, page: await stage.page(id), park, invite, types};
};

describe("a colleague in a chat's conference", () => {
  it('joins, talks, sends, reads and leaves; the chat goes on without them, and they do not wrap up', async () => {
    const {simulator, clock, desk, page, id, park, invite, types} = await open();
    expect(await invite()).toBe('ok');
    expect(park.joins()).toEqual({ok: true});
    expect(park.says('Hello, I am Park')).toEqual({ok: true});
    expect(park.reads()).toEqual({ok: true});
    expect(park.sendsFile(new File(['x'], 'form.pdf'), 'The form')).toEqual({ok: true});
    await clock.pass(0);
    expect(page.said(id).slice(-2)).toEqual(['agent: Hello, I am Park', 'agent: The form']);
    expect(page.interaction(id).engagements.map(({agent}) => agent.name)).toEqual([
      'Yoon Ji-ho',
      'Park Ji-woo',
    ]);
    expect(park.ends()).toMatchObject({ok: false});
    expect(park.leaves()).toEqual({ok: true});
    await clock.pass(0);
    expect(types()).toEqual(['conference.requested', 'conference.started', 'conference.left']);
    expect(desk.interaction(id).talk.kind).toBe('together');
    expect(simulator.centre.agents.get('park')?.work).toEqual([]);
  });

  it('does not take it, or cannot decline what can only be missed', async () => {
    const {simulator, clock, park, invite, types} = await open();
    await invite();
    expect(park.declines()).toMatchObject({refusal: {code: 'DW_CHANNEL_WRONG'}});
    expect(park.misses()).toEqual({ok: true});
    await clock.pass(0);
    expect(types()).toEqual(['conference.requested', 'conference.failed']);
    expect(simulator.centre.agents.get('park')?.presence.state).toBe('rona');
    expect(await invite()).toBe('DW_TARGET_UNAVAILABLE');
  });

  it('can begin one themselves, take the invitation back, and end it for all', async () => {
    const {simulator, clock, id} = await open();
    const yoon = simulator.colleague('yoon');
    const park = simulator.colleague('park');
    expect(yoon.invites('park')).toEqual({ok: true});
    expect(yoon.withdraws()).toEqual({ok: true});
    expect(yoon.invites('park')).toEqual({ok: true});
    await clock.pass(600);
    expect(park.joins()).toEqual({ok: true});
    expect(yoon.leaves()).toEqual({ok: true});
    expect(simulator.centre.interactions.get(id)?.ending?.by).toBe('agent');
    expect(park.leaves()).toMatchObject({refusal: {code: 'DW_INTERACTION_UNKNOWN'}});
    expect(yoon.wrapsUp(['resolved'])).toEqual({ok: true});
  });

  it('is dropped when agent 1 ends it after the customer left; who writes again is back', async () => {
    const {stage, simulator, clock, desk, id, park, invite} = await open();
    await invite();
    park.joins();
    expect(simulator.customerLeaves(id)).toEqual({ok: true});
    await clock.pass(0);
    expect(park.says('Hello?')).toMatchObject({refusal: {code: 'DW_CHAT_CUSTOMER_LEFT'}});
    expect(simulator.customerSays(id, 'Here I am again')).toEqual({ok: true});
    await clock.pass(0);
    expect(toldOf(desk, 'customer.returned')).toHaveLength(1);
    simulator.customerLeaves(id);
    expect(await stage.does(desk, {type: 'conference.end', interactionId: id})).toBe('ok');
    expect(simulator.centre.agents.get('park')?.work).toEqual([]);
    expect(desk.part(id)?.phase).toBe('wrap-up');
  });
});

describe('a chat that a bot hands over', () => {
  it.each(SAMPLE_LANGUAGES)('comes with all that was said, without card data, in %s', async (language) => {
    const stage = new Stage(fakeClock(), {language});
    opened.push(stage);
    const desk = await stage.desk('yoon');
    const id = await stage.chat(desk, sampleBotChat(language));
    const {content} = desk.interaction(id);
    const messages = content.kind === 'chat' ? content.transcript.messages : [];
    expect(messages.filter(({from}) => from.kind === 'bot').length).toBeGreaterThanOrEqual(7);
    expect(messages.at(-1)?.from.kind).toBe('customer');
    expect(messages.filter(({redactions = []}) => redactions.length > 0)).toHaveLength(1);
    expect(JSON.stringify(desk.facts)).not.toContain('5556');
    expect(messages.every(({text}) => /[가-힣]/.test(text) === (language === 'ko') || text === '2')).toBe(
      true,
    );
  });
});
