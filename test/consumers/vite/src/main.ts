import 'daily-papers/all.js';
import 'daily-papers/lang/fr.js';
import type { Paper, PaperFeed } from 'daily-papers';
import { loadFeed, selectPapers } from 'daily-papers/feed.js';

const output = document.querySelector('output')!;

const panel: PaperFeed = document.createElement('paper-feed');
panel.layout = 'compact';
panel.show = ['abstract', 'authors'];
panel.pageSize = 1;
panel.addEventListener('paper-feed-load', ({ feed }) => {
  const sorted: readonly Paper[] = selectPapers(feed, { sort: 'title' }).papers;
  output.value = `${sorted.length} papers`;
});
panel.addEventListener('paper-select', (event) => {
  event.preventDefault();
  output.value = event.paper.title;
});
const feed = await loadFeed(new URL('papers.json', document.baseURI).href);
document.title = feed.title ?? document.title;
panel.src = 'papers.json';
document.body.append(panel);
