import { expect } from '@open-wc/testing';
import { cachedFeed, loadFeed } from '../../src/feed/load-feed.js';
import { serve } from '../support/faults.js';
import { feedText } from '../support/feed-texts.js';
import { closePages, openPage } from '../support/pages.js';
import { feedErrorOf } from '../support/settled.js';

const PREFIX = 'daily-papers:feed:';
const HOUR_MS = 60 * 60 * 1000;
const stores = { session: sessionStorage, local: localStorage } as const;
const names = ['session', 'local'] as const;

const ourKeys = (storage: Storage) => Object.keys(storage).filter((key) => key.startsWith(PREFIX));
/** An entry as if it had been saved at another time. */
const dated = (entry: string, at: number) => entry.replace(/^.*/, new Date(at).toISOString());
const titleOf = (feed: ReturnType<typeof cachedFeed>) => feed?.papers[0]?.title;

/** Loads a feed of which this page then knows, and which the storage may keep. */
async function load(title: string, cache: 'memory' | 'session' | 'local' = 'local'): Promise<string> {
  const source = await serve({ body: feedText(title) });
  await loadFeed(source.url, { cache });
  return source.url;
}

describe('the last good answer', () => {
  const { now } = Date;
  const getter = Object.getOwnPropertyDescriptor(window, 'localStorage')!;

  afterEach(() => {
    Object.defineProperty(window, 'localStorage', getter);
    closePages();
    sessionStorage.clear();
    localStorage.clear();
  });

  describe('in memory', () => {
    it('is there at once, with the time of the answer', async () => {
      const source = await serve({ body: feedText('Note G') });
      expect(cachedFeed(source.url)).to.equal(undefined);
      const feed = await loadFeed(source.url);
      expect(cachedFeed(source.url)).to.equal(feed);
      expect(await source.requests()).to.have.length(1);
    });

    it('stays when a later answer is an error, and gives way to a later good one', async () => {
      const source = await serve({ body: feedText('old') }, { status: 404 }, { body: feedText('new') });
      await loadFeed(source.url);
      await feedErrorOf(loadFeed(source.url));
      expect(titleOf(cachedFeed(source.url))).to.equal('old');
      await loadFeed(source.url);
      expect(titleOf(cachedFeed(source.url))).to.equal('new');
    });

    it('belongs to its format', async () => {
      const url = await load('Note G', 'memory');
      expect(cachedFeed(url, { format: 'openalex' })).to.equal(undefined);
      expect(titleOf(cachedFeed(url, { format: 'auto' }))).to.equal('Note G');
    });

    it('is forgotten when twenty others have been loaded since', async () => {
      const first = await load('first', 'memory');
      const second = await load('second', 'memory');
      await loadFeed(first);
      for (let index = 0; index < 19; index++) await load('other', 'memory');
      expect(cachedFeed(second)).to.equal(undefined);
      expect(titleOf(cachedFeed(first))).to.equal('first');
    });

    it('leaves nothing on the device', async () => {
      const url = await load('Note G', 'memory');
      await loadFeed((await serve({ body: feedText('Note G') })).url);
      expect([localStorage.length, sessionStorage.length]).to.deep.equal([0, 0]);
      expect((await openPage()).cachedFeed(url, { cache: 'local' })).to.equal(undefined);
    });

    it('is none for an address that must not be asked', () => {
      expect(cachedFeed('javascript:[]')).to.equal(undefined);
    });
  });

  for (const cache of names) {
    describe(`in ${cache} storage`, () => {
      const storage = stores[cache];

      it('is there on the next page, as old as it is, but only for those who ask for it', async () => {
        const before = now();
        const url = await load('Note G', cache);
        const page = await openPage();
        page.window.Date.now = () => now() + 23 * HOUR_MS;
        expect(page.cachedFeed(url)).to.equal(undefined);
        const feed = page.cachedFeed(url, { cache });
        expect(titleOf(feed)).to.equal('Note G');
        expect(feed?.format).to.equal('json-feed');
        expect(Date.parse(feed!.fetchedAt)).to.be.within(before, now());
        expect(page.cachedFeed(url, { cache }), 'parsed once').to.equal(feed);
      });

      it('is written once for a thousand callers', async () => {
        const source = await serve({ body: feedText('Note G') });
        const { setItem } = Storage.prototype;
        let writes = 0;
        Storage.prototype.setItem = function (...args) {
          writes++;
          setItem.apply(this, args);
        };
        await Promise.all(Array.from({ length: 1000 }, () => loadFeed(source.url, { cache })));
        Storage.prototype.setItem = setItem;
        expect(writes).to.equal(1);
      });

      it('resolves addresses as the answer did', async () => {
        const body = JSON.stringify({ version: '1.1', items: [{ id: '1', title: 'Note G', url: 'g.html' }] });
        const source = await serve({ body });
        const { papers } = await loadFeed(source.url, { cache });
        const page = await openPage();
        expect(page.cachedFeed(source.url, { cache })?.papers[0]?.url).to.equal(papers[0]?.url);
      });

      const poison: [title: string, change: (entry: string) => string][] = [
        ['empty', () => ''],
        ['not ours', () => '{"papers":[]}'],
        ['cut off', (entry) => entry.slice(0, -20)],
        ['no JSON', (entry) => entry.replace(/\{[^]*/, 'papers')],
        ['no feed', (entry) => entry.replace(/\{[^]*/, '{"error":"no"}')],
        ['without a time', (entry) => entry.replace(/^.*/, 'soon')],
        ['from the future', (entry) => dated(entry, Date.now() + HOUR_MS)],
        ['from beyond time', (entry) => entry.replace(/^.*/, '+999999-01-01T00:00:00.000Z')],
        ['more than a day old', (entry) => dated(entry, Date.now() - 25 * HOUR_MS)],
        ['too large', (entry) => entry + ' '.repeat(1_000_001)],
      ];
      for (const [title, change] of poison) {
        it(`is thrown away when it is ${title}`, async () => {
          const url = await load('Note G', cache);
          const [key = ''] = ourKeys(storage);
          storage.setItem(key, change(storage.getItem(key)!));
          expect((await openPage()).cachedFeed(url, { cache })).to.equal(undefined);
          expect(ourKeys(storage)).to.deep.equal([]);
        });
      }

      it('lets no address through that the network could not bring', async () => {
        const url = await load('Note G', cache);
        const [key = ''] = ourKeys(storage);
        const items = [{ id: '1', title: '<b>Note</b>', url: 'javascript:alert(1)', image: 'data:text/html,x' }];
        const text = JSON.stringify({ version: '1.1', items, next_url: 'file:///etc/passwd' });
        storage.setItem(key, storage.getItem(key)!.replace(/\n[^\n]*\n\{[^]*/, `\njavascript:alert(2)\n${text}`));
        const feed = (await openPage()).cachedFeed(url, { cache });
        expect(feed?.papers).to.have.length(1);
        expect(JSON.stringify(feed)).to.not.match(/javascript:|data:|file:/);
      });

      it('is not used when the clock has gone back', async () => {
        const url = await load('Note G', cache);
        const page = await openPage();
        page.window.Date.now = () => now() - HOUR_MS;
        expect(page.cachedFeed(url, { cache })).to.equal(undefined);
      });
    });
  }

  describe('in a storage that is short of room', () => {
    async function expectOldestGone(hours: readonly number[]): Promise<void> {
      localStorage.setItem('cart', 'full');
      const big = 'x'.repeat(400_000);
      const time = now();
      const urls: string[] = [];
      for (const hour of hours) {
        const source = await serve({ body: feedText(`${hour} ${big}`) });
        await loadFeed(source.url, { cache: 'local' });
        const key = ourKeys(localStorage).find((each) => each.includes(`${source.url}`))!;
        localStorage.setItem(key, dated(localStorage.getItem(key)!, time - hour * HOUR_MS));
        urls.push(source.url);
      }
      const kept = (url: string) => ourKeys(localStorage).some((key) => key.endsWith(url));
      expect(urls.map(kept)).to.deep.equal(hours.map((hour) => hour < 3));
      expect(localStorage.getItem('cart')).to.equal('full');
    }

    it('gives up the oldest of ours first, and nothing of the page', () => expectOldestGone([3, 2, 1]));

    it('knows the oldest by its time, wherever it stands', () => expectOldestGone([2, 3, 1]));

    it('does not count what is written anew twice', async () => {
      const other = await load(`other ${'x'.repeat(300_000)}`);
      const source = await serve({ body: feedText(`one ${'x'.repeat(400_000)}`) });
      for (let times = 0; times < 2; times++) await loadFeed(source.url, { cache: 'local' });
      expect(ourKeys(localStorage).some((key) => key.endsWith(other))).to.equal(true);
      expect(ourKeys(localStorage)).to.have.length(2);
    });

    it('keeps none that is too old', async () => {
      const old = await load('old');
      const [key = ''] = ourKeys(localStorage);
      localStorage.setItem(key, dated(localStorage.getItem(key)!, now() - 25 * HOUR_MS));
      const other = await load('other');
      await load('last');
      const keys = ourKeys(localStorage).join();
      expect(keys).to.contain(other).and.not.contain(`${old},`);
      expect(ourKeys(localStorage)).to.have.length(2);
    });

    it('does without an answer that is too long', async () => {
      const kept = await load('Note G');
      const url = await load('x'.repeat(1_000_000));
      expect(titleOf(cachedFeed(url))).to.have.length.above(0);
      expect(ourKeys(localStorage)).to.have.length(1);
      expect(ourKeys(localStorage)[0]).to.contain(kept);
    });

    it('takes the room of our own when the page has filled the rest', async () => {
      const url = await load(`old ${'x'.repeat(200_000)}`);
      let filler = 'y'.repeat(1 << 20);
      for (let index = 0; filler; index++) {
        try {
          localStorage.setItem(`filler-${index}`, filler);
        } catch {
          filler = filler.slice(filler.length / 2 + 1);
        }
      }
      const next = await load(`new ${'x'.repeat(100_000)}`);
      const page = await openPage();
      expect(page.cachedFeed(url, { cache: 'local' })).to.equal(undefined);
      expect(titleOf(page.cachedFeed(next, { cache: 'local' }))).to.match(/^new/);
      expect(localStorage.getItem('filler-0')).to.have.length(1 << 20);
    });
  });

  it('is kept in memory where storage is denied, and loading goes on', async () => {
    Object.defineProperty(window, 'localStorage', {
      configurable: true,
      get() {
        throw new DOMException('denied', 'SecurityError');
      },
    });
    const source = await serve({ body: feedText('Note G') });
    expect(cachedFeed(source.url, { cache: 'local' })).to.equal(undefined);
    const feed = await loadFeed(source.url, { cache: 'local' });
    expect(cachedFeed(source.url, { cache: 'local' })).to.equal(feed);
  });
});
