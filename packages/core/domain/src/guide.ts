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

/** The first id that stands there twice. */
const repeated = (items: readonly {readonly id: string}[]): string | undefined =>
  items.find(({id}, index) => items.findIndex((other) => other.id === id) < index)?.id;

const answersProblem = (question: GuideQuestion): GuideProblem['problem'] | undefined => {
  if (question.kind !== 'choice') return undefined;
  if (question.answers.length === 0) return 'no-answers';
  return repeated(question.answers) === undefined ? undefined : 'duplicate-answer';
};

/** What is wrong with the questions one by one. */
const shapeProblem = (questions: readonly GuideQuestion[]): GuideProblem | undefined => {
  const twice = repeated(questions);
  if (twice !== undefined) return {problem: 'duplicate', questionId: twice};
  const ids = new Set(questions.map(({id}) => id));
  for (const question of questions) {
    const leadsNowhere = exitsOf(question).some((next) => next !== undefined && !ids.has(next));
    const problem = answersProblem(question) ?? (leadsNowhere ? 'unknown-next' : undefined);
    if (problem) return {problem, questionId: question.id};
  }
  return undefined;
};

/**
 * What is wrong with the ways through the guide. Depth first from the first question: one that is met while it is on the
 * way is a cycle; one that several ways lead to is looked at once.
 */
const wayProblem = (questions: readonly GuideQuestion[]): GuideProblem | undefined => {
  const byId = new Map(questions.map((question) => [question.id, question]));
  const onTheWay = new Set<string>();
  const done = new Set<string>();
  const cycleFrom = (id: string | undefined): string | undefined => {
    const question = id === undefined ? undefined : byId.get(id);
    if (!question || done.has(question.id)) return undefined;
    if (onTheWay.has(question.id)) return question.id;
    onTheWay.add(question.id);
    for (const next of exitsOf(question)) {
      const cycle = cycleFrom(next);
      if (cycle !== undefined) return cycle;
    }
    done.add(question.id);
    return undefined;
  };
  const cycle = cycleFrom(questions[0]?.id);
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
  const mayBeEmpty = question.kind === 'text' && question.optional === true;
  if (answer.trim() === '' && !mayBeEmpty) return refuse('DW_GUIDE_REPLY_MISSING', {questionId});
  if (answer.length > GUIDE_REPLY_MAX_LENGTH)
    return refuse('DW_GUIDE_REPLY_TOO_LONG', {questionId, max: GUIDE_REPLY_MAX_LENGTH});
  const isKnown = question.kind === 'text' || question.answers.some(({id}) => id === answer);
  return isKnown ? undefined : refuse('DW_GUIDE_REPLY_UNKNOWN', {questionId});
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
