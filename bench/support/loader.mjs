// @ts-check
/** What pages without our elements do with the same feed: ask for it, take it as it is, draw its papers. */
import { fileURLToPath } from 'node:url';
import { bundle } from './bundle.mjs';

const lit = fileURLToPath(new URL('lit-css.mjs', import.meta.url));

/**
 * @param {string} cards module with `mount`, relative to `bench/`
 * @param {string} src address of the feed
 * @param {string} [more] code to go with it
 */
export const bundleLoader = (cards, src, more = '') =>
  bundle(
    `
import { mount } from '${cards}';
const draw = (text) => mount(document.querySelector('main'), JSON.parse(text).items.map((item) => ({
  id: item.id, title: item.title, url: item.url, abstract: item.content_text, publishedAt: item.date_published,
  authors: item.authors, upvoteCount: item._paper.upvote_count, commentCount: item._paper.comment_count,
})), { isLazy: true });
fetch('${src}').then((response) => response.text()).then(draw);
${more}`,
    { lit },
  );
