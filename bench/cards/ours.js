/** The library as a page uses it: the built script is on the page, this only gives it papers. */
import { sheet } from './styles.js';

export function mount(container, papers, { isLazy }) {
  const feed = document.createElement('paper-feed');
  Object.assign(feed, { heading: 'Papers', limit: 100000, pageSize: 100000, loading: 'eager', pagination: 'none' });
  const give = (list) => {
    feed.feed = {
      title: 'Papers',
      papers: list,
      skippedCount: 0,
      format: 'json-feed',
      fetchedAt: '2026-01-01T00:00:00Z',
    };
  };
  give(papers);
  container.append(feed);
  if (!isLazy) feed.shadowRoot.adoptedStyleSheets.push(sheet('paper-card { content-visibility: visible !important; }'));
  return {
    root: feed.shadowRoot,
    append: (more) => give([...papers, ...more]),
    sort: () => (feed.sort = 'title'),
    filter: () => feed.setAttribute('include', 'tractor'),
    refresh: (same) => give(same),
  };
}
