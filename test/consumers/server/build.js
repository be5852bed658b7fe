// @ts-check
/** Writes a page whose papers are drawn already; a browser with JavaScript takes them over. */
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { PaperFeed } from 'daily-papers';
import { parseFeed } from 'daily-papers/feed.js';
import { prerender } from 'daily-papers/prerender';

if (typeof PaperFeed !== 'function') throw new Error('The classes cannot be imported on a server.');

const feed = parseFeed(JSON.parse(readFileSync('public/papers.json', 'utf8')), { fetchedAt: new Date().toISOString() });
const attributes = /** @type {const} */ ({ layout: 'compact', show: 'abstract authors', 'page-size': '1' });
const { html } = await prerender(feed, { attributes });

mkdirSync('dist', { recursive: true });
cpSync('node_modules/daily-papers/dist/cdn', 'dist/papers', { recursive: true });
writeFileSync(
  'dist/index.html',
  `<!doctype html>
<html lang="en">
  <meta charset="utf-8">
  <title>Drawn on a server</title>
  <link rel="icon" href="data:,">
  <h1>Papers</h1>
  <output></output>
  ${html}
  <script>
    const output = document.querySelector('output');
    document.addEventListener('paper-feed-load', ({ feed }) => (output.value = feed.papers.length + ' papers'));
    document.addEventListener('paper-select', (event) => {
      event.preventDefault();
      output.value = event.paper.title;
    });
  </script>
  <script type="module" src="papers/daily-papers.js"></script>
</html>
`,
);
