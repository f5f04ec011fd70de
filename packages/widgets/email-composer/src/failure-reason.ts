/** What a mail server's answer comes down to, for people. */
export const FAILURE_REASONS = ['unknown', 'full', 'refused', 'large', 'unreachable', 'other'] as const;
/** One of {@link FAILURE_REASONS}. */
export type FailureReason = (typeof FAILURE_REASONS)[number];

const REASONS: readonly (readonly [FailureReason, RegExp])[] = [
  ['full', /\b[45]\.2\.[23]\b|mailbox (?:is )?full|over ?quota|quota exceeded|insufficient storage/i],
  ['large', /\b5\.(?:2\.3|3\.4)\b|\b552\b|too large|size limit|exceeds.*size/i],
  [
    'unknown',
    /\b5\.1\.\d\b|\b5\.2\.1\b|user unknown|no such (?:user|mailbox|recipient)|does not exist|unknown (?:user|recipient)/i,
  ],
  ['refused', /\b5\.7\.\d+\b|spam|blocked|blacklist|policy|denied|rejected/i],
  [
    'unreachable',
    /\b4\.4\.\d\b|\b5\.4\.\d\b|timed? ?out|ETIMEDOUT|ECONN|ENOTFOUND|EAI_|unreachable|no route|host not found|closed unexpectedly/i,
  ],
  ['unknown', /\b55[013]\b/],
];

/** Why a mail was not taken, by the enhanced status code (RFC 3463) where there is one, else by the words around it. */
export const failureReason = (failure: string): FailureReason =>
  REASONS.find(([, pattern]) => pattern.test(failure))?.[0] ?? 'other';
