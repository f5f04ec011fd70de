import type {Campaign, GuideQuestion, GuideReply, Label} from '@deskwire/domain';

/** A question of a call guide with its answer, in the words of the configuration as it is now. */
export interface RepliedQuestion {
  /** Absent where the question is no longer asked. */
  readonly question?: Label;
  readonly answer: Label;
}

const answerOf = (question: GuideQuestion | undefined, answer: string): Label =>
  question?.kind === 'choice' ? (question.answers.find(({id}) => id === answer)?.label ?? answer) : answer;

/** The guide that all these answers are of: the record does not say which campaign it was. */
const guideOf = (
  campaigns: readonly Campaign[],
  replies: readonly GuideReply[],
): readonly GuideQuestion[] => {
  const guides = campaigns.flatMap(({guide}) => (guide ? [guide] : []));
  const known = (guide: readonly GuideQuestion[]): number =>
    replies.filter(({questionId}) => guide.some(({id}) => id === questionId)).length;
  return [...guides].sort((a, b) => known(b) - known(a))[0] ?? [];
};

/** What was answered, put into words. A question that was removed since keeps its answer. */
export const repliedQuestions = (
  campaigns: readonly Campaign[],
  replies: readonly GuideReply[],
): readonly RepliedQuestion[] => {
  const guide = guideOf(campaigns, replies);
  return replies.map(({questionId, answer}) => {
    const question = guide.find(({id}) => id === questionId);
    return {...(question && {question: question.text}), answer: answerOf(question, answer)};
  });
};
