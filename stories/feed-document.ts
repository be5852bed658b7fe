/** The showcase as a document of the native format, as a lab's file would hold it. */
import type { Paper } from '../src/feed/model.js';
import { showcase } from '../test/fixtures/showcase.js';

export const showcaseDocument = {
  version: 'https://jsonfeed.org/version/1.1',
  title: showcase.title,
  description: showcase.description,
  items: showcase.papers.map(toItem),
};

/** The document for a `<script type="application/json">` inside the element. */
export const showcaseScript = `<script type="application/json">${JSON.stringify(showcaseDocument).replaceAll('<', '\\u003c')}</script>`;

function toItem(paper: Paper): object {
  return {
    id: paper.id,
    url: paper.url,
    title: paper.title,
    content_text: paper.abstract,
    date_published: paper.publishedAt,
    image: paper.thumbnailUrl,
    authors: paper.authors,
    tags: paper.keywords,
    _paper: {
      author_count: paper.authorCount,
      organization: paper.organization && {
        name: paper.organization.name,
        url: paper.organization.url,
        logo_url: paper.organization.logoUrl,
      },
      upvote_count: paper.upvoteCount,
      comment_count: paper.commentCount,
      discussion_url: paper.discussionUrl,
      pdf_url: paper.pdfUrl,
      code_url: paper.codeUrl,
      code_star_count: paper.codeStarCount,
      project_url: paper.projectUrl,
      arxiv_id: paper.arxivId,
      ai_summary: paper.aiSummary,
      submitter: paper.submitter,
    },
  };
}
