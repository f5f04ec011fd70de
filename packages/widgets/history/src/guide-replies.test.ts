import {describe, expect, it} from 'vitest';
import type {Campaign, GuideQuestion} from '@deskwire/domain';

import {repliedQuestions} from './guide-replies.js';

const consent: GuideQuestion = {
  id: 'consent',
  kind: 'choice',
  text: {en: 'May we go on?', ko: '계속할까요?'},
  answers: [{id: 'yes', label: {en: 'Yes', ko: '네'}, next: 'note'}],
};
const note: GuideQuestion = {id: 'note', kind: 'text', text: 'Anything else?'};
const other: GuideQuestion = {id: 'consent', kind: 'text', text: 'Another campaign asks'};

const campaign = (id: string, ...guide: readonly GuideQuestion[]): Campaign => ({
  id,
  name: id,
  teams: [],
  skippable: true,
  fields: [],
  guide,
});

describe('what a call guide brought', () => {
  it('puts ids into words, by the guide that knows most of them', () => {
    const replies = [
      {questionId: 'consent', answer: 'yes'},
      {questionId: 'note', answer: 'Later'},
    ];
    expect(repliedQuestions([campaign('a', other), campaign('b', consent, note)], replies)).toEqual([
      {question: consent.text, answer: {en: 'Yes', ko: '네'}},
      {question: 'Anything else?', answer: 'Later'},
    ]);
  });

  it('keeps the answer to a question that is no longer asked, and an answer that is no longer offered', () => {
    const replies = [
      {questionId: 'consent', answer: 'perhaps'},
      {questionId: 'gone', answer: '42'},
    ];
    expect(repliedQuestions([campaign('b', consent)], replies)).toEqual([
      {question: consent.text, answer: 'perhaps'},
      {answer: '42'},
    ]);
    expect(repliedQuestions([], replies).map(({answer}) => answer)).toEqual(['perhaps', '42']);
  });
});
