/** Draws the text of a feed: cleaned of TeX, addresses as links, search hits marked. Always text nodes, never HTML. */
import { html } from 'lit';
import { safeUrl } from '../shared/safe-url.js';
import { markSegments } from '../text/mark-segments.js';
import { textSegments, type Segment } from '../text/segments.js';

interface TextOptions {
  /** False where the text lies in a link already. */
  readonly isLinked?: boolean;
  /** Search terms to mark, as `searchTerms` gives them. */
  readonly terms?: readonly string[];
}

export function renderText(text: string, options: TextOptions = {}): unknown {
  return renderSegments(textSegments(text), options);
}

/** For names and labels, which hold no TeX. */
export function renderPlain(text: string, { terms = [] }: TextOptions = {}): unknown {
  return terms.length ? renderSegments([{ kind: 'text', text }], { terms }) : text;
}

function renderSegments(segments: readonly Segment[], { isLinked = true, terms = [] }: TextOptions): unknown {
  const pieces = terms.length ? markSegments(segments, terms) : segments;
  const only = pieces.length === 1 ? pieces[0] : undefined;
  if (only?.kind === 'text' && !only.marked) return only.text;
  return pieces.map((piece) => renderSegment(piece, isLinked));
}

function renderSegment(segment: Segment, isLinked: boolean): unknown {
  const content = segment.marked ? html`<mark>${segment.text}</mark>` : segment.text;
  switch (segment.kind) {
    case 'link': {
      const href = isLinked ? safeUrl(segment.url) : undefined;
      return href ? html`<a href=${href}>${content}</a>` : content;
    }
    case 'em':
      return html`<em>${content}</em>`;
    case 'sup':
      return html`<sup>${content}</sup>`;
    case 'sub':
      return html`<sub>${content}</sub>`;
    case 'math': {
      const formula = segment.segments.map((piece) => renderSegment(piece, isLinked));
      return segment.marked ? html`<mark>${formula}</mark>` : html`<span class="math">${formula}</span>`;
    }
    default:
      return content;
  }
}
