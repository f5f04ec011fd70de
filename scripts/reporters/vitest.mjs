// Vitest's closing line.
import {printAtExit} from './closing-line.mjs';

/** A Vitest reporter. A file that could not be read at all counts as one failure, and so does each stray error. */
export default class ClosingLineReporter {
  onTestRunEnd(modules, unhandledErrors) {
    const counts = {passed: 0, failed: unhandledErrors.length, skipped: 0};
    for (const module of modules) {
      const before = counts.failed;
      for (const test of module.children.allTests()) {
        const {state} = test.result();
        counts[state === 'passed' || state === 'failed' ? state : 'skipped']++;
      }
      if (module.state() === 'failed' && counts.failed === before) counts.failed++;
    }
    printAtExit(counts);
  }
}
