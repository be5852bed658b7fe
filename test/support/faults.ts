/** The tests' side of the fault server: describe the answers, ask, and read what the server saw. */

/** One answer; without fields: status 200, readable from any page, an empty body. */
export interface FaultAnswer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** `Access-Control-Allow-Origin`; default `*`, `false` for none. */
  readonly allowOrigin?: string | false;
  readonly body?: string;
  /** The body as bytes, in place of `body`. */
  readonly base64?: string;
  /** Waits for `release()` before the headers, or in the middle of the body. */
  readonly hold?: 'headers' | 'body';
  readonly fault?: 'reset' | 'reset-in-body' | 'endless' | 'trickling' | 'gzip-truncated' | 'gzip-bomb';
}

/** A request as the server saw it. */
export interface SeenRequest {
  readonly method: string;
  /** Path and query. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string | undefined>>;
}

/** A feed address whose answers the test decides. */
export interface FaultSource {
  /** On a foreign origin, as feeds usually are. */
  readonly url: string;
  /** The same source on another foreign origin. */
  readonly otherOriginUrl: string;
  /** The same source on the page's own origin. */
  readonly sameOriginUrl: string;
  /** Lets every answer go on that is held at this moment. */
  release(): Promise<void>;
  /** All requests so far, as soon as there are as many. */
  requests(atLeast?: number): Promise<readonly SeenRequest[]>;
  /** Waits until as many requests have been given up by the page before the answer was complete. */
  hangUps(atLeast: number): Promise<void>;
}

const control = new URL('/__fault-server__/', location.href);
const port = fetch(new URL('port', control)).then((response) => response.text());

/** A source that gives these answers, one per request; the last one repeats. */
export async function serve(...answers: FaultAnswer[]): Promise<FaultSource> {
  const response = await fetch(new URL('new', control), { method: 'POST', body: JSON.stringify(answers) });
  const id = await response.text();
  const ask = async (action: string, atLeast = 0) => {
    const answer = await fetch(new URL(`source/${id}/${action}?atLeast=${atLeast}`, control), { cache: 'no-store' });
    return (await answer.json()) as { requests: SeenRequest[] };
  };
  return {
    url: `http://127.0.0.1:${await port}/feed/${id}`,
    otherOriginUrl: `http://localhost:${await port}/feed/${id}`,
    sameOriginUrl: new URL(`feed/${id}`, control).href,
    release: async () => void (await ask('release')),
    requests: async (atLeast) => (await ask('requests', atLeast)).requests,
    hangUps: async (atLeast) => void (await ask('hang-ups', atLeast)),
  };
}

/** An address at which no server listens. */
export async function refusingUrl(): Promise<string> {
  const answer = await fetch(new URL('closed-port', control));
  return `http://127.0.0.1:${await answer.text()}/papers.json`;
}
