// Web Test Runner's closing line, and the failures that it would only log.
import {printAtExit} from './closing-line.mjs';

/** What the runner logs, and lets pass, when a promise is rejected or an error thrown while no test is running. */
const STRAY = /^An error was thrown (in a Promise )?outside a test/;

/** A Web Test Runner reporter. A session that broke outside its tests counts as one failure. */
export function closingLineReporter() {
  return {
    onTestRunFinished({sessions, testCoverage}) {
      const counts = {passed: 0, failed: 0, skipped: 0};
      for (const session of sessions) countSession(session, counts);
      if (testCoverage && !testCoverage.passed) counts.failed++;
      printAtExit(counts);
    },
  };
}

function countSession(session, counts) {
  const before = counts.failed;
  if (session.testResults) countSuite(session.testResults, counts);
  const stray = (session.logs ?? []).filter((log) => STRAY.test(String(log[0])));
  // No test of its own failed, and yet it did: an import error, a page that never loaded, a time-out.
  const broken = !session.passed && counts.failed === before ? 1 : 0;
  counts.failed += Math.max(stray.length, broken);
}

function countSuite(suite, counts) {
  for (const test of suite.tests) {
    if (test.skipped) counts.skipped++;
    else if (test.passed) counts.passed++;
    else counts.failed++;
  }
  for (const inner of suite.suites) countSuite(inner, counts);
}
