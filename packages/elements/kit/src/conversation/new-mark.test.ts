import {describe, expect, it} from 'vitest';

import {NewMark, type NewMarkInput} from './new-mark.js';

const looks = (...inputs: readonly Partial<NewMarkInput>[]): readonly (number | undefined)[] => {
  const mark = new NewMark();
  const start: NewMarkInput = {id: 'chat-1', unread: 0, readAt: 100, watched: true, own: 0};
  return inputs.map((input) => mark.look({...start, ...input}));
};

describe('the rule above what is new', () => {
  it('stands where reading stopped when the conversation is opened', () => {
    expect(looks({unread: 2, readAt: 100})).toEqual([100]);
    expect(looks({unread: 0})).toEqual([undefined]);
  });

  it('stays when it has been read, and goes when the viewer answers', () => {
    expect(looks({unread: 1}, {readAt: 200}, {readAt: 200, own: 1})).toEqual([100, 100, undefined]);
  });

  it('does not come for what arrives before the viewer’s eyes', () => {
    expect(looks({}, {unread: 1, watched: true}, {readAt: 200})).toEqual([undefined, undefined, undefined]);
  });

  it('comes for what arrives unseen, below what was read before', () => {
    expect(looks({unread: 1}, {readAt: 200}, {unread: 1, readAt: 200, watched: false})).toEqual([
      100, 100, 200,
    ]);
  });

  it('begins anew with another conversation', () => {
    expect(looks({unread: 1}, {id: 'chat-2', unread: 0})).toEqual([100, undefined]);
  });
});
