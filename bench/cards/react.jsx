/** The same card as people write it with React: components, a key, `memo`. */
import { memo, useEffect, useRef, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { flatRoot } from './styles.js';
import { countOf, dateOf, filtered, namesOf, observeClamp, sorted, SHOWN_AUTHORS } from './words.js';

const Abstract = ({ paper }) => {
  const text = useRef(null);
  const [isClipped, setClipped] = useState(false);
  const [isOpen, setOpen] = useState(false);
  useEffect(() => observeClamp(text.current, setClipped), []);
  return (
    <div className="abstract" dir="auto">
      <p ref={text} className={isOpen ? '' : isClipped ? 'clamp clipped' : 'clamp'}>
        {paper.abstract}
      </p>
      {isClipped && (
        <button
          className="more"
          type="button"
          aria-expanded={isOpen}
          aria-label={`More of the abstract of ${paper.title}`}
          onClick={() => setOpen(!isOpen)}
        >
          more
        </button>
      )}
    </div>
  );
};

const Authors = ({ paper }) => {
  const [isOpen, setOpen] = useState(false);
  const hiddenCount = paper.authors.length - SHOWN_AUTHORS;
  return (
    <span className="authors">
      {namesOf(paper, isOpen)}
      {hiddenCount > 0 && (
        <>
          {' '}
          <button className="more-authors" type="button" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
            +{hiddenCount} more
          </button>
        </>
      )}
    </span>
  );
};

const Card = memo(({ paper }) => (
  <div className="card-host">
    <article aria-labelledby={`title-${paper.id}`}>
      <span className="upvotes" role="img" aria-label={`${paper.upvoteCount} upvotes`}>
        {countOf(paper.upvoteCount)}
      </span>
      <div className="body">
        <h3 className="title" id={`title-${paper.id}`} dir="auto">
          <a href={paper.url}>{paper.title}</a>
        </h3>
        <Abstract paper={paper} />
        <div className="meta">
          <Authors paper={paper} />
          <time dateTime={paper.publishedAt}>{dateOf(paper)}</time>
          <span className="comments" role="img" aria-label={`${paper.commentCount} comments`}>
            {countOf(paper.commentCount)}
          </span>
        </div>
      </div>
    </article>
  </div>
));

let setShown;
const Feed = ({ papers }) => {
  const [shown, set] = useState(papers);
  setShown = set;
  return (
    <section className="base">
      <header>
        <h2 className="heading">Papers</h2>
      </header>
      <div className="list list">
        {shown.map((paper) => (
          <Card key={paper.id} paper={paper} />
        ))}
      </div>
    </section>
  );
};

export function mount(container, papers, { isLazy }) {
  const root = flatRoot(container, isLazy);
  createRoot(root).render(<Feed papers={papers} />);
  return {
    root,
    append: (more) => setShown([...papers, ...more]),
    sort: () => setShown(sorted(papers)),
    filter: () => setShown(filtered(papers)),
    refresh: (same) => setShown(same),
  };
}
