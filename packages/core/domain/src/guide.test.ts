import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import type {GuideQuestion} from './config.js';
import {checkGuide, checkReplies, GUIDE_MAX_QUESTIONS, GUIDE_REPLY_MAX_LENGTH, nextOf} from './guide.js';

/** A choice whose answers are called like the questions that they lead to; `end` leads nowhere. */
const choice = (id: string, ...ways: readonly string[]): GuideQuestion => ({
  id,
  text: id,
  kind: 'choice',
  answers: ways.map((way) => ({id: way, label: way, ...(way === 'end' ? {} : {next: way})})),
});
const text = (id: string, next?: string, optional?: boolean): GuideQuestion => ({
  id,
  text: id,
  kind: 'text',
  ...(next === undefined ? {} : {next}),
  ...(optional === undefined ? {} : {optional}),
});
const problem = (...questions: readonly GuideQuestion[]) => {
  const found = checkGuide(questions);
  return found ? `${found.problem} ${found.questionId}` : 'ok';
};

describe('R79 a guide', () => {
  it.each([
    ['one question', [text('a')], 'ok'],
    ['a branch', [choice('a', 'b', 'end'), text('b')], 'ok'],
    ['a diamond', [choice('a', 'b', 'c'), text('b', 'd'), text('c', 'd'), text('d')], 'ok'],
    [
      'a diamond of diamonds',
      [choice('a', 'b', 'c'), choice('b', 'c', 'd'), choice('c', 'd', 'end'), text('d')],
      'ok',
    ],
    ['two answers that lead to one question', [choice('a', 'b', 'end'), choice('b', 'end')], 'ok'],
    ['an order other than that of the list', [text('a', 'c'), text('b'), text('c', 'b')], 'ok'],
    ['nothing', [], 'empty '],
    ['an id twice', [text('a', 'b'), text('b'), text('b')], 'duplicate b'],
    ['a choice without an answer', [choice('a', 'b'), choice('b')], 'no-answers b'],
    ['an answer twice', [choice('a', 'b', 'b'), text('b')], 'duplicate-answer a'],
    ['an answer into nowhere', [choice('a', 'b', 'x'), text('b')], 'unknown-next a'],
    ['a text into nowhere', [text('a', 'b'), text('b', 'x')], 'unknown-next b'],
    ['a question that leads to itself', [text('a', 'a')], 'cycle a'],
    ['a way back', [choice('a', 'b'), choice('b', 'c', 'end'), text('c', 'b')], 'cycle b'],
    ['a way back to the beginning', [text('a', 'b'), text('b', 'a')], 'cycle a'],
    ['a question that nothing leads to', [text('a'), text('b')], 'unreachable b'],
    ['a cycle that nothing leads to', [text('a'), text('b', 'c'), text('c', 'b')], 'unreachable b'],
    ['the name of something built in', [text('__proto__', 'constructor'), text('constructor')], 'ok'],
  ] as const)('with %s: %s', (_, questions, expected) => {
    expect(problem(...questions)).toBe(expected);
  });

  it('has at most 100 questions', () => {
    const line = (count: number) =>
      Array.from({length: count}, (_, index) =>
        text(`q${index}`, index + 1 < count ? `q${index + 1}` : undefined),
      );
    expect(problem(...line(GUIDE_MAX_QUESTIONS))).toBe('ok');
    expect(problem(...line(GUIDE_MAX_QUESTIONS + 1))).toBe('too-many q0');
  });

  it('that is a ladder of branches is checked at once, although it has countless ways', () => {
    const rungs = Array.from({length: 99}, (_, index) =>
      choice(`q${index}`, `q${index + 1}`, ...(index < 98 ? [`q${index + 2}`] : [])),
    );
    const begun = performance.now();
    expect(problem(...rungs, text('q99'))).toBe('ok');
    expect(performance.now() - begun).toBeLessThan(500);
  });

  it('that was checked comes to an end whatever is answered', () => {
    const ids = ['a', 'b', 'c', 'd', 'e', 'f'];
    const question = (id: string) =>
      fc
        .uniqueArray(fc.constantFrom(...ids, 'end'), {minLength: 1, maxLength: 3})
        .map((ways) => choice(id, ...ways));
    fc.assert(
      fc.property(fc.tuple(...ids.map(question)), fc.array(fc.nat(2), {maxLength: 20}), (all, picks) => {
        const questions = all as readonly GuideQuestion[];
        if (checkGuide(questions)) return;
        let id: string | undefined = 'a';
        const seen = new Set<string>();
        for (let turn = 0; id !== undefined; turn += 1) {
          expect(seen.has(id)).toBe(false);
          seen.add(id);
          const here = questions.find((one) => one.id === id);
          const answers = here?.kind === 'choice' ? here.answers : [];
          id = here && nextOf(here, answers[(picks[turn] ?? 0) % answers.length]?.id ?? '');
        }
      }),
      {seed: 20_261_121, numRuns: 3_000},
    );
  });
});

describe('R79 the next question', () => {
  it('follows from the answer of a choice, and from a text whatever it says', () => {
    expect(nextOf(choice('a', 'b', 'end'), 'b')).toBe('b');
    expect(nextOf(choice('a', 'b', 'end'), 'end')).toBeUndefined();
    expect(nextOf(choice('a', 'b'), 'unknown')).toBeUndefined();
    expect(nextOf(text('a', 'b'), '')).toBe('b');
  });
});

describe('R79 replies', () => {
  const guide = [
    choice('plan', 'why', 'when', 'end'),
    text('why', 'when'),
    text('when', 'note'),
    text('note', undefined, true),
  ];
  const check = (...replies: readonly (readonly [string, string])[]) => {
    const refusal = checkReplies(
      guide,
      replies.map(([questionId, answer]) => ({questionId, answer})),
    );
    return refusal ? `${refusal.code} ${refusal.params?.['questionId'] ?? ''}` : 'ok';
  };

  it.each([
    ['the shortest way', [['plan', 'end']], 'ok'],
    [
      'the longest way',
      [
        ['plan', 'why'],
        ['why', 'dear'],
        ['when', 'May'],
        ['note', 'x'],
      ],
      'ok',
    ],
    [
      'another way',
      [
        ['plan', 'when'],
        ['when', 'May'],
        ['note', ''],
      ],
      'ok',
    ],
    ['nothing', [], 'DW_GUIDE_REPLY_MISSING plan'],
    [
      'a way that stops early',
      [
        ['plan', 'why'],
        ['why', 'dear'],
      ],
      'DW_GUIDE_REPLY_MISSING when',
    ],
    [
      'the optional question left out',
      [
        ['plan', 'when'],
        ['when', 'May'],
      ],
      'DW_GUIDE_REPLY_MISSING note',
    ],
    ['no answer chosen', [['plan', '']], 'DW_GUIDE_REPLY_MISSING plan'],
    [
      'nothing typed',
      [
        ['plan', 'when'],
        ['when', ' \n'],
      ],
      'DW_GUIDE_REPLY_MISSING when',
    ],
    ['an answer of no such id', [['plan', 'gold']], 'DW_GUIDE_REPLY_UNKNOWN plan'],
    ['a question of no such id', [['x', 'y']], 'DW_GUIDE_REPLY_UNKNOWN x'],
    [
      'a question of another way',
      [
        ['plan', 'when'],
        ['why', 'dear'],
      ],
      'DW_GUIDE_REPLY_UNKNOWN why',
    ],
    [
      'one question twice',
      [
        ['plan', 'when'],
        ['plan', 'when'],
      ],
      'DW_GUIDE_REPLY_UNKNOWN plan',
    ],
    [
      'more after the end',
      [
        ['plan', 'end'],
        ['note', 'x'],
      ],
      'DW_GUIDE_REPLY_UNKNOWN note',
    ],
    [
      'an answer that is too long',
      [
        ['plan', 'when'],
        ['when', 'x'.repeat(GUIDE_REPLY_MAX_LENGTH + 1)],
      ],
      'DW_GUIDE_REPLY_TOO_LONG when',
    ],
    [
      'an optional one that is too long',
      [
        ['plan', 'when'],
        ['when', 'x'],
        ['note', 'x'.repeat(GUIDE_REPLY_MAX_LENGTH + 1)],
      ],
      'DW_GUIDE_REPLY_TOO_LONG note',
    ],
  ] as const)('%s', (_, replies, expected) => {
    expect(check(...replies)).toBe(expected);
  });

  it('to no questions are none', () => {
    expect(checkReplies([], [])).toBeUndefined();
    expect(checkReplies([], [{questionId: 'a', answer: 'b'}])?.code).toBe('DW_GUIDE_REPLY_UNKNOWN');
  });
});
