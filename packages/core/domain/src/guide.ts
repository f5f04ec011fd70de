import type {GuideQuestion, GuideReply} from './config.js';
import {refuse, type Refusal} from './refusal.js';

/** At most so many questions in one guide. */
export const GUIDE_MAX_QUESTIONS = 100;
/** At most so many UTF-16 units in an answer that is typed. */
export const GUIDE_REPLY_MAX_LENGTH = 1_000;

/** What is wrong with a guide as configured, and at which question. */
export interface GuideProblem {
  readonly problem:
    | 'empty'
    | 'too-many'
    | 'duplicate'
    | 'no-answers'
    | 'duplicate-answer'
    | 'unknown-next'
    | 'cycle'
    | 'unreachable';
  readonly questionId: string;
}

const exitsOf = (question: GuideQuestion): readonly (string | undefined)[] =>
  question.kind === 'choice' ? question.answers.map(({next}) => next) : [question.next];

const shapeProblem = (questions: readonly GuideQuestion[]): GuideProblem | undefined => {
  const ids = new Set<string>();
  for (const {id} of questions) {
    if (ids.has(id)) return {problem: 'duplicate', questionId: id};
    ids.add(id);
  }
  for (const question of questions) {
    const {id: questionId} = question;
    if (question.kind === 'choice') {
      if (question.answers.length === 0) return {problem: 'no-answers', questionId};
      if (new Set(question.answers.map(({id}) => id)).size < question.answers.length)
        return {problem: 'duplicate-answer', questionId};
    }
    if (exitsOf(question).some((next) => next !== undefined && !ids.has(next)))
      return {problem: 'unknown-next', questionId};
  }
  return undefined;
};

/** Depth first from the first question: one that is met while it is on the way is a cycle. */
const wayProblem = (questions: readonly GuideQuestion[]): GuideProblem | undefined => {
  const byId = new Map(questions.map((question) => [question.id, question]));
  const done = new Set<string>();
  const visit = (id: string, way: ReadonlySet<string>): string | undefined => {
    if (way.has(id)) return id;
    const question = byId.get(id);
    if (!question || done.has(id)) return undefined;
    const here = new Set([...way, id]);
    for (const next of exitsOf(question)) {
      const cycle = next === undefined ? undefined : visit(next, here);
      if (cycle !== undefined) return cycle;
    }
    done.add(id);
    return undefined;
  };
  const cycle = visit(questions[0]?.id ?? '', new Set());
  if (cycle !== undefined) return {problem: 'cycle', questionId: cycle};
  const lost = questions.find(({id}) => !done.has(id));
  return lost && {problem: 'unreachable', questionId: lost.id};
};

/** Checks a guide as configured: every question can be reached, and every way through it ends. */
export const checkGuide = (questions: readonly GuideQuestion[]): GuideProblem | undefined => {
  const [first] = questions;
  if (!first) return {problem: 'empty', questionId: ''};
  if (questions.length > GUIDE_MAX_QUESTIONS) return {problem: 'too-many', questionId: first.id};
  return shapeProblem(questions) ?? wayProblem(questions);
};

/** Where an answer leads: the next question's id, or undefined at the end of the guide. */
export const nextOf = (question: GuideQuestion, answer: string): string | undefined =>
  question.kind === 'choice' ? question.answers.find(({id}) => id === answer)?.next : question.next;

const checkReply = (question: GuideQuestion, answer: string): Refusal | undefined => {
  const {id: questionId} = question;
  if (question.kind === 'choice') {
    if (answer === '') return refuse('DW_GUIDE_REPLY_MISSING', {questionId});
    return question.answers.some(({id}) => id === answer)
      ? undefined
      : refuse('DW_GUIDE_REPLY_UNKNOWN', {questionId});
  }
  if (answer.trim() === '' && question.optional !== true)
    return refuse('DW_GUIDE_REPLY_MISSING', {questionId});
  return answer.length > GUIDE_REPLY_MAX_LENGTH
    ? refuse('DW_GUIDE_REPLY_TOO_LONG', {questionId, max: GUIDE_REPLY_MAX_LENGTH})
    : undefined;
};

/**
 * Checks what was answered: one way through the guide, from its first question to an end, each answer one that the
 * question has.
 * @returns The refusal names the question where the way is lost.
 */
export const checkReplies = (
  questions: readonly GuideQuestion[],
  replies: readonly GuideReply[],
): Refusal | undefined => {
  let expected: string | undefined = questions[0]?.id;
  for (const {questionId, answer} of replies) {
    const question = questions.find(({id}) => id === questionId);
    if (!question || questionId !== expected) return refuse('DW_GUIDE_REPLY_UNKNOWN', {questionId});
    const wrong = checkReply(question, answer);
    if (wrong) return wrong;
    expected = nextOf(question, answer);
  }
  return expected === undefined ? undefined : refuse('DW_GUIDE_REPLY_MISSING', {questionId: expected});
};
