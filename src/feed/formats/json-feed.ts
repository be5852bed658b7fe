/** JSON Feed 1.0 and 1.1 (jsonfeed.org), with our `_paper` object per item: the native format. */
import { safeUrl } from '../../shared/safe-url.js';
import type { FeedFormat } from './format.js';
import { readLine, readText } from './read-text.js';
import { own, pick, someEntry } from './shape.js';
import { stripTags } from './strip-tags.js';

/** The address under a key of `_paper`, else that of the first attachment of a type. */
function addressOr(key: string, type: RegExp) {
  return (item: unknown) => {
    const attachments = [own(item, 'attachments')].flat();
    return (
      pick(item, key) ??
      own(
        attachments.find((each) => type.test(readLine(own(each, 'mime_type')) ?? '')),
        'url',
      )
    );
  };
}

export const jsonFeed: FeedFormat = {
  name: 'json-feed',
  expects: '{"version", "items": [{"id", "title", …}]}',
  paper: {
    id: 'id',
    title: 'title',
    url: 'url external_url',
    // The first in which there is something to read: articles may consist of pictures.
    abstract: (item) =>
      [own(item, 'content_text'), stripTags(own(item, 'content_html')), own(item, 'summary')].find(readText) ??
      own(item, 'content_text'),
    aiSummary: '_paper.ai_summary',
    publishedAt: 'date_published',
    listedAt: '_paper.listed_at',
    authors: 'authors author',
    authorCount: '_paper.author_count',
    organization: '_paper.organization',
    submitter: '_paper.submitter',
    upvoteCount: '_paper.upvote_count',
    commentCount: '_paper.comment_count',
    citationCount: '_paper.citation_count',
    discussionUrl: '_paper.discussion_url',
    thumbnailUrl: 'image banner_image',
    videoUrl: addressOr('_paper.video_url', /^video\/(mp4|webm)/),
    pdfUrl: addressOr('_paper.pdf_url', /^application\/pdf/),
    codeUrl: '_paper.code_url',
    codeStarCount: '_paper.code_star_count',
    projectUrl: '_paper.project_url',
    arxivId: '_paper.arxiv_id',
    doi: '_paper.doi',
    venue: '_paper.venue',
    venueKind: '_paper.venue_kind',
    keywords: 'tags',
  },
  author: { name: 'name', url: 'url', avatarUrl: 'avatar' },
  organization: { name: 'name', handle: 'handle', url: 'url', logoUrl: 'logo_url' },
  recognises: (document) =>
    Array.isArray(own(document, 'items')) &&
    (typeof own(document, 'version') === 'string' ||
      // Forgotten in feeds written by hand.
      someEntry(document, (item) => pick(item, '_paper content_text content_html date_published') !== undefined)),
  open(document, { url }) {
    const [feedUrl, nextUrl] = ['feed_url', 'next_url'].map((key) => own(document, key));
    return {
      title: readLine(own(document, 'title')),
      description: readText(own(document, 'description')),
      homePageUrl: own(document, 'home_page_url'),
      nextUrl: nextUrl === feedUrl ? undefined : nextUrl,
      base: url ?? safeUrl(feedUrl),
      authors: pick(document, 'authors author'),
    };
  },
};
