/** Draws the text of a feed: cleaned of TeX, addresses as links, search hits marked. Always text nodes, never HTML. */
import { html } from 'lit';
import { renderMath } from '../shared/math-renderer.js';
import { safeUrl } from '../shared/safe-url.js';
import { markSegments } from '../text/mark-segments.js';
import { textSegments, type Segment } from '../text/segments.js';

interface TextOptions {
  /** False where the text lies in a link already. */
  readonly isLinked?: boolean;
  /** Where links open. */
  readonly target?: '_self' | '_blank';
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

function renderSegments(segments: readonly Segment[], options: TextOptions): unknown {
  const { terms = [] } = options;
  const pieces = terms.length ? markSegments(segments, terms) : segments;
  const only = pieces.length === 1 ? pieces[0] : undefined;
  if (only?.kind === 'text' && !only.marked) return only.text;
  return pieces.map((piece) => renderSegment(piece, options));
}

function renderSegment(segment: Segment, options: TextOptions): unknown {
  const { isLinked = true, target } = options;
  const content = segment.marked ? html`<mark>${segment.text}</mark>` : segment.text;
  switch (segment.kind) {
    case 'link': {
      const href = isLinked ? safeUrl(segment.url) : undefined;
      if (!href) return content;
      return target === '_blank'
        ? html`<a href=${href} target="_blank" rel="noopener">${content}</a>`
        : html`<a href=${href}>${content}</a>`;
    }
    case 'em':
      return html`<em>${content}</em>`;
    case 'sup':
      return html`<sup>${content}</sup>`;
    case 'sub':
      return html`<sub>${content}</sub>`;
    case 'math': {
      const formula = renderMath(segment.tex) ?? segment.segments.map((piece) => renderSegment(piece, options));
      return segment.marked ? html`<mark>${formula}</mark>` : html`<span class="math">${formula}</span>`;
    }
    default:
      return content;
  }
}
