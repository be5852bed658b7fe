// @ts-check
/** What a page's main thread was at work with, from a trace of the browser. */
import { table } from './report.mjs';
import { formatRatio, median } from './statistics.mjs';

/** @typedef {{ name: string, ph: string, pid: number, tid: number, ts: number, dur?: number, tdur?: number }} TraceEvent */

/** Kinds of work, by the names of events; the first that fits. @type {readonly (readonly [string, RegExp])[]} */
const KINDS = [
  ['garbage', /GC|Garbage|Heap/],
  ['compiling', /Parse(Function|Program)|PreParse|Compile|DeserializeC/i],
  [
    'script',
    /^(FunctionCall|EvaluateScript|RunMicrotasks|FireAnimationFrame|TimerFire|EventDispatch|v8\.)|MicrotaskCheckpoint|^V8\./,
  ],
  ['style', /UpdateLayoutTree|RecalcStyle/],
  ['layout', /^Layout$/],
  ['painting', /Paint|Layer|^Commit$/],
];
const kindsOfWork = [...KINDS.map(([kind]) => kind), 'the rest'];

const MARK = 'bench-traced';

/**
 * Runs something and tells how long the page's main thread took for it, in ms by kind of work.
 *
 * @param {import('puppeteer-core').Page} page
 * @param {import('puppeteer-core').CDPSession} session
 * @param {() => Promise<unknown>} run
 * @returns {Promise<Record<string, number>>}
 */
export async function traced(page, session, run) {
  /** @type {TraceEvent[]} */
  const events = [];
  const collect = (/** @type {{ value: any[] }} */ { value }) => events.push(...value);
  session.on('Tracing.dataCollected', collect);
  const includedCategories = [
    'toplevel',
    'devtools.timeline',
    'v8',
    'disabled-by-default-v8.compile',
    'blink.user_timing',
  ];
  await session.send('Tracing.start', { traceConfig: { includedCategories }, transferMode: 'ReportEvents' });
  await run();
  // Tells which of the threads is the page's.
  await page.evaluate((name) => performance.mark(name), MARK);
  const ended = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve));
  await session.send('Tracing.end');
  await ended;
  session.off('Tracing.dataCollected', collect);

  const mark = events.find(({ name }) => name === MARK);
  if (!mark) throw new Error("The trace does not tell which thread is the page's.");
  const own = events.filter(({ pid, tid, ph }) => ph === 'X' && pid === mark.pid && tid === mark.tid);
  own.sort((a, b) => a.ts - b.ts || (b.dur ?? 0) - (a.dur ?? 0));
  const times = Object.fromEntries(kindsOfWork.map((kind) => [kind, 0]));
  const add = (/** @type {TraceEvent} */ { name }, /** @type {number} */ microseconds) => {
    const kind = KINDS.find(([, pattern]) => pattern.test(name))?.[0] ?? 'the rest';
    times[kind] = (times[kind] ?? 0) + microseconds / 1000;
  };
  /** The events that are not over yet: each takes its time from the one around it. @type {TraceEvent[]} */
  const open = [];
  for (const event of own) {
    for (let last = open.at(-1); last && last.ts + (last.dur ?? 0) <= event.ts; last = open.at(-1)) open.pop();
    const around = open.at(-1);
    add(event, event.tdur ?? 0);
    if (around) add(around, -(event.tdur ?? 0));
    open.push(event);
  }
  return times;
}

/**
 * Medians in ms by kind of work; of all together also the ratio to one of the variants.
 *
 * @param {readonly string[]} names of the variants
 * @param {readonly (readonly Record<string, number>[])[]} results for each of them what was traced, one per round
 * @param {number} limit the place of the variant that others are compared with
 */
export function tableOfWork(names, results, limit) {
  const totals = results.map((list) => list.map((times) => Object.values(times).reduce((sum, each) => sum + each, 0)));
  return table(
    ['CPU ms', ...kindsOfWork, 'total', `× ${names[limit]}`],
    names.map((name, index) => [
      name,
      ...kindsOfWork.map((kind) => median((results[index] ?? []).map((times) => times[kind] ?? 0)).toFixed(1)),
      median(totals[index] ?? []).toFixed(1),
      formatRatio(totals[index] ?? [], totals[limit] ?? []),
    ]),
  );
}
