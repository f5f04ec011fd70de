import fc from 'fast-check';
import {describe, expect, it} from 'vitest';

import {docOfText, EMPTY_DOC, imageIdsOf, isEmptyDoc, isMailDoc} from './doc.js';
import type {MailDoc, MailNode} from './editor.types.js';
import {mailTextOf} from './mail-text.js';

const doc = (...content: readonly MailNode[]): MailDoc => ({type: 'doc', content});
const text = (value: string): MailNode => ({type: 'text', text: value});
const image = (id: string): MailNode => ({type: 'image', attrs: {id, alt: ''}});
const paragraph = (...content: readonly MailNode[]): MailNode => ({type: 'paragraph', content});

describe('a document', () => {
  it('is known by its shape, whatever was stored', () => {
    expect(isMailDoc(EMPTY_DOC)).toBe(true);
    expect(isMailDoc(JSON.parse(JSON.stringify(doc(paragraph(text('가'))))))).toBe(true);
    for (const other of [null, 'doc', {}, {type: 'paragraph'}, {type: 'doc', content: [{type: 'script'}]}])
      expect(isMailDoc(other)).toBe(false);
    expect(isMailDoc(doc({type: 'text', text: ''}))).toBe(false);
  });

  it('is empty as long as nothing can be seen in it', () => {
    expect(isEmptyDoc(EMPTY_DOC)).toBe(true);
    expect(isEmptyDoc(doc(paragraph(text('  ')), paragraph()))).toBe(true);
    expect(isEmptyDoc(doc(paragraph(text('a'))))).toBe(false);
    expect(isEmptyDoc(doc(paragraph(image('1'))))).toBe(false);
    expect(isEmptyDoc(doc({type: 'table', content: []}))).toBe(false);
  });

  it('names its images once each', () => {
    expect(imageIdsOf(doc(paragraph(image('b'), image('a')), paragraph(image('b'))))).toEqual(['b', 'a']);
    expect(imageIdsOf(EMPTY_DOC)).toEqual([]);
  });

  it('is made of a plain text, and gives it back', () => {
    expect(docOfText('one\ntwo\r\n\r\nthree')).toEqual(
      doc(paragraph(text('one'), {type: 'hard_break'}, text('two')), paragraph(text('three'))),
    );
    const line = fc.stringMatching(/^[a-z가-힣][a-z가-힣 ]{0,8}[a-z가-힣]$/);
    const block = fc.array(line, {minLength: 1, maxLength: 3}).map((lines) => lines.join('\n'));
    fc.assert(
      fc.property(fc.array(block, {minLength: 1, maxLength: 5}), (blocks) => {
        const whole = blocks.join('\n\n');
        expect(mailTextOf(docOfText(whole))).toBe(whole);
      }),
    );
  });
});
