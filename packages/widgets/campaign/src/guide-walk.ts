import {checkReplies, nextOf, type GuideQuestion, type GuideReply, type Refusal} from '@deskwire/domain';

import type {GuideDraft} from './guide-draft.js';

/** One way through a guide, as the answers lead: to its end, or to the first question that holds it up. */
export interface Way {
  readonly questions: readonly GuideQuestion[];
  /** Why it stops at its last question; absent: it leads to the end. */
  readonly fault?: Refusal;
}

/** How many questions there are from a place on, that one included: on the shortest and on the longest way. */
export interface Reach {
  readonly least: number;
  readonly most: number;
}

/** A guide that nobody has answered yet. */
export const NO_DRAFT: GuideDraft = {replies: []};

/** The answer to a question, however it lies; undefined: none was given. */
export const answerTo = ({replies}: GuideDraft, questionId: string): string | undefined =>
  replies.find((reply) => reply.questionId === questionId)?.answer;

/** The same draft with another answer to one question, which is where the agent stands. */
export const withAnswer = (draft: GuideDraft, questionId: string, answer: string): GuideDraft => ({
  at: questionId,
  replies: [...draft.replies.filter((reply) => reply.questionId !== questionId), {questionId, answer}],
});

const find = (questions: readonly GuideQuestion[], id: string | undefined): GuideQuestion | undefined =>
  id === undefined ? undefined : questions.find((question) => question.id === id);

/** Where the answers lead, right or wrong, up to the first question without one. Meets no question twice. */
const follow = (questions: readonly GuideQuestion[], draft: GuideDraft): readonly GuideQuestion[] => {
  const met = new Set<GuideQuestion>();
  let question = questions[0];
  while (question && !met.has(question)) {
    met.add(question);
    const answer = answerTo(draft, question.id);
    question = answer === undefined ? undefined : find(questions, nextOf(question, answer));
  }
  return [...met];
};

const repliesTo = (questions: readonly GuideQuestion[], draft: GuideDraft): readonly GuideReply[] =>
  questions.flatMap(({id: questionId}) => {
    const answer = answerTo(draft, questionId);
    return answer === undefined ? [] : [{questionId, answer}];
  });

/** The way that the answers make. Answers on other ways have no part in it. */
export const wayOf = (questions: readonly GuideQuestion[], draft: GuideDraft): Way => {
  const followed = follow(questions, draft);
  const fault = checkReplies(questions, repliesTo(followed, draft));
  if (!fault) return {questions: followed};
  const end = followed.findIndex(({id}) => id === fault.params?.['questionId']);
  return {questions: followed.slice(0, end + 1), fault};
};

/** What is submitted: the answers along the way, and no other. Only a way without a fault is taken. */
export const repliesOf = (way: Way, draft: GuideDraft): readonly GuideReply[] =>
  repliesTo(way.questions, draft).map(({questionId, answer}) => ({questionId, answer: answer.trim()}));

const exitsOf = (question: GuideQuestion): readonly (string | undefined)[] =>
  question.kind === 'choice' ? question.answers.map(({next}) => next) : [question.next];

/** See {@link Reach}. Each question is counted once, however many ways lead to it. */
export const reachFrom = (questions: readonly GuideQuestion[], from: string): Reach => {
  const known = new Map<string, Reach>();
  const reach = (id: string | undefined): Reach => {
    const question = find(questions, id);
    if (!question) return {least: 0, most: 0};
    const seen = known.get(question.id);
    if (seen) return seen;
    // Until it is known, so that a guide that nobody checked cannot lead in a circle.
    known.set(question.id, {least: 0, most: 0});
    const beyond = exitsOf(question).map(reach);
    const found = {
      least: 1 + Math.min(...beyond.map(({least}) => least)),
      most: 1 + Math.max(...beyond.map(({most}) => most)),
    };
    known.set(question.id, found);
    return found;
  };
  return reach(from);
};

/** How many questions the whole way has, as far as that is known. */
export const lengthOf = (questions: readonly GuideQuestion[], way: Way): Reach => {
  const last = way.questions.at(-1);
  if (!way.fault || !last) return {least: way.questions.length, most: way.questions.length};
  const {least, most} = reachFrom(questions, last.id);
  const before = way.questions.length - 1;
  return {least: before + least, most: before + most};
};

/** Where the agent stands: a question on the way, or null: the summary. A place that the way no longer passes is left. */
export const placeOf = (way: Way, {at}: GuideDraft): GuideQuestion | null => {
  if (at === null) return null;
  const last = way.fault ? (way.questions.at(-1) ?? null) : null;
  return find(way.questions, at) ?? last;
};

/**
 * Goes on from a question.
 * @returns Where the agent stands then, or why they have to stay.
 */
export const forward = (
  questions: readonly GuideQuestion[],
  draft: GuideDraft,
  {id, kind}: GuideQuestion,
): GuideDraft | Refusal => {
  // Who goes on without a word has left it empty; whether that is allowed is the guide's.
  const answered = kind === 'text' && answerTo(draft, id) === undefined ? withAnswer(draft, id, '') : draft;
  const way = wayOf(questions, answered);
  const index = way.questions.findIndex((question) => question.id === id);
  if (way.fault && index === way.questions.length - 1) return way.fault;
  return {...answered, at: way.questions[index + 1]?.id ?? null};
};

/** Goes back from where the agent stands. At the first question there is nowhere to go. */
export const backward = (way: Way, draft: GuideDraft): GuideDraft => {
  const place = placeOf(way, draft);
  const index = place ? way.questions.indexOf(place) : way.questions.length;
  const before = way.questions[Math.max(0, index - 1)];
  return before ? {...draft, at: before.id} : draft;
};
