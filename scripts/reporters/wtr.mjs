// Web Test Runner's closing line, and the failures that it would only log.
import {closingLine, printAtExit, sum} from './closing-line.mjs';

/** What the runner logs, and lets pass, when a promise is rejected or an error thrown while no test is running. */
const STRAY = /^An error was thrown (in a Promise )?outside a test/;

/**
 * A Web Test Runner reporter. A session that broke outside its tests counts as one failure. Where several browsers ran,
 * each has a line of its own before the last one, and so have the notes.
 */
export function closingLineReporter({notes = []} = {}) {
  return {
    onTestRunFinished({sessions, testCoverage}) {
      const byBrowser = new Map();
      for (const session of sessions) {
        const {name} = session.browser;
        if (!byBrowser.has(name)) byBrowser.set(name, {passed: 0, failed: 0, skipped: 0});
        countSession(session, byBrowser.get(name));
      }
      const counts = sum(byBrowser.values());
      if (testCoverage && !testCoverage.passed) counts.failed++;
      printAtExit(counts, [...(byBrowser.size > 1 ? [...byBrowser].map(namedLine) : []), ...notes]);
    },
  };
}

const namedLine = ([name, counts]) => `${name}: ${closingLine(counts)}`;

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
