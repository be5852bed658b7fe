// @ts-check
/** Runs the browser's tests with @web/test-runner and counts them. */
import { startTestRunner } from '@web/test-runner';

/**
 * @typedef {object} Counts
 * @property {number} passed
 * @property {number} failed
 * @property {number} skipped
 * @property {string[]} failures the titles of the tests that failed, each with its reason in a line
 */
/** @typedef {import('@web/test-runner').TestSession} Session */
/** @typedef {NonNullable<Session['testResults']>} Suite */

/**
 * The tests of a suite and those inside it, each by its full title.
 * @returns {(Suite['tests'][number] & { title: string })[]}
 */
const testsOf = (/** @type {Suite} */ suite, path = '') => [
  ...suite.tests.map((test) => ({ ...test, title: `${path}${test.name}` })),
  ...suite.suites.flatMap((each) => testsOf(each, `${path}${each.name} > `)),
];

const firstLine = (message = 'no reason given') => message.trim().split('\n', 1)[0];

let runCount = 0;

/**
 * @param {string[]} files all of the configuration's when empty
 * @param {string[]} options for the runner's own command line
 */
async function runOnce(files, options) {
  const argv = [...(files.length ? ['--files', ...files] : []), ...options];
  // Read anew for each run: what starts the browsers starts them once.
  const { default: config } = await import(`../web-test-runner.config.js?run=${++runCount}`);
  const runner = await startTestRunner({ argv, config, readFileConfig: false, autoExitProcess: false });
  if (!runner) return { sessions: [], isPassed: false };
  const isPassed = await new Promise((resolve) => runner.on('stopped', resolve));
  return { sessions: [...runner.sessions.all()], isPassed };
}

/** Whether the browser itself broke down under a file: it went, did not answer its driver, or opened no page. */
const isLost = (/** @type {Session} */ { errors }) =>
  errors.some(({ message }) => /browser disconnected|Protocol error|create and start a test page/.test(message));

const isSame = (/** @type {Session} */ a, /** @type {Session} */ b) =>
  a.testFile === b.testFile && a.browser.name === b.browser.name;

/**
 * A file under which the browser itself broke down is run a second time, and that counts: browsers do crash. What
 * crashes them always is a failure.
 *
 * @param {string[]} files all of the configuration's when empty
 * @param {string[]} options for the runner's own command line
 * @returns {Promise<Counts>} a file that could not run at all counts as one failed test
 */
export async function runBrowserTests(files, options) {
  let { sessions, isPassed } = await runOnce(files, options);
  const lost = sessions.filter(isLost);
  // What is covered is counted in one run.
  if (lost.length && !options.includes('--coverage')) {
    for (const { browser, testFile } of lost) console.log(`${browser.name} broke down under ${testFile}: once more.`);
    const again = await runOnce([...new Set(lost.map(({ testFile }) => testFile))], options);
    sessions = sessions.map((each) => (isLost(each) && again.sessions.find((other) => isSame(each, other))) || each);
    isPassed = sessions.every(({ passed }) => passed);
  }

  /** @type {Counts} */
  const counts = { passed: 0, failed: 0, skipped: 0, failures: [] };
  /** @type {string[]} */
  const skippedTests = [];
  for (const session of sessions) {
    const tests = session.testResults ? testsOf(session.testResults) : [];
    const failed = tests.filter((test) => !test.passed && !test.skipped);
    counts.passed += tests.filter((test) => test.passed && !test.skipped).length;
    for (const test of tests.filter(({ skipped }) => skipped))
      skippedTests.push(`${session.browser.name}: ${test.title}`);
    for (const { title, error } of failed) {
      counts.failures.push(`${session.browser.name}: ${title}: ${firstLine(error?.message)}`);
    }
    if (!session.passed && !failed.length) {
      counts.failures.push(`${session.browser.name}: ${session.testFile}: ${firstLine(session.errors[0]?.message)}`);
    }
  }
  counts.skipped = skippedTests.length;
  if (counts.skipped) console.log(`Skipped:\n  ${skippedTests.join('\n  ')}\n`);
  // What is no test can fail too: a coverage threshold, a browser that does not start.
  if (!isPassed && !counts.failures.length) counts.failures.push('The run failed as a whole; the reason is above.');
  counts.failed = counts.failures.length;
  return counts;
}
