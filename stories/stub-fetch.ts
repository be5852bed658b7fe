/** Stands in for the network in stories: no request leaves the page. */

/** What the stub answers: a document, an error status, nothing ever, or a broken connection. */
export type StubAnswer = { readonly document: unknown } | { readonly status: number } | 'never' | 'offline';

/**
 * For a story's `beforeEach`: every request of the story gets these answers, one after the other; the last one repeats.
 * Returns the function that gives the page its own `fetch` back.
 */
export function stubFetch(...answers: StubAnswer[]): () => void {
  const original = globalThis.fetch;
  let count = 0;
  globalThis.fetch = (_input, init) => respond(answers[Math.min(count++, answers.length - 1)], init?.signal);
  return () => {
    globalThis.fetch = original;
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
