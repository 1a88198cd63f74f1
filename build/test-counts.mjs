// Reads how many tests passed, failed and were skipped from the reports of the test runners.
import { existsSync, readFileSync } from 'node:fs';

/** @typedef {{ passed: number, failed: number, skipped: number }} Count */
/** @typedef {(report: string) => Count} Reader */

/** @type {Reader} */
export function fromVitest(report) {
  const result = read(report);
  if (!result) return nothing();
  // A file that could not be loaded has no tests to fail.
  const broken = result.testResults.filter(
    (/** @type {any} */ file) => file.status === 'failed' && !file.assertionResults.some(isFailed),
  );
  return {
    passed: result.numPassedTests,
    failed: result.numFailedTests + broken.length,
    skipped: result.numPendingTests + result.numTodoTests,
  };
}

const isFailed = (/** @type {{ status: string }} */ test) => test.status === 'failed';

/** @type {Reader} */
export function fromPlaywright(report) {
  const result = read(report);
  if (!result) return nothing();
  const { expected, flaky, unexpected, skipped } = result.stats;
  // Flaky: passed at a second try, which the configuration allows or not.
  return { passed: expected + flaky, failed: unexpected, skipped };
}

/**
 * @param {string} report
 * @returns {any} nothing where the runner did not come so far
 */
function read(report) {
  if (!existsSync(report)) return undefined;
  try {
    return JSON.parse(readFileSync(report, 'utf8'));
  } catch {
    return undefined;
  }
}

const nothing = () => ({ passed: 0, failed: 0, skipped: 0 });
