import {describe, expect, it} from 'vitest';

import {emptyDraft, isMailDraft, isWorth, type MailDraft} from './mail-draft.js';

const draft = (set: Partial<MailDraft> = {}): MailDraft => ({...emptyDraft('reply'), ...set});
const file = {id: 'f1', name: 'a.pdf', type: 'application/pdf', size: 1};
const doc = {type: 'doc', content: [{type: 'paragraph', content: [{type: 'text', text: 'Hi'}]}]} as const;

describe('the draft of a mail', () => {
  it('is known again as it was stored', () => {
    const whole = draft({doc, files: [file], coming: ['b.pdf'], template: 't', sentAs: 'mail-2', at: 1});
    expect(isMailDraft(JSON.parse(JSON.stringify(whole)))).toBe(true);
  });

  it.each([
    ['nothing', null],
    ['another shape', {text: 'Hello'}],
    ['a text that is none', {...draft(), text: 1}],
    ['a document that is none', {...draft(), doc: {type: 'paragraph'}}],
    ['recipients that are none', {...draft(), cc: {chips: [1], text: ''}}],
    ['files that are none', {...draft(), files: [{id: 'f1'}]}],
  ])('is not %s', (_, value) => {
    expect(isMailDraft(value)).toBe(false);
  });

  it('is worth keeping when anything is in it', () => {
    expect(isWorth(draft())).toBe(false);
    expect(isWorth(draft({text: ' \n'}))).toBe(false);
    const some: readonly Partial<MailDraft>[] = [
      {text: 'a'},
      {doc},
      {files: [file]},
      {coming: ['b.pdf']},
      {cc: {chips: ['a@b.example'], text: ''}},
      {cc: {chips: [], text: 'a@'}},
    ];
    expect(some.map((set) => isWorth(draft(set)))).toEqual(some.map(() => true));
  });

  it('takes the previous thread along where it is no quick reply', () => {
    expect([emptyDraft('quick-reply').quotes, emptyDraft('reply-all').quotes]).toEqual([false, true]);
  });
});
