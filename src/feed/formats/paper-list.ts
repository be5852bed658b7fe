/**
 * Lists made at home, such as a `papers.json` written by a scheduled job: an array of papers, or an object with one
 * under `papers`, `items`, `results` or `data`. Names differ from list to list, so the usual ones are all known.
 */
import { safeUrl } from '../../shared/safe-url.js';
import type { FeedFormat } from './format.js';
import { findList, isObject, pick, someEntry } from './shape.js';

/** An object under the names used below, without capitals, `_` and `-`: `pdf_url` and `pdfURL` are `pdfurl`. */
export function squeezeNames(value: unknown): unknown {
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key.toLowerCase().replace(/[_-]/g, ''), each]));
}

/** A list, also one written as text: separated by semicolons, else by commas and "and". */
function split(paths: string) {
  return (entry: unknown) => {
    const value = pick(entry, paths);
    if (typeof value === 'string') return value.split(value.includes(';') ? ';' : /,| and /);
    return [value ?? []].flat().map(squeezeNames);
  };
}

export const paperList = {
  name: 'paper-list',
  expects: '{"papers": [{"title", …}]}',
  paper: {
    id: 'id arxivid arxiv doi url link abstracturl',
    title: 'title',
    url: 'url abstracturl link href externalurl',
    abstract: 'abstract summary description contenttext',
    aiSummary: 'aisummary',
    publishedAt: 'publishedat datepublished published publicationdate date year',
    listedAt: 'listedat',
    authors: split('authors author'),
    authorCount: 'authorcount',
    organization: (entry) => squeezeNames(pick(entry, 'organization organisation')),
    submitter: 'submitter submittedby',
    upvoteCount: 'upvotecount upvotes',
    commentCount: 'commentcount numcomments comments',
    citationCount: 'citationcount citations',
    discussionUrl: 'discussionurl',
    thumbnailUrl: 'thumbnailurl thumbnail image bannerimage',
    videoUrl: 'videourl video',
    pdfUrl: 'pdfurl pdf',
    codeUrl: (entry) => pick(entry, 'codeurl code') ?? safeUrl(pick(entry, 'githubrepo github'), 'https://github.com'),
    codeStarCount: 'codestarcount githubstars stars',
    projectUrl: 'projecturl projectpage project',
    arxivId: 'arxivid arxiv',
    doi: 'doi',
    venue: 'venue journal conference',
    venueKind: 'venuekind',
    keywords: split('keywords tags categories'),
  },
  author: { name: 'name', url: 'url', avatarUrl: 'avatarurl avatar' },
  organization: { name: 'name fullname', handle: 'handle', url: 'url', logoUrl: 'logourl logo' },
  recognises: (document) => someEntry(document, (entry) => pick(squeezeNames(entry), 'title') !== undefined),
  open: (document, { url }) => ({ base: url, entries: findList(document)?.list.map(squeezeNames) }),
} satisfies FeedFormat;
