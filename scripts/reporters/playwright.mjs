// Playwright's closing line.
import {printAtExit} from './closing-line.mjs';

/** A Playwright reporter. A retried test counts once, by its outcome; an error outside tests is a failure. */
export default class ClosingLineReporter {
  #tests = new Map();
  #strayErrors = 0;

  onTestEnd(test) {
    this.#tests.set(test.id, test);
  }

  onError() {
    this.#strayErrors++;
  }

  onEnd() {
    const counts = {passed: 0, failed: this.#strayErrors, skipped: 0};
    for (const test of this.#tests.values()) {
      const outcome = test.outcome();
      if (outcome === 'skipped') counts.skipped++;
      else if (outcome === 'unexpected') counts.failed++;
      else counts.passed++;
    }
    printAtExit(counts);
  }

  printsToStdio() {
    return false;
  }
}
