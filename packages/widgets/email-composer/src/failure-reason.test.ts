import {describe, expect, it} from 'vitest';

import {failureReason} from './failure-reason.js';

describe('what a mail server answered', () => {
  it.each([
    ['550 5.1.1 no such user', 'unknown'],
    ['550 No such mailbox here', 'unknown'],
    ['550 something', 'unknown'],
    ['452 4.2.2 Mailbox full', 'full'],
    ['552 5.2.2 over quota', 'full'],
    ['552 5.3.4 Message size exceeds fixed limit', 'large'],
    ['554 5.7.1 Message rejected as spam', 'refused'],
    ['421 4.4.2 timeout', 'unreachable'],
    ['connect ECONNREFUSED 127.0.0.1:25', 'unreachable'],
    ['451 try again', 'other'],
    ['', 'other'],
  ])('%s: %s', (failure, reason) => {
    expect(failureReason(failure)).toBe(reason);
  });
});
