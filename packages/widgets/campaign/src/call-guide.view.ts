import {
  customerName,
  engagementOf,
  selectAgentId,
  type DeskState,
  type GuideQuestion,
  type GuideReply,
  type Instant,
  type Interaction,
  type InteractionId,
  type Label,
  type Refusal,
} from '@deskwire/domain';
import {controlOf} from '@deskwire/kit';

import {campaignOf, hasGuide, type Permit} from './guided-contact.js';
import type {GuideDraft} from './guide-draft.js';
import {answerTo, lengthOf, placeOf, wayOf, type Reach, type Way} from './guide-walk.js';

/** One question with its answer, as the summary shows them. */
export interface GuideStep {
  readonly questionId: string;
  readonly text: Label;
  /** As people read it; absent: there is none. */
  readonly answer?: Label;
  /** Why it cannot be submitted so. */
  readonly fault?: Refusal;
}

/** What of the guide is on the screen. */
export type GuideStage =
  | {
      readonly kind: 'question';
      readonly question: GuideQuestion;
      readonly answer: string;
      /** Counts from 1. */
      readonly position: number;
      readonly length: Reach;
      /** There is something that the summary could show. */
      readonly hasSummary: boolean;
    }
  | {
      readonly kind: 'summary';
      readonly steps: readonly GuideStep[];
      /** The question that holds it up. */
      readonly missing?: GuideStep;
      /** Why nothing can be submitted now, however much is answered. */
      readonly refusal?: Refusal;
    }
  | {
      readonly kind: 'submitted';
      readonly steps: readonly GuideStep[];
      readonly at: Instant;
      readonly by: string;
    };

/** The guide of one contact. */
export interface GuideView {
  readonly interactionId: InteractionId;
  readonly customer: string;
  readonly campaign: string;
  readonly questions: readonly GuideQuestion[];
  readonly way: Way;
  readonly stage: GuideStage;
  /** The call is over and the guide is not submitted: a reminder, with the time that a countdown leaves. */
  readonly due?: {readonly deadline?: Instant};
}

/** An answer in words; one that the question does not have, as it was given. */
const wordsOf = (question: GuideQuestion | undefined, answer: string): Label =>
  (question?.kind === 'choice' && question.answers.find(({id}) => id === answer)?.label) || answer;

const stepOf = (
  question: GuideQuestion,
  answer: string | undefined,
  fault: Refusal | undefined,
): GuideStep => ({
  questionId: question.id,
  text: question.text,
  ...(answer?.trim() ? {answer: wordsOf(question, answer)} : {}),
  ...(fault ? {fault} : {}),
});

const summaryOf = (way: Way, draft: GuideDraft, refusal: Refusal | undefined): GuideStage => {
  const steps = way.questions.map((question, index) =>
    stepOf(
      question,
      answerTo(draft, question.id),
      index === way.questions.length - 1 ? way.fault : undefined,
    ),
  );
  const missing = steps.find(({fault}) => fault);
  return {kind: 'summary', steps, ...(missing && {missing}), ...(refusal && {refusal})};
};

const questionOf = (
  questions: readonly GuideQuestion[],
  way: Way,
  draft: GuideDraft,
  question: GuideQuestion,
): GuideStage => ({
  kind: 'question',
  question,
  answer: answerTo(draft, question.id) ?? '',
  position: way.questions.indexOf(question) + 1,
  length: lengthOf(questions, way),
  hasSummary: way.questions.length > 1,
});

const submittedStep = (questions: readonly GuideQuestion[], {questionId, answer}: GuideReply): GuideStep => {
  const question = questions.find(({id}) => id === questionId);
  return {
    questionId,
    // Admin may have changed the guide since.
    text: question?.text ?? questionId,
    ...(answer ? {answer: wordsOf(question, answer)} : {}),
  };
};

const dueOf = (state: DeskState, interaction: Interaction): GuideView['due'] => {
  const engagement = engagementOf(interaction, selectAgentId(state));
  if (interaction.guide || engagement?.phase !== 'wrap-up') return undefined;
  const deadline = engagement.wrapUp?.deadline;
  return deadline === undefined ? {} : {deadline};
};

/**
 * What the guide shows of one contact: the question at which the agent stands, the summary, or what was submitted.
 * @returns Undefined where there is no guide, or none that this agent may submit.
 */
export const viewCallGuide = (
  state: DeskState,
  interaction: Interaction | undefined,
  draft: GuideDraft,
  permit: Permit,
): GuideView | undefined => {
  const campaign =
    interaction && hasGuide(state, interaction, permit) ? campaignOf(state, interaction) : undefined;
  if (!interaction || !campaign?.guide) return undefined;
  const {id: interactionId, guide: result} = interaction;
  const control = controlOf(permit({type: 'call-guide.submit', interactionId}));
  const questions = campaign.guide;
  const way = wayOf(questions, draft);
  const place = placeOf(way, draft);
  const due = dueOf(state, interaction);
  const stage = (): GuideStage => {
    if (result) {
      const steps = result.replies.map((reply) => submittedStep(questions, reply));
      return {kind: 'submitted', steps, at: result.at, by: result.by.name};
    }
    if (place) return questionOf(questions, way, draft, place);
    return summaryOf(way, draft, control.shown ? control.refusal : undefined);
  };
  return {
    ...{interactionId, questions, way, stage: stage()},
    customer: customerName(interaction),
    campaign: campaign.name,
    ...(due && {due}),
  };
};
