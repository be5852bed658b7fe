// @ts-check
/**
 * Runs Stryker's mutants against the browser's tests. Each test file has a page of its own, as in an ordinary run; a
 * page is loaded anew for each mutant, which so is in force while modules are evaluated, too.
 */
import { readFileSync } from 'node:fs';
import { basename, dirname, relative, resolve } from 'node:path';
import { commonTokens, declareClassPlugin, PluginKind, tokens } from '@stryker-mutator/api/plugin';
import { determineHitLimitReached, DryRunStatus, MutantRunStatus, TestStatus } from '@stryker-mutator/api/test-runner';
import { TestPage } from './test-page.mjs';

/** @import { StrykerOptions } from '@stryker-mutator/api/core' */
/** @import { DryRunOptions, DryRunResult, MutantRunOptions, MutantRunResult } from '@stryker-mutator/api/test-runner' */
/** @import { TestResult } from '@stryker-mutator/api/test-runner' */
/** @import { Report, Result } from './page.ts' */

/** Most tests need some milliseconds; under a mutant they often wait for what never comes. */
const TEST_TIMEOUT_MS = 8_000;
/** Only a page that hangs takes as long. */
const PAGE_TIMEOUT_MS = 60_000;
/**
 * After this time in each test file that imports the mutated one, and after this time in all others, no further test is
 * begun: what they have not noticed by then counts as not noticed.
 */
const BUDGET_MS = { near: 10_000, others: 3_000 };
/** Tests that need longer go through whole collections, or wait: mutants are not tried on them. */
const LONG_TEST_MS = 1_000;

const statuses = { passed: TestStatus.Success, failed: TestStatus.Failed, skipped: TestStatus.Skipped };

class BrowserRunner {
  static inject = tokens(commonTokens.options);
  #page = new TestPage();
  #files;

  /** @param {StrykerOptions} options */
  constructor({ testFiles }) {
    this.#files = testFiles;
  }

  capabilities() {
    return { reloadEnvironment: true };
  }

  /** Stryker starts this in its copy of the project. */
  async init() {
    await this.#page.open(process.cwd(), this.#files);
  }

  async dispose() {
    await this.#page.close();
  }

  /** @param {DryRunOptions} options @returns {Promise<DryRunResult>} */
  async dryRun({ timeout }) {
    /** @type {TestResult[]} */
    const tests = [];
    /** @type {{ report: Report, durationMs: number }[]} */
    const runs = [];
    for (const file of this.#files) {
      const start = performance.now();
      const report = await this.#page.run({ file }, {}, timeout);
      if (!report) return { status: DryRunStatus.Timeout, reason: file };
      if (report.failure) return { status: DryRunStatus.Error, errorMessage: `${file}: ${report.failure}` };
      tests.push(...report.results.map((result) => toTestResult(result, file)));
      runs.push({ report, durationMs: performance.now() - start });
    }
    // Stryker asks for tests in the order in which it hears of them.
    runs.sort((a, b) => a.durationMs - b.durationMs);
    const perTest = Object.assign({}, ...runs.map(({ report }) => coverageOf(report)));
    return { status: DryRunStatus.Complete, tests, mutantCoverage: { static: {}, perTest } };
  }

  /** @param {MutantRunOptions} options @returns {Promise<MutantRunResult>} */
  async mutantRun({ testFilter = [], activeMutant, hitLimit, sandboxFileName }) {
    let nrOfTests = 0;
    let rest = BUDGET_MS.others;
    for (const { file, tests, isNear } of byFile(testFilter, sandboxFileName)) {
      if (rest < 0) break;
      const start = performance.now();
      const budgetMs = isNear ? BUDGET_MS.near : rest;
      const order = { file, tests, timeoutMs: TEST_TIMEOUT_MS, budgetMs };
      const report = await this.#page.run(
        order,
        { activeMutant: activeMutant.id, hitCount: 0, hitLimit },
        PAGE_TIMEOUT_MS,
      );
      if (!report) return { status: MutantRunStatus.Timeout, reason: `${file} hangs` };
      const { failure, hitCount, isLoaded, results } = report;
      if (determineHitLimitReached(hitCount, hitLimit)) {
        return { status: MutantRunStatus.Timeout, reason: 'an endless loop' };
      }
      if (!isLoaded) return { status: MutantRunStatus.Error, errorMessage: `${file}: ${failure}` };
      if (!isNear) rest -= performance.now() - start;
      nrOfTests += results.length;
      if (failure) {
        const killer = results.find(({ state }) => state === 'failed')?.id ?? tests[0];
        return {
          status: MutantRunStatus.Killed,
          failureMessage: failure,
          killedBy: killer === undefined ? [] : [killer],
          nrOfTests,
        };
      }
    }
    return { status: MutantRunStatus.Survived, nrOfTests };
  }
}

/** @param {Result} result @param {string} file @returns {TestResult} */
function toTestResult({ id, state, durationMs, failure }, file) {
  const status = statuses[state];
  const test = { id, name: id, timeSpentMs: durationMs, fileName: resolve(file) };
  return status === TestStatus.Failed ? { ...test, status, failureMessage: failure } : { ...test, status };
}

/** What each test passes. What runs while a file is loaded belongs to all its tests. @param {Report} report */
const coverageOf = ({ results, coverage }) =>
  Object.fromEntries(
    results
      .filter(({ durationMs }) => durationMs < LONG_TEST_MS)
      .map(({ id }) => [id, { ...coverage?.static, ...coverage?.perTest[id] }]),
  );

/**
 * Tests by their files, which their names begin with. Those that import the mutated file themselves come first, then those
 * of its folder: they fail soonest.
 *
 * @param {readonly string[]} tests
 * @param {string} mutated
 */
function byFile(tests, mutated) {
  /** @type {Map<string, string[]>} */
  const files = new Map();
  for (const id of tests) {
    const file = id.slice(0, id.indexOf(' '));
    files.set(file, [...(files.get(file) ?? []), id]);
  }
  const module = `/${basename(mutated, '.ts')}.js'`;
  const folder = dirname(relative('src', mutated));
  return [...files]
    .map(([file, ids]) => {
      const isNear = readFileSync(file, 'utf8').includes(module);
      return { file, tests: ids, isNear, distance: isNear ? 0 : dirname(relative('test', file)) === folder ? 1 : 2 };
    })
    .sort((a, b) => a.distance - b.distance);
}

export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, 'browser', BrowserRunner)];
