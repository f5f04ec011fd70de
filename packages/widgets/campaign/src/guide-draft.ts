import type {GuideReply} from '@deskwire/domain';

/**
 * What an agent has answered and not submitted. `replies` holds every answer that was ever given, those on ways that were
 * left as well: whoever comes back finds them. `at` is the question that is shown; null: the summary; absent: where the
 * way stops.
 */
export interface GuideDraft {
  readonly replies: readonly GuideReply[];
  readonly at?: string | null;
}

const isReply = (value: unknown): value is GuideReply => {
  const {questionId, answer} = (value ?? {}) as Partial<GuideReply>;
  return typeof questionId === 'string' && typeof answer === 'string';
};

/** Whether something that was stored is a draft: it may be another version's. */
export const isGuideDraft = (value: unknown): value is GuideDraft => {
  const {replies, at} = (value ?? {}) as Partial<GuideDraft>;
  return (
    Array.isArray(replies) &&
    replies.every(isReply) &&
    (at === undefined || at === null || typeof at === 'string')
  );
};
