/** What can be said about something in a document that cannot be shown. */

/** Something in a document that cannot be shown. */
export interface FeedProblem {
  /** Where it is, such as `items[3]._paper.doi`. */
  readonly path: string;
  readonly expected: string;
  /** What is there instead, shortened; `nothing` where there is nothing. */
  readonly found: string;
  /** `paper`: the whole entry is left out. `field`: it is shown without this. */
  readonly lost: 'paper' | 'field';
}
