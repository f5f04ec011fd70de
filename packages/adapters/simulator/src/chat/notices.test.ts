import {afterEach, describe, expect, it} from 'vitest';
import {fakeClock} from '@deskwire/testing';
import {createStream} from '@deskwire/stream';
import type {SimulatorOptions} from '../options.js';
import {sampleChat, sampleMail} from '../sample/people.js';
import type {TestDesk} from '../test-kit/desk.js';
import {Stage} from '../test-kit/stage.js';

const opened: Stage[] = [];
afterEach(() => {
  for (const {simulator} of opened.splice(0)) simulator.close();
});

const open = async (options: SimulatorOptions = {}) => {
  const stage = new Stage(fakeClock(), options);
  opened.push(stage);
  const desk = await stage.desk('yoon');
  const id = await stage.chat(desk);
  return {...stage, stage, desk, id, page: await stage.page(id)};
};

/** Who was said to write, or to have stopped. */
const heard = ({notices}: TestDesk): readonly string[] =>
  notices.map(({from, isTyping}) => {
    const name = from && 'name' in from ? (from.name ?? '') : '';
    return `${from?.kind ?? 'nobody'} ${name} ${isTyping ? 'writes' : 'stopped'}`;
  });

describe('who writes', () => {
  it('is told to the other side, not to oneself, and kept nowhere', async () => {
    const {clock, desk, page, id} = await open();
    desk.typing(id);
    desk.typing(id, false);
    page.typing(id);
    await clock.pass(0);
    expect(heard(page)).toEqual(['agent Yoon Ji-ho writes', 'agent Yoon Ji-ho stopped']);
    expect(heard(desk)).toEqual(['customer Lee Seo-yeon writes']);
    expect(desk.notices[0]).toEqual({
      type: 'typing',
      interactionId: id,
      isTyping: true,
      from: {kind: 'customer', name: 'Lee Seo-yeon'},
    });
    expect(desk.facts.map(({type}) => type)).not.toContain('typing');
  });

  it('reaches whoever else is in the conversation, and nobody who is not', async () => {
    const {stage, simulator, clock, desk, page, id} = await open();
    const park = await stage.desk('park');
    const second = await stage.chat(park, {name: 'Choi', text: 'Second'});
    desk.typing(id);
    await clock.pass(0);
    expect(heard(park)).toEqual([]);
    expect(
      await stage.does(desk, {
        type: 'conference.start',
        interactionId: id,
        to: {kind: 'agent', agentId: 'park'},
      }),
    ).toBe('ok');
    await clock.pass(600);
    simulator.customerTypes(id);
    await clock.pass(0);
    expect(heard(park)).toEqual([]);
    await stage.does(park, {type: 'interaction.accept', interactionId: id});
    simulator.customerTypes(id);
    park.typing(id);
    await clock.pass(0);
    expect(heard(park)).toEqual(['customer Lee Seo-yeon writes']);
    expect(heard(desk).at(-1)).toBe('agent Park Ji-woo writes');
    expect(heard(page).at(-1)).toBe('agent Park Ji-woo writes');
    expect(second).not.toBe(id);
  });

  it('cannot be told where one may not write', async () => {
    const {stage, simulator, clock, desk, page, id} = await open();
    const other = simulator.chatArrives();
    page.typing(other);
    const park = await stage.desk('park');
    park.typing(id);
    await clock.pass(0);
    expect([heard(desk), heard(page)]).toEqual([[], []]);
    const mail = simulator.mailArrives(sampleMail('en'));
    expect(simulator.customerTypes(mail)).toMatchObject({refusal: {code: 'DW_CHANNEL_WRONG'}});
    expect(simulator.customerTypes('chat-99')).toMatchObject({refusal: {code: 'DW_INTERACTION_UNKNOWN'}});
    await stage.does(desk, {type: 'interaction.end', interactionId: id});
    expect(simulator.customerTypes(id)).toMatchObject({refusal: {code: 'DW_INTERACTION_ENDED'}});
  });

  it('is not told by a backend that cannot, nor over a cable that is cut', async () => {
    const without = await open({capabilities: {features: ['files']}});
    without.page.typing(without.id);
    await without.clock.pass(0);
    expect(heard(without.desk)).toEqual([]);
    expect(without.simulator.customerTypes(without.id)).toMatchObject({
      refusal: {code: 'DW_CAPABILITY_MISSING'},
    });
    const {simulator, clock, desk, page, id} = await open();
    simulator.networkDrops('yoon');
    simulator.customerTypes(id);
    desk.typing(id);
    await clock.pass(100);
    expect([heard(desk), heard(page)]).toEqual([[], []]);
  });

  it('is told by colleagues and customers of the story', async () => {
    const {simulator, clock, desk, page, id} = await open();
    const yoon = simulator.colleague('yoon');
    expect([yoon.types(), yoon.stopsTyping(id), simulator.customerStopsTyping(id)]).toEqual([
      {ok: true},
      {ok: true},
      {ok: true},
    ]);
    await clock.pass(0);
    expect(heard(page)).toEqual(['agent Yoon Ji-ho writes', 'agent Yoon Ji-ho stopped']);
    expect(heard(desk)).toEqual(['customer Lee Seo-yeon stopped']);
  });

  it('is seen before a customer of a script answers, and not after', async () => {
    const {stage, clock, desk} = await open();
    const id = await stage.chat(desk, sampleChat('ko'));
    const before = desk.notices.length;
    await stage.does(desk, {type: 'message.send', interactionId: id, text: '확인했습니다.'});
    await clock.pass(6_000);
    expect(heard(desk).slice(before)).toEqual(['customer 이서연 writes', 'customer 이서연 stopped']);
    expect(desk.said(id).at(-1)).toContain('customer');
  });

  it('comes through the stream', async () => {
    const {simulator, clock, id} = await open();
    const stream = createStream(simulator.port('yoon'), {clock, random: () => 0.5, newId: () => 'c'});
    stream.connect();
    await clock.pass(10);
    const seen: number[] = [];
    stream.typing(id).subscribe((authors) => seen.push(authors.length));
    simulator.customerTypes(id);
    await clock.pass(7_000);
    expect(seen).toEqual([0, 1, 0]);
    const file = new File(['x'], 'bill.pdf');
    const uploading = stream.upload({interactionId: id, file});
    await clock.pass(1_500);
    await expect(uploading).resolves.toMatchObject({ok: true, attachment: {name: 'bill.pdf'}});
    stream.close();
  });
});
