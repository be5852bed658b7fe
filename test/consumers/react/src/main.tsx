import 'daily-papers/all.js';
import type { PaperFeed } from 'daily-papers';
import { StrictMode, useRef, useState } from 'react';
import { createRoot } from 'react-dom/client';

function App() {
  const [said, setSaid] = useState('');
  const panel = useRef<PaperFeed>(null);
  return (
    <>
      <h1>Papers</h1>
      <output>{said}</output>
      <paper-feed
        ref={panel}
        src="papers.json"
        layout="compact"
        show="abstract authors"
        highlight="Ada Lovelace"
        page-size={1}
        with-code={false}
        className="papers"
        onpaper-feed-load={({ feed }) => setSaid(`${feed.papers.length} papers`)}
        onpaper-select={(event) => {
          event.preventDefault();
          setSaid(event.paper.title);
        }}
      >
        <p slot="footer">{panel.current?.status}</p>
      </paper-feed>
      <author-list authors="Ada Lovelace; Alan Turing" max="1" />
      <subscribe-form
        action="https://lab.example/newsletter"
        list="a; b"
        onsubscribe-submit={({ url }) => setSaid(url)}
      />
    </>
  );
}

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
