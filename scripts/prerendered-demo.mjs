// @ts-check
/** Serves demo/prerendered.html with its panel prerendered, made anew at each visit, so that it is never out of date. */
import { readFile } from 'node:fs/promises';

const ELEMENT = /<paper-feed[^>]*><\/paper-feed>/;

/** @returns {import('vite').Plugin} */
export const prerenderedDemo = () => ({
  name: 'prerendered-demo',
  configurePreviewServer({ middlewares }) {
    middlewares.use('/demo/prerendered.html', ({ headers }, response, next) => {
      drawPage(`http://${headers.host}/demo/papers.json`).then(
        (html) => response.setHeader('content-type', 'text/html').end(html),
        next,
      );
    });
  },
});

/** @param {string} url of the feed, which its relative addresses are resolved against */
async function drawPage(url) {
  // Built by now, and not before.
  const { parseFeed } = await import('daily-papers/feed.js');
  const { prerender } = await import('daily-papers/prerender');
  const [page, document] = await Promise.all(
    ['prerendered.html', 'papers.json'].map((file) => readFile(new URL(`../demo/${file}`, import.meta.url), 'utf8')),
  );
  const feed = parseFeed(JSON.parse(document ?? ''), { url, fetchedAt: new Date().toISOString() });
  const attributes = { src: 'papers.json', 'page-size': '5', controls: 'search sort', 'heading-level': '2' };
  const { html } = await prerender(feed, { attributes });
  return page?.replace(ELEMENT, () => html);
}
