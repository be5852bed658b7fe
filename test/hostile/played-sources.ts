/** Sources that answer a panel when a test says so, and what the panel leaves in the page's clocks and storages. */
import type { CacheName } from '../../src/feed/feed-cache.js';

/** A request that has not been answered. */
interface Pending {
  readonly url: URL;
  answer(response: Response): void;
}

/** The papers of every list. Their places in it are their upvotes. */
export const PAPERS = [
  { word: 'weaving', day: '2025-03-18', week: '2025-W12', month: '2025-03', hasCode: true },
  { word: 'morphogenesis', day: '2025-03-26', week: '2025-W13', month: '2025-03', hasCode: false },
  { word: 'computing', day: '2025-02-03', week: '2025-W06', month: '2025-02', hasCode: true },
  { word: 'weaving again', day: '2025-03-26', week: '2025-W13', month: '2025-03', hasCode: false },
  { word: 'an engine', day: '2025-03-17', week: '2025-W12', month: '2025-03', hasCode: true },
  { word: 'bernoulli', day: '2025-03-25', week: '2025-W13', month: '2025-03', hasCode: false },
] as const;

/** `c` is Hugging Face's, which is asked for periods. */
export const LISTS = ['a', 'b', 'c'] as const;
export type ListName = (typeof LISTS)[number];

const AUTHORS = ['Ada Lovelace', 'Alan Turing', 'Emmy Noether', 'Charles Babbage'].map((name) => ({ name }));

/** Titles tell the list, the answer and the paper. */
export const titleOf = (word: string, list: string, answer: number) => `${word} ${list} no. ${answer}`;

/** The list and the number of the answer that a title is of. */
export function sourceOf(title: string): { list: string; answer: number } {
  const [, list = '', answer] = /\b([abc]) no\. (\d+)$/.exec(title) ?? [];
  return { list, answer: Number(answer) };
}

/** A timer for a minute or more is one for refreshing. */
const LONG_MS = 50_000;

/** All answers differ, so that an old one gives itself away. */
export class PlayedSources {
  pending: Pending[] = [];
  /** The numbers of all good answers to each list. */
  readonly good: Record<ListName, number[]> = { a: [], b: [], c: [] };
  /** The time limit of the latest request. */
  timeoutMs?: number;
  /** The timers under way that are due in a minute or more, with their delays. */
  readonly longTimers = new Map<unknown, number>();
  /** Whether the lists answer what they have answered before. */
  isRepeating = false;
  #answerCount = 0;
  readonly #original = {
    fetch: window.fetch,
    Blob: window.Blob,
    setTimeout: window.setTimeout,
    clearTimeout: window.clearTimeout,
    timeout: AbortSignal.timeout,
  };

  /** @param name its own, so that no run remembers another */
  constructor(readonly name: number) {
    const { Blob, setTimeout, clearTimeout, timeout } = this.#original;
    window.fetch = (input, { signal } = {}) =>
      new Promise((resolve, reject) => {
        const pending = { url: new URL(new Request(input).url), answer: resolve };
        this.pending.push(pending);
        signal?.addEventListener('abort', () => {
          this.pending = this.pending.filter((each) => each !== pending);
          reject(signal.reason as Error);
        });
      });
    // In no time: how long a browser takes differs, and a sequence that failed must fail again.
    window.Blob = class extends Blob {
      readonly #parts: readonly Uint8Array[];
      constructor(parts: Uint8Array<ArrayBuffer>[]) {
        super(parts);
        this.#parts = parts;
      }
      override arrayBuffer(): Promise<ArrayBuffer> {
        return Promise.resolve(Uint8Array.from(this.#parts.flatMap((part) => [...part])).buffer);
      }
    } as unknown as typeof Blob;
    window.setTimeout = ((callback: () => void, ms = 0) => {
      const timer = setTimeout.call(
        window,
        () => {
          this.longTimers.delete(timer);
          callback();
        },
        ms,
      );
      if (ms >= LONG_MS) this.longTimers.set(timer, ms);
      return timer;
    }) as typeof setTimeout;
    window.clearTimeout = (timer) => {
      this.longTimers.delete(timer);
      clearTimeout.call(window, timer);
    };
    AbortSignal.timeout = (ms) => {
      this.timeoutMs = ms;
      return timeout.call(AbortSignal, ms);
    };
  }

  restore(): void {
    const { timeout, ...functions } = this.#original;
    Object.assign(window, functions);
    AbortSignal.timeout = timeout;
    for (const storage of [sessionStorage, localStorage]) {
      for (const key of Object.keys(storage)) if (key.startsWith('daily-papers:')) storage.removeItem(key);
    }
  }

  /** Where a list is. */
  address(list: ListName): string {
    return list === 'c'
      ? `https://huggingface.co/api/daily_papers?run=${this.name}`
      : `https://run-${this.name}.example/${list}`;
  }

  /** Answers one request. */
  answer(at: number, isGood: boolean): void {
    const [pending] = this.pending.splice(at % (this.pending.length || 1), 1);
    if (!pending) return;
    const { pathname, searchParams } = pending.url;
    const list = pathname.startsWith('/api/') ? 'c' : (pathname.slice(1) as ListName);
    if (!this.isRepeating) {
      this.#answerCount++;
      if (isGood) this.good[list].push(this.#answerCount);
    }
    const number = this.good[list].at(-1) ?? 0;
    const body = JSON.stringify(list === 'c' ? dailyPapers(number, searchParams) : jsonFeed(list, number));
    const stream = new ReadableStream({
      start(controller) {
        if (isGood) controller.enqueue(new TextEncoder().encode(body));
        controller.close();
      },
    });
    pending.answer(new Response(stream, { status: isGood ? 200 : 404 }));
  }

  /** Where an answer is kept on the visitor's device. */
  storagesOf(list: ListName, answer: number): CacheName[] {
    const storages = { session: sessionStorage, local: localStorage };
    const names = Object.keys(storages) as (keyof typeof storages)[];
    return names.filter((name) =>
      Object.values(storages[name]).some((value) => String(value).includes(` ${list} no. ${answer}"`)),
    );
  }
}

function jsonFeed(list: ListName, answer: number): object {
  const items = PAPERS.map(({ word, day, hasCode }, at) => ({
    ...{ id: `${list}${at}`, title: titleOf(word, list, answer), content_text: 'Written by hand.', authors: AUTHORS },
    ...{ url: `https://lab.example/${at}`, date_published: day, tags: ['cards'] },
    _paper: {
      ...{ upvote_count: at, comment_count: at, code_star_count: at, organization: { name: 'Analysts' } },
      ...(hasCode && { code_url: `https://code.example/${at}` }),
    },
  }));
  return { version: 'https://jsonfeed.org/version/1.1', title: `List ${list}`, description: 'Of our own', items };
}

/** As the service does, only what is of the period that is asked for. */
function dailyPapers(answer: number, query: URLSearchParams): object[] {
  return PAPERS.flatMap(({ word, day, week, month, hasCode }, at) => {
    const isAsked = [day, week, month].every((each, kind) => {
      const asked = query.get(['date', 'week', 'month'][kind]!);
      return !asked || asked === each;
    });
    const paper = {
      ...{ id: `2503.0000${at}`, title: titleOf(word, 'c', answer), summary: 'Written by hand.', authors: AUTHORS },
      ...{ publishedAt: day, submittedOnDailyAt: day, upvotes: at, githubStars: at, ai_keywords: ['cards'] },
      ...(hasCode && { githubRepo: `https://code.example/${at}` }),
    };
    return isAsked ? [{ paper, numComments: at, organization: { name: 'analysts', fullname: 'Analysts' } }] : [];
  });
}
