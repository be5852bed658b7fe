/** Draws the first papers of a list a few at a time: a slow processor shows some while it still draws the others. */
import { nextFrame } from '../shared/next-task.js';
import type { FeedStatus } from './feed-source.js';

/** Cards drawn in the first frame, and how many times as many in each further one. */
const FIRST_CARDS = 4;
const GROWTH = 4;

export class GradualDrawing {
  readonly #drawMore: () => void;
  #status?: FeedStatus;
  /** How many cards may be drawn by now. */
  limit = Infinity;
  /** Resolves before more cards are drawn; `undefined` when none is waiting. */
  next: Promise<void> | undefined = undefined;

  constructor(drawMore: () => void) {
    this.#drawMore = drawMore;
  }

  /** Call it before each drawing. @param isAtOnce whether all have to come in one frame */
  begin(status: FeedStatus, isAtOnce: () => unknown): void {
    if (status === 'ready' && this.#status !== 'ready' && !isAtOnce()) this.limit = FIRST_CARDS;
    this.#status = status;
  }

  /** How many of so many papers have to wait. */
  waitingCount(paperCount: number): number {
    return Math.max(0, paperCount - this.limit);
  }

  /** Call it after each drawing. */
  goOn(paperCount: number): void {
    if (!this.waitingCount(paperCount)) this.limit = Infinity;
    else {
      this.next ??= nextFrame().then(() => {
        this.next = undefined;
        this.limit *= GROWTH;
        this.#drawMore();
      });
    }
  }
}
