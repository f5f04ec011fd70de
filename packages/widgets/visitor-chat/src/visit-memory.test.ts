import {describe, expect, it} from 'vitest';
import {fakeStream} from '@deskwire/testing';
import {aMessage, anActive, anInteraction, chatOf} from '@deskwire/testing/fixtures.js';

import {VisitMemory} from './visit-memory.js';

const stream = fakeStream().handle;
const chat = anActive({channel: 'chat', content: chatOf(aMessage())});

describe('what a page keeps of its conversation', () => {
  it('is the last that was known, when the server has forgotten it', () => {
    const memory = new VisitMemory();
    memory.look(stream, chat);
    memory.look(stream, undefined);
    expect(memory.interaction).toBe(chat);
  });

  it('goes with its stream', () => {
    const memory = new VisitMemory();
    memory.look(stream, chat);
    memory.look(fakeStream().handle, undefined);
    expect(memory.interaction).toBeUndefined();
    memory.look(stream, chat);
    memory.look(undefined, undefined);
    expect(memory.interaction).toBeUndefined();
  });

  it('is the newest of two conversations', () => {
    const memory = new VisitMemory();
    memory.look(stream, chat);
    memory.look(stream, anInteraction({id: 'chat-2', channel: 'chat'}));
    expect(memory.interaction?.id).toBe('chat-2');
  });
});
