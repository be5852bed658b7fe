/** What an element shows, told to style sheets: `:state(ready)` and the like. */
import type { FeedStatus } from './feed-source.js';

const statuses: readonly FeedStatus[] = ['loading', 'ready', 'empty', 'error'];

export class StatusStates {
  readonly #internals: ElementInternals;

  constructor(internals: ElementInternals) {
    this.#internals = internals;
  }

  set(status: FeedStatus, isStale: boolean): void {
    for (const each of statuses) this.#toggle(each, each === status);
    this.#toggle('stale', isStale);
  }

  #toggle(name: string, isOn: boolean): void {
    try {
      this.#internals.states[isOn ? 'add' : 'delete'](name);
    } catch {
      // Chromium before 125 knows only names with two dashes; the states are a convenience, not worth failing for.
    }
  }
}
