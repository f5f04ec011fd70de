import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {
  checkGuide,
  checkReplies,
  GUIDE_REPLY_MAX_LENGTH,
  type GuideQuestion,
  type Refusal,
} from '@deskwire/domain';

import {isGuideDraft, type GuideDraft} from './guide-draft.js';
import {
  answerTo,
  backward,
  forward,
  lengthOf,
  NO_DRAFT,
  placeOf,
  reachFrom,
  repliesOf,
  wayOf,
  withAnswer,
} from './guide-walk.js';
import {SAMPLE_GUIDE} from './samples.harness.js';

const wayIds = (draft: GuideDraft): readonly string[] =>
  wayOf(SAMPLE_GUIDE, draft).questions.map(({id}) => id);
const answered = (answers: Readonly<Record<string, string>>): GuideDraft =>
  Object.entries(answers).reduce<GuideDraft>(
    (draft, [id, answer]) => withAnswer(draft, id, answer),
    NO_DRAFT,
  );
const question = (id: string): GuideQuestion => {
  const found = SAMPLE_GUIDE.find((one) => one.id === id);
  if (!found) throw new Error(id);
  return found;
};
const isRefusal = (value: GuideDraft | Refusal): value is Refusal => 'code' in value;
const goOn = (draft: GuideDraft, id: string): GuideDraft => {
  const next = forward(SAMPLE_GUIDE, draft, question(id));
  if (isRefusal(next)) throw new Error(next.code);
  return next;
};
const stands = (draft: GuideDraft): string | undefined => placeOf(wayOf(SAMPLE_GUIDE, draft), draft)?.id;

describe('the way through a guide', () => {
  it('begins at the first question and goes where the answers lead', () => {
    expect(wayIds(NO_DRAFT)).toEqual(['reached']);
    expect(wayIds(answered({reached: 'no'}))).toEqual(['reached', 'when']);
    expect(wayIds(answered({reached: 'yes', interest: 'offer'}))).toEqual(['reached', 'interest', 'price']);
  });

  it('is whole once every question on it is answered, the optional one by going on', () => {
    const draft = answered({reached: 'no', when: 'After six'});
    expect(wayOf(SAMPLE_GUIDE, draft).fault).toMatchObject({params: {questionId: 'note'}});
    const whole = goOn(draft, 'note');
    expect(wayOf(SAMPLE_GUIDE, whole).fault).toBeUndefined();
    expect(whole.at).toBeNull();
    expect(repliesOf(wayOf(SAMPLE_GUIDE, whole), whole)).toEqual([
      {questionId: 'reached', answer: 'no'},
      {questionId: 'when', answer: 'After six'},
      {questionId: 'note', answer: ''},
    ]);
  });

  it('does not go on without an answer, nor with one that is too long or unknown', () => {
    const code = (draft: GuideDraft, id: string) => {
      const next = forward(SAMPLE_GUIDE, draft, question(id));
      return isRefusal(next) ? next.code : undefined;
    };
    expect(code(NO_DRAFT, 'reached')).toBe('DW_GUIDE_REPLY_MISSING');
    expect(code(answered({reached: 'perhaps'}), 'reached')).toBe('DW_GUIDE_REPLY_UNKNOWN');
    expect(code(answered({reached: 'no', when: ' \n'}), 'when')).toBe('DW_GUIDE_REPLY_MISSING');
    const long = 'x'.repeat(GUIDE_REPLY_MAX_LENGTH + 1);
    expect(code(answered({reached: 'no', when: long}), 'when')).toBe('DW_GUIDE_REPLY_TOO_LONG');
    expect(code(answered({reached: 'no', when: long.slice(1)}), 'when')).toBeUndefined();
  });

  it('leads back, and answers stay', () => {
    let draft = goOn(answered({reached: 'yes'}), 'reached');
    draft = goOn(withAnswer(draft, 'interest', 'yes'), 'interest');
    expect(stands(draft)).toBe('note');
    draft = backward(wayOf(SAMPLE_GUIDE, draft), draft);
    expect([stands(draft), answerTo(draft, 'interest')]).toEqual(['interest', 'yes']);
    draft = backward(wayOf(SAMPLE_GUIDE, draft), draft);
    draft = backward(wayOf(SAMPLE_GUIDE, draft), draft);
    expect(stands(draft)).toBe('reached');
  });

  it('goes back from the summary to the last question', () => {
    const draft = {...answered({reached: 'no', when: 'Six', note: ''}), at: null};
    expect(stands(draft)).toBeUndefined();
    expect(stands(backward(wayOf(SAMPLE_GUIDE, draft), draft))).toBe('note');
  });

  it('drops what lies on a way that was left, and finds it again', () => {
    const before = answered({reached: 'yes', interest: 'offer', price: '29.90', note: 'Calls back'});
    const left = withAnswer(before, 'reached', 'no');
    expect(wayIds(left)).toEqual(['reached', 'when']);
    expect(repliesOf(wayOf(SAMPLE_GUIDE, left), left).map(({questionId}) => questionId)).toEqual(['reached']);
    const again = withAnswer(left, 'reached', 'yes');
    expect(wayIds(again)).toEqual(['reached', 'interest', 'price', 'note']);
    expect(wayOf(SAMPLE_GUIDE, again).fault).toBeUndefined();
  });

  it('stands where the way stops when its place is no longer on it', () => {
    expect(stands({...answered({reached: 'no'}), at: 'price'})).toBe('when');
    expect(stands({...answered({reached: 'no', when: 'Six', note: ''}), at: 'price'})).toBeUndefined();
  });

  it('submits texts without the space around them', () => {
    const draft = answered({reached: 'no', when: '  Six \n', note: ' '});
    expect(repliesOf(wayOf(SAMPLE_GUIDE, draft), draft).map(({answer}) => answer)).toEqual(['no', 'Six', '']);
  });

  it('knows how long it can become', () => {
    const length = (draft: GuideDraft) => lengthOf(SAMPLE_GUIDE, wayOf(SAMPLE_GUIDE, draft));
    expect(length(NO_DRAFT)).toEqual({least: 3, most: 4});
    expect(length(answered({reached: 'no'}))).toEqual({least: 3, most: 3});
    expect(length(answered({reached: 'yes'}))).toEqual({least: 3, most: 4});
    expect(length(answered({reached: 'yes', interest: 'offer'}))).toEqual({least: 4, most: 4});
  });

  it('copes with guides that nobody checked', () => {
    const circle: readonly GuideQuestion[] = [
      {id: 'a', kind: 'text', text: 'A', next: 'b'},
      {id: 'b', kind: 'text', text: 'B', next: 'a'},
    ];
    expect(reachFrom(circle, 'a')).toEqual({least: 2, most: 2});
    expect(wayOf(circle, answered({a: 'x', b: 'y'})).questions).toHaveLength(1);
    expect(wayOf([], NO_DRAFT)).toEqual({questions: []});
  });

  it.each([
    [undefined, false],
    [null, false],
    ['text', false],
    [{}, false],
    [{replies: {}}, false],
    [{replies: [{questionId: 'a'}]}, false],
    [{replies: [null]}, false],
    [{replies: [], at: 3}, false],
    [{replies: []}, true],
    [{replies: [{questionId: 'a', answer: ''}], at: null}, true],
    [{replies: [], at: 'a'}, true],
  ])('knows its own drafts: %j is one: %s', (value, expected) => {
    expect(isGuideDraft(value)).toBe(expected);
  });
});

/** Questions that lead on to later ones only, then cut down to what can be reached. */
const guides = fc
  .array(
    fc.record({
      isChoice: fc.boolean(),
      optional: fc.boolean(),
      exits: fc.array(fc.option(fc.nat({max: 5}), {nil: undefined}), {minLength: 1, maxLength: 4}),
    }),
    {minLength: 1, maxLength: 25},
  )
  .map((shapes) => {
    const next = (from: number, by: number | undefined) =>
      by !== undefined && from + 1 + by < shapes.length ? {next: `q${from + 1 + by}`} : {};
    const all = shapes.map(({isChoice, optional, exits}, at): GuideQuestion =>
      isChoice
        ? {
            ...{id: `q${at}`, text: `Q${at}`, kind: 'choice'},
            answers: exits.map((by, index) => ({id: `a${index}`, label: `A${index}`, ...next(at, by)})),
          }
        : {id: `q${at}`, text: `Q${at}`, kind: 'text', optional, ...next(at, exits[0])},
    );
    const met = new Set<string>();
    const visit = (id: string): void => {
      const found = all.find((one) => one.id === id);
      if (!found || met.has(id)) return;
      met.add(id);
      const exits = found.kind === 'choice' ? found.answers : [found];
      for (const {next: to} of exits) if (to !== undefined) visit(to);
    };
    visit('q0');
    return all.filter(({id}) => met.has(id));
  });

/** An agent who answers, goes on, goes back, jumps and changes their mind. */
const moves = fc.array(
  fc.record({
    kind: fc.constantFrom('answer', 'forward', 'forward', 'back', 'jump'),
    pick: fc.nat({max: 30}),
    text: fc.constantFrom('yes', ' no ', '', ' ', 'x'.repeat(GUIDE_REPLY_MAX_LENGTH + 1)),
  }),
  {maxLength: 60},
);
type Move = typeof moves extends fc.Arbitrary<readonly (infer M)[]> ? M : never;

const answerOf = (at: GuideQuestion, {pick, text}: Move): string =>
  at.kind === 'choice' ? (at.answers[pick % at.answers.length]?.id ?? '') : text;

const moved = (guide: readonly GuideQuestion[], draft: GuideDraft, move: Move): GuideDraft => {
  const way = wayOf(guide, draft);
  const at = placeOf(way, draft);
  if (move.kind === 'back') return backward(way, draft);
  if (move.kind === 'jump')
    return {...draft, at: way.questions[move.pick % way.questions.length]?.id ?? null};
  if (!at) return draft;
  if (move.kind === 'answer') return withAnswer(draft, at.id, answerOf(at, move));
  const next = forward(guide, draft, at);
  return isRefusal(next) ? draft : next;
};

const RUNS = {seed: 20_261_121, numRuns: 400};

describe('any guide, however it is walked', () => {
  it('is one that admin may configure', () => {
    fc.assert(
      fc.property(guides, (guide) => {
        expect(checkGuide(guide)).toBeUndefined();
      }),
      RUNS,
    );
  });

  it('always stands on its way, whose answers hold, and whose length lies within what was said', () => {
    fc.assert(
      fc.property(guides, moves, (guide, steps) => {
        let draft = NO_DRAFT;
        for (const step of steps) {
          draft = moved(guide, draft, step);
          const way = wayOf(guide, draft);
          const at = placeOf(way, draft);
          if (at) expect(way.questions).toContain(at);
          const {least, most} = lengthOf(guide, way);
          expect(least).toBeLessThanOrEqual(most);
          expect(way.questions.length).toBeLessThanOrEqual(most);
          if (!way.fault) expect(checkReplies(guide, repliesOf(way, draft))).toBeUndefined();
          else expect(way.questions.at(-1)?.id).toBe(way.fault.params?.['questionId']);
        }
      }),
      RUNS,
    );
  });

  it('reaches its end by answering and going on, in as many steps as its way has questions', () => {
    fc.assert(
      fc.property(guides, fc.array(fc.nat({max: 30}), {minLength: 25, maxLength: 25}), (guide, picks) => {
        let draft = NO_DRAFT;
        let steps = 0;
        const first = lengthOf(guide, wayOf(guide, draft));
        for (let at = placeOf(wayOf(guide, draft), draft); at; at = placeOf(wayOf(guide, draft), draft)) {
          const move = {kind: 'answer' as const, pick: picks[steps] ?? 0, text: 'yes'};
          const next = forward(guide, withAnswer(draft, at.id, answerOf(at, move)), at);
          if (isRefusal(next)) throw new Error(next.code);
          draft = next;
          steps += 1;
          expect(steps).toBeLessThanOrEqual(guide.length);
        }
        const way = wayOf(guide, draft);
        expect(way.fault).toBeUndefined();
        expect(way.questions).toHaveLength(steps);
        expect(steps).toBeGreaterThanOrEqual(first.least);
        expect(steps).toBeLessThanOrEqual(first.most);
      }),
      RUNS,
    );
  });

  it('gives back a way that was left when its answer is chosen again', () => {
    fc.assert(
      fc.property(guides, moves, fc.nat({max: 24}), fc.nat({max: 30}), (guide, steps, which, pick) => {
        const draft = steps.reduce((so, step) => moved(guide, so, step), NO_DRAFT);
        const way = wayOf(guide, draft);
        const changed = way.questions[which % way.questions.length];
        const answer = changed && answerTo(draft, changed.id);
        if (!changed || answer === undefined) return;
        const other = withAnswer(draft, changed.id, answerOf(changed, {kind: 'answer', pick, text: 'other'}));
        expect(wayOf(guide, withAnswer(other, changed.id, answer))).toEqual(way);
      }),
      RUNS,
    );
  });
});
