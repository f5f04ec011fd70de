import {describe, expect, it} from 'vitest';
import type {Author} from '@deskwire/domain';
import {factLog} from '@deskwire/testing/fixtures.js';
import {fakeClock} from '@deskwire/testing/fake-clock.js';
import {FakePort} from '@deskwire/testing/ports.js';
import {createStream} from './desk-stream.js';

const customer: Author = {kind: 'customer', name: '김민준'};
const park: Author = {kind: 'agent', id: 'park', name: '박지우'};

const setUp = () => {
  const clock = fakeClock();
  const port = new FakePort();
  const stream = createStream(port, {clock, random: () => 0});
  stream.connect();
  port.last.live();
  port.last.tell(factLog().hydrated());
  const seen: (readonly string[])[] = [];
  const watch = stream
    .typing('chat-1')
    .subscribe((authors) => seen.push(authors.map((author) => ('name' in author && author.name) || '')));
  const writes = (from: Author, isTyping = true, interactionId = 'chat-1') =>
    port.last.notice({type: 'typing', interactionId, isTyping, from});
  return {clock, port, stream, seen, watch, writes};
};

describe('who writes', () => {
  it('is known until they stop', () => {
    const {seen, writes} = setUp();
    writes(customer);
    writes(park);
    writes(customer, false);
    expect(seen).toEqual([[], ['김민준'], ['김민준', '박지우'], ['박지우']]);
  });

  it('is forgotten when nothing is heard of it any more', () => {
    const {clock, seen, writes} = setUp();
    writes(customer);
    clock.advance(5_000);
    writes(customer);
    clock.advance(5_000);
    expect(seen).toEqual([[], ['김민준']]);
    clock.advance(1_000);
    expect(seen).toEqual([[], ['김민준'], []]);
  });

  it('is told to those who watch that conversation', () => {
    const {seen, writes} = setUp();
    writes(customer, true, 'chat-2');
    expect(seen).toEqual([[]]);
  });

  it('is forgotten when the connection is lost', () => {
    const {port, seen, writes} = setUp();
    writes(customer);
    port.last.lose();
    expect(seen.at(-1)).toEqual([]);
  });
});

describe('what is told about the viewer', () => {
  it('is told once, again after some seconds, and when they stop', () => {
    const {clock, port, stream} = setUp();
    stream.setTyping('chat-1', false);
    stream.setTyping('chat-1', true);
    stream.setTyping('chat-1', true);
    clock.advance(3_000);
    stream.setTyping('chat-1', true);
    stream.setTyping('chat-1', false);
    stream.setTyping('chat-1', false);
    expect(port.last.notices.map(({isTyping}) => isTyping)).toEqual([true, true, false]);
  });
});
