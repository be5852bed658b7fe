/** Says when it is time to load again. Sleeps while nobody can see the page or the browser is offline. */

const MINUTE_MS = 60_000;

/** After coming back, not more often than this. */
const MIN_WAIT_MS = 5_000;

/** Readers of one page must not all ask at the same moment. */
const JITTER = 0.1;

export class RefreshTimer {
  readonly #refresh: () => void;
  #intervalMs = 0;
  #dueAt = 0;
  #timer?: ReturnType<typeof setTimeout>;
  #page?: Document;

  constructor(refresh: () => void) {
    this.#refresh = refresh;
  }

  /** Starts over: the next refresh is so many minutes away; 0 = never. Call it after each answer, with the reader's page. */
  restart(minutes: number, page = document): void {
    this.stop();
    if (!minutes) return;
    this.#intervalMs = minutes * MINUTE_MS * (1 + JITTER * (2 * Math.random() - 1));
    this.#dueAt = Date.now() + this.#intervalMs;
    this.#page = page;
    page.addEventListener('visibilitychange', this.#wait);
    globalThis.addEventListener('online', this.#wait);
    this.#wait();
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#page?.removeEventListener('visibilitychange', this.#wait);
    globalThis.removeEventListener('online', this.#wait);
  }

  readonly #wait = () => {
    clearTimeout(this.#timer);
    if (this.#page?.visibilityState === 'hidden' || !navigator.onLine) return;
    // A clock set back must not put the refresh off for longer than one interval.
    const waitMs = Math.min(Math.max(this.#dueAt - Date.now(), MIN_WAIT_MS), this.#intervalMs);
    this.#timer = setTimeout(this.#refresh, waitMs);
  };
}
