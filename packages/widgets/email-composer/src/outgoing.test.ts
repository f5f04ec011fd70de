import {describe, expect, it} from 'vitest';

import type {MailDoc} from './editor/editor.types.js';
import {imageIdsOf, isEmptyDoc} from './editor/doc.js';
import {mailHtmlOf} from './editor/mail-html.js';
import {emptyDraft} from './mail-draft.js';
import {outgoingOf, standsInTheWay, type Written} from './outgoing.js';

const parts = {imageIdsOf, isEmptyDoc, mailHtmlOf};
const image = (id: string) => ({type: 'image', attrs: {id, alt: ''}}) as const;
const doc: MailDoc = {
  type: 'doc',
  content: [{type: 'paragraph', content: [{type: 'text', text: 'Hi'}, image('i1'), image('old')]}],
};
const written = (set: Partial<Written> = {}): Written => ({
  mode: 'reply',
  inReplyTo: 'mail-1',
  draft: emptyDraft('reply'),
  text: 'Hi',
  doc,
  files: ['f1'],
  uploading: 0,
  ofThread: new Set(['old']),
  ...set,
});
const cc = (...chips: readonly string[]) => ({...emptyDraft('reply'), cc: {chips, text: ''}});

describe('a mail that is sent', () => {
  it('has text and HTML, its files and images, and nothing that the thread has already', () => {
    const mail = outgoingOf(written({draft: cc('김민수 <min@b.example>', 'a@b.example')}), parts);
    expect(mail).toMatchObject({
      kind: 'reply',
      inReplyTo: 'mail-1',
      cc: [{name: '김민수', address: 'min@b.example'}, {address: 'a@b.example'}],
      text: 'Hi',
      attachmentIds: ['f1', 'i1'],
      quotes: true,
    });
    expect(mail.html).toContain('cid:i1');
  });

  it('is plain text alone as a quick reply', () => {
    const mail = outgoingOf(written({mode: 'quick-reply', doc: undefined, draft: cc('a@b.example')}), parts);
    expect(mail).toEqual({
      ...{kind: 'quick-reply', inReplyTo: 'mail-1', cc: [], text: 'Hi', attachmentIds: [], quotes: false},
    });
  });
});

describe('what stands in the way of a mail', () => {
  const empty: MailDoc = {type: 'doc', content: [{type: 'paragraph'}]};
  it.each([
    ['nothing', {}, undefined],
    ['no text', {doc: empty}, 'empty'],
    ['no text of a quick reply', {mode: 'quick-reply', text: ' '}, 'empty'],
    ['a recipient', {draft: cc('finance@b')}, 'wrongCc'],
    ['files', {tray: 'sending'}, 'filesComing'],
    ['a file that broke off', {tray: 'failed'}, 'filesFailed'],
    ['images', {uploading: 1}, 'imagesComing'],
    ['images do not concern a quick reply', {mode: 'quick-reply', uploading: 1, tray: 'sending'}, undefined],
    ['a place without a value', {text: 'Dear {{name}}'}, 'blanks'],
  ] as const)('%s', (_, set, why) => {
    expect(standsInTheWay(written(set), parts)?.why).toBe(why);
  });

  it('is not a place whose writer wants it so', () => {
    expect(standsInTheWay(written({text: 'Dear {{name}}'}), parts, true)).toBeUndefined();
  });

  it('is an editor that is not there', () => {
    expect(standsInTheWay(written(), undefined)?.why).toBe('empty');
  });
});
