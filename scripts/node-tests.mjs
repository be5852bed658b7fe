// @ts-check
/** Runs Node's tests with Node's own runner and counts them. */
import { readdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join, resolve } from 'node:path';
import { run } from 'node:test';
import { spec } from 'node:test/reporters';

/** For one file; a server or browser that a failed test has left open would keep its process for ever. The longest takes 10. */
const FILE_LIMIT_MS = 1_200_000;

/** Node would leave one core to itself: on two it would run one file after the other, with a browser that often waits. */
const FILES_AT_ONCE = Math.max(2, availableParallelism() - 1);

/** The test files that run in Node. */
export const nodeTestFiles = () =>
  readdirSync('test', { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.test.mjs'))
    .sort()
    .map((file) => join('test', file));

/**
 * @param {string[]} files
 * @returns {Promise<import('./browser-tests.mjs').Counts>}
 */
export async function runNodeTests(files) {
  const counts = { pass: 0, fail: 0, cancelled: 0, skipped: 0, todo: 0 };
  const events = run({ files: files.map((file) => resolve(file)), concurrency: FILES_AT_ONCE, timeout: FILE_LIMIT_MS });
  // The run ends with its own counts, one message each: `pass 12`.
  events.on('test:diagnostic', ({ message }) => {
    const [, name, count] = /^(\w+) (\d+)$/.exec(message) ?? [];
    if (name && name in counts) counts[/** @type {keyof typeof counts} */ (name)] = Number(count);
  });
  /** @type {string[]} */
  const failures = [];
  events.on('test:fail', ({ name, todo, details: { error } }) => {
    if (todo !== undefined) return;
    // A suite that fails because of what is in it says nothing of its own.
    if ('failureType' in error && error.failureType === 'subtestsFailed') return;
    failures.push(`Node: ${name}: ${error.message.trim().split('\n', 1)[0]}`);
  });
  /** @type {string[]} */
  const skippedTests = [];
  events.on('test:pass', ({ name, skip, details }) => {
    if (skip === undefined) return;
    skippedTests.push(`Node: ${name}${typeof skip === 'string' ? ` (${skip})` : ''}`);
    // The counts know nothing of the tests in a suite that is skipped as a whole.
    if (details.type === 'suite') counts.skipped += 1;
  });
  for await (const text of events.compose(new spec())) process.stdout.write(text);
  if (skippedTests.length) console.log(`Skipped:\n  ${skippedTests.join('\n  ')}\n`);
  return {
    passed: counts.pass,
    // The counts know nothing of a suite that fails by its own `after`.
    failed: Math.max(failures.length, counts.fail + counts.cancelled),
    skipped: counts.skipped + counts.todo,
    failures,
  };
}
