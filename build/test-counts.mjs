// Reads from the reports of the test runners how many tests passed, and which failed.
import { existsSync, readFileSync } from 'node:fs';

/**
 * `unsteady`: the names of tests that passed at a second try only.
 * @typedef {{ passed: number, failed: number, skipped: number, failures?: string[], unsteady?: string[] }} Count
 */
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
    failures: [
      ...broken.map((/** @type {any} */ file) => `${file.name}: ${file.message}`),
      ...result.testResults.flatMap((/** @type {any} */ file) =>
        file.assertionResults
          .filter(isFailed)
          .map(
            (/** @type {any} */ test) =>
              `${file.name}: ${test.fullName}\n${test.failureMessages.join('\n')}`,
          ),
      ),
    ],
  };
}

const isFailed = (/** @type {{ status: string }} */ test) => test.status === 'failed';

/** @type {Reader} */
export function fromPlaywright(report) {
  const result = read(report);
  if (!result) return nothing();
  const { expected, flaky, unexpected, skipped } = result.stats;
  return {
    passed: expected + flaky,
    failed: unexpected,
    skipped,
    unsteady: specsOf(result).flatMap(({ file, title, tests }) =>
      tests.some(({ status }) => status === 'flaky') ? [`${file}: ${title}`] : [],
    ),
  };
}

/**
 * @typedef {{ file: string, title: string, tests: { status: string }[] }} Spec
 * @typedef {{ specs?: Spec[], suites?: Suite[] }} Suite
 */

/**
 * All tests of a report, however deep they lie.
 * @param {Suite} suite
 * @returns {Spec[]}
 */
const specsOf = ({ specs = [], suites = [] }) => [...specs, ...suites.flatMap(specsOf)];

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
