/** The model every wire format is turned into: plain, readonly, free of the names used on the wire. */

/** The wire formats that can be read. */
export const formatNames = [
  'hugging-face',
  'json-feed',
  'openalex',
  'semantic-scholar',
  'crossref',
  'paper-list',
] as const;

/** A wire format; `merged` marks a feed put together from several sources. */
export type FormatName = (typeof formatNames)[number] | 'merged';

/** One person, team or group that wrote a paper. */
export interface Author {
  /** As the source spells it, white space collapsed. Never empty. */
  readonly name: string;
  /** Absolute http(s) address of a page about the author. */
  readonly url?: string;
  /** Absolute http(s) address of a picture. */
  readonly avatarUrl?: string;
  /** The author asked not to be listed (Hugging Face `hidden`): neither drawn nor counted. */
  readonly hidden?: boolean;
}

/** The lab, company or university behind a paper. */
export interface Organization {
  /** Full name, as shown. */
  readonly name: string;
  /** Short name in the source's addresses, such as `nvidia`. */
  readonly handle?: string;
  /** Absolute http(s) address of the organization's page. */
  readonly url?: string;
  /** Absolute http(s) address of a square logo. */
  readonly logoUrl?: string;
}

/**
 * One paper. Only `id` and `title` are certain; anything else may be unknown, which is not the same as zero.
 *
 * All texts are plain text (no HTML), white space collapsed but for the blank line (`\n\n`) between the paragraphs of an
 * abstract; abstracts may hold TeX, see `src/text/`.
 * All `…Url` are absolute http(s) addresses. All `…Count` are whole numbers ≥ 0.
 */
export interface Paper {
  /** Unique within its feed. */
  readonly id: string;
  readonly title: string;
  /** Where the title leads. */
  readonly url?: string;
  readonly abstract?: string;
  /** A summary written by a language model; drawn as such. */
  readonly aiSummary?: string;
  /**
   * When the paper appeared. ISO 8601 in UTC, only as precise as the source knows: `2026-03-26T05:21:45.000Z`,
   * `2026-03-26`, `2026-03` or `2026`.
   */
  readonly publishedAt?: string;
  /** The day on which the source listed the paper, ISO 8601 in UTC. */
  readonly listedAt?: string;
  /** In the paper's order; empty when the source names none. */
  readonly authors: readonly Author[];
  /** Number of authors, where known; may exceed `authors.length`. `undefined` = unknown, never "0 authors". */
  readonly authorCount?: number;
  readonly organization?: Organization;
  /** Who brought the paper to the list. */
  readonly submitter?: string;
  readonly upvoteCount?: number;
  readonly commentCount?: number;
  readonly citationCount?: number;
  /** Where the comments are. */
  readonly discussionUrl?: string;
  readonly thumbnailUrl?: string;
  /** A video that browsers play (mp4, webm). */
  readonly videoUrl?: string;
  readonly pdfUrl?: string;
  readonly codeUrl?: string;
  /** Stars of the repository behind `codeUrl`. */
  readonly codeStarCount?: number;
  readonly projectUrl?: string;
  /** Without version, such as `2603.12345`. */
  readonly arxivId?: string;
  /** Without host, such as `10.1000/182`. */
  readonly doi?: string;
  /** Journal, conference or repository. */
  readonly venue?: string;
  /** What the venue is, where the source says so; its name alone does not always tell. */
  readonly venueKind?: 'journal' | 'conference';
  readonly keywords: readonly string[];
}

/** A list of papers, as one answer of a source gave it. */
export interface Feed {
  readonly title?: string;
  readonly description?: string;
  readonly homePageUrl?: string;
  readonly papers: readonly Paper[];
  /** Absolute address of the next page of the same list. */
  readonly nextUrl?: string;
  /** How many entries were left out because they had no usable id or title. */
  readonly skippedCount: number;
  readonly format: FormatName;
  /** When the answer arrived, ISO 8601 in UTC. */
  readonly fetchedAt: string;
}
