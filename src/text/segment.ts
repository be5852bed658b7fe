/** The pieces that a title or an abstract is drawn from. */

interface Piece {
  /** What the reader sees. Plain text, never HTML. */
  readonly text: string;
  /** The piece is a search hit, see `markSegments`. */
  readonly marked?: boolean;
}

/** Running text, `<em>`, `<sup>` and `<sub>`. */
export interface TextSegment extends Piece {
  readonly kind: 'text' | 'em' | 'sup' | 'sub';
}

/** An address. `text` is its short readable form (`github.com/org/code`) or the words the author gave it. */
export interface LinkSegment extends Piece {
  readonly kind: 'link';
  /** Absolute http(s) address that has passed `safeUrl`. */
  readonly url: string;
}

/** A formula between dollars. Draw `segments`, or MathML made from `tex` where that is available. */
export interface MathSegment extends Piece {
  readonly kind: 'math';
  /** The source, without the dollars. */
  readonly tex: string;
  /** The formula in letters, signs, `sup` and `sub`; `text` is the same in one line. */
  readonly segments: readonly TextSegment[];
}

export type Segment = TextSegment | LinkSegment | MathSegment;
