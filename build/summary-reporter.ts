import { writeFileSync } from 'node:fs';
import type { Reporter, SerializedError, TestModule } from 'vitest/node';

/**
 * Writes `N passed, N failed` (and `, N skipped`) to the file PALABRE_TEST_SUMMARY, for bin/test to print last.
 * A file that could not be loaded, a hook that threw and an error outside any test each count as a failure.
 */
export default class SummaryReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly SerializedError[]): void {
    const count = { passed: 0, failed: unhandledErrors.length, skipped: 0 };
    for (const module of modules) {
      for (const test of module.children.allTests()) {
        const { state } = test.result();
        count[state === 'pending' ? 'failed' : state] += 1;
      }
      count.failed += module.errors().length;
      for (const suite of module.children.allSuites()) count.failed += suite.errors().length;
    }
    const words = `${count.passed} passed, ${count.failed} failed`;
    const file = process.env.PALABRE_TEST_SUMMARY;
    if (file)
      writeFileSync(file, `${words}${count.skipped > 0 ? `, ${count.skipped} skipped` : ''}\n`);
  }
}
