import {describe, expect, it} from 'vitest';
import {fakeStream} from '@deskwire/testing';
import {aMessage, anActive, anInteraction, chatOf, NOON} from '@deskwire/testing/fixtures.js';

import {VisitMemory} from './visit-memory.js';

const stream = fakeStream().handle;
const chat = anActive({channel: 'chat', content: chatOf(aMessage())});

describe('what a page keeps of its conversation', () => {
  it('is the last that was known, when the server has forgotten it', () => {
    const memory = new VisitMemory();
    memory.look(stream, chat, NOON);
    memory.look(stream, undefined, NOON + 1);
    expect(memory.interaction).toBe(chat);
    expect(memory.attendance).toHaveLength(1);
  });

  it('goes with its stream', () => {
    const memory = new VisitMemory();
    memory.look(stream, chat, NOON);
    memory.look(fakeStream().handle, undefined, NOON);
    expect(memory.interaction).toBeUndefined();
    expect(memory.attendance).toEqual([]);
    memory.look(stream, chat, NOON);
    memory.look(undefined, undefined, NOON);
    expect(memory.interaction).toBeUndefined();
  });

  it('does not mix two conversations', () => {
    const memory = new VisitMemory();
    memory.look(stream, chat, NOON);
    memory.look(stream, anInteraction({id: 'chat-2', channel: 'chat'}), NOON);
    expect(memory.interaction?.id).toBe('chat-2');
    expect(memory.attendance).toEqual([]);
  });

  it('remembers who left while the visitor waits for the next one', () => {
    const memory = new VisitMemory();
    memory.look(stream, chat, NOON);
    memory.look(stream, {...chat, engagements: []}, NOON + 5);
    expect(memory.attendance).toMatchObject([{leftAt: NOON + 5}]);
  });
});
