/// <reference types="mocha" />
/** The browser's half of the mutation tests: runs some tests of one file with a mutant in force, and reports. */

/** What to run. */
export interface Order {
  readonly file: string;
  /** Default: all of the file. */
  readonly tests?: readonly string[];
  /** For one test; the first that fails is then the last. Default: no limit. */
  readonly timeoutMs?: number;
  /** After this time the rest is left out. */
  readonly budgetMs?: number;
}

export interface Result {
  readonly id: string;
  readonly durationMs: number;
  readonly state: 'passed' | 'failed' | 'skipped';
  readonly failure: string;
}

/** What Stryker's instrumented code reads and writes. */
export interface Namespace {
  activeMutant?: string;
  currentTestId?: string;
  /** How often the mutant was passed. */
  hitCount?: number;
  hitLimit?: number;
  /** How often which mutants were passed. */
  mutantCoverage?: { static: Record<string, number>; perTest: Record<string, Record<string, number>> };
}

export interface Report {
  /** Those of the tests that ran. */
  readonly results: readonly Result[];
  /** The first, be it of a test or of a hook; empty: none. */
  readonly failure: string;
  /** Whether the file could be imported. */
  readonly isLoaded: boolean;
  readonly hitCount?: number;
  readonly coverage?: Namespace['mutantCoverage'];
}

const scope = globalThis as unknown as {
  __stryker__: Namespace;
  mutationOrder: Order;
  reportMutationRun(report: Report): void;
};

const report = (results: readonly Result[], failure: string, isLoaded = true) => {
  const { hitCount, mutantCoverage: coverage } = scope.__stryker__;
  scope.reportMutationRun({ results, failure, isLoaded, hitCount, coverage });
};

/** To be called where Mocha is set up and has not begun. `imports` are the test files, by their paths. */
export async function runTests(imports: Readonly<Record<string, () => Promise<unknown>>>): Promise<void> {
  const { file, tests, timeoutMs, budgetMs = Infinity } = scope.mutationOrder;
  // What tests leave behind when they are stopped in the middle.
  localStorage.clear();
  sessionStorage.clear();

  mocha.suite.timeout(timeoutMs ?? 0);
  mocha.suite.bail(timeoutMs !== undefined);
  let ids: ReadonlyMap<Mocha.Test, string> = new Map();
  const start = performance.now();
  beforeEach(function () {
    if (performance.now() - start > budgetMs) this.skip();
    scope.__stryker__.currentTestId = ids.get(this.currentTest!);
  });
  afterEach(() => {
    scope.__stryker__.currentTestId = undefined;
  });
  try {
    await imports[file]?.();
  } catch (error) {
    report([], String(error), false);
    throw error;
  }
  ids = nameTests(mocha.suite, file);
  if (tests) leaveOnly(new Set(tests), ids, mocha.suite);

  const run = mocha.run.bind(mocha);
  mocha.run = (done) => {
    let failure = '';
    const runner = run((failureCount) => {
      report([...ids].flatMap(resultOf), failure);
      done?.(failureCount);
    });
    runner.on('fail', ({ title }, error) => (failure ||= `${title}: ${String(error)}`));
    return runner;
  };
}

/** A name for each test: its file, its title, and its number where the title is not the only one of its kind. */
function nameTests(root: Mocha.Suite, file: string): ReadonlyMap<Mocha.Test, string> {
  const ids = new Map<Mocha.Test, string>();
  const seen = new Map<string, number>();
  root.eachTest((test) => {
    const title = `${file} ${test.fullTitle()}`;
    const count = (seen.get(title) ?? 0) + 1;
    seen.set(title, count);
    ids.set(test, count > 1 ? `${title} (${count})` : title);
  });
  return ids;
}

function leaveOnly(chosen: ReadonlySet<string>, ids: ReadonlyMap<Mocha.Test, string>, suite: Mocha.Suite): void {
  suite.tests = suite.tests.filter((test) => chosen.has(ids.get(test) ?? ''));
  for (const each of suite.suites) leaveOnly(chosen, ids, each);
}

/** Nothing for a test that was not run. */
function resultOf([test, id]: readonly [Mocha.Test, string]): Result[] {
  const state = test.isPending() ? 'skipped' : test.state;
  if (state === undefined || state === 'pending') return [];
  return [{ id, durationMs: test.duration ?? 0, state, failure: String(test.err ?? '') }];
}
