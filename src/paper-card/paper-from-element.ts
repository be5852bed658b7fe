/** The paper that somebody wrote by hand: attributes and text of a `<paper-card>`. */
import type { Paper } from '../feed/model.js';
import { cleanText } from '../shared/clean-text.js';
import { safeUrl } from '../shared/safe-url.js';

/** What a hand-written card offers. */
export interface PaperSource extends Pick<HTMLElement, 'textContent' | 'baseURI'> {
  heading?: string;
  href?: string;
  publishedAt?: string;
  organization?: string;
  authors?: readonly string[];
  authorCount?: number;
  upvoteCount?: number;
  commentCount?: number;
  thumbnail?: string;
}

/** The paper; its title is empty when there is none yet. */
export function paperFromElement(source: PaperSource): Paper {
  const url = safeUrl(source.href, source.baseURI);
  const title = source.heading?.trim() ?? '';
  return {
    id: url ?? title,
    title,
    url,
    abstract: cleanText(source.textContent ?? '') || undefined,
    publishedAt: source.publishedAt,
    authors: (source.authors ?? []).map((name) => ({ name })),
    authorCount: source.authorCount,
    organization: source.organization ? { name: source.organization } : undefined,
    upvoteCount: source.upvoteCount,
    commentCount: source.commentCount,
    thumbnailUrl: safeUrl(source.thumbnail, source.baseURI),
    keywords: [],
  };
}
