/** Stands in for the network in stories: no request leaves the page. */

/** What the stub answers: a document, an error status, nothing ever, or a broken connection. */
export type StubAnswer = { readonly document: unknown } | { readonly status: number } | 'never' | 'offline';

interface Stub {
  readonly start: string;
  readonly next: () => StubAnswer | undefined;
}

let original: typeof fetch | undefined;
let stubs: readonly Stub[] = [];

/**
 * For a story's `beforeEach`: every request of the story gets these answers, one after the other; the last one repeats.
 * Returns the function that gives the page its own `fetch` back.
 */
export const stubFetch = (...answers: StubAnswer[]): (() => void) => stubFetchAt('', ...answers);

/**
 * The same for addresses with this start only. The documentation draws all stories on one page: those that are answered
 * differently need an address of their own.
 */
export function stubFetchAt(start: string, ...answers: StubAnswer[]): () => void {
  let count = 0;
  const stub: Stub = { start, next: () => answers[Math.min(count++, answers.length - 1)] };
  stubs = [...stubs, stub];
  if (!original) {
    original = globalThis.fetch;
    globalThis.fetch = (input, init) => {
      const address = input instanceof Request ? input.url : String(input);
      return respond(stubs.findLast((each) => address.startsWith(each.start))?.next(), init?.signal);
    };
  }
  return () => {
    stubs = stubs.filter((each) => each !== stub);
    if (stubs.length > 0 || !original) return;
    globalThis.fetch = original;
    original = undefined;
  };
}

async function respond(answer: StubAnswer | undefined, signal: AbortSignal | null | undefined): Promise<Response> {
  if (answer === undefined || answer === 'offline') throw new TypeError('Failed to fetch');
  if (answer === 'never') {
    return new Promise((_resolve, reject) => signal?.addEventListener('abort', () => reject(signal.reason as Error)));
  }
  if ('status' in answer) return new Response('', { status: answer.status });
  return new Response(JSON.stringify(answer.document), { headers: { 'content-type': 'application/json' } });
}
