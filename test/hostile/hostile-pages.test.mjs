// @ts-check
/** All elements on pages that get in their way: they look and work as on a clean one, and leave the page as it was. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { engines, launchEngine, openPage, root, serveProject } from '../support/browser-page.mjs';
import { bundlePage } from '../support/page-bundle.mjs';
import { hostilePages, SCRIPT } from './hostile-pages.mjs';

/** @typedef {import('./hostile-pages.mjs').HostilePage} HostilePage */

const ATTRIBUTES = `src="/demo/papers.json" loading="eager" page-size="3" controls="search sort layout" lang="en"
  show="abstract authors organization date upvotes comments keywords links"`;

const AUTHORS = 'Ada Lovelace; Alan Turing; Emmy Noether; Grace Hopper; Mary Somerville';
/** Beside the panel: a card and names written by hand, and a form of either kind. */
const beside = (/** @type {Record<string, string>} */ hidden = {}) => `
  <section><paper-card heading="Note G" href="https://lab.example/note-g" authors="${AUTHORS}" published-at="1843-09"
    upvote-count="7" comment-count="2">It weaves algebraic patterns.</paper-card></section>
  <section>By <author-list authors="${AUTHORS}" max="2" highlight="A. Lovelace"></author-list></section>
  <section><subscribe-form service="json" action="/subscribe" badge consent="You may write to me."></subscribe-form></section>
  <section><subscribe-form service="json" action="/subscribe"><form method="post" action="/elsewhere">
    <p>Papers by <em>mail</em></p>
    <label>Email <input type="email" name="email" id="email" autocomplete="email" required></label>
    <label><input type="checkbox" name="topics" value="models"> Models</label>
    <label><input type="checkbox" name="topics" value="proofs"> Proofs</label>
    ${Object.entries(hidden)
      .map(([name, value]) => `<input type="hidden" name="${name}" value="${value}">`)
      .join('')}<button>Subscribe</button></form></subscribe-form></section>`;
const email = 'ada@lab.example';
/** What the two forms have to send. */
const bodies = (/** @type {Record<string, string>} */ hidden = {}) => [
  { email, consent: 'yes' },
  { email, topics: ['models', 'proofs'], ...hidden },
];

/** What the pages may read is theirs: a clean page with the same units. */
const clean = (like = '') => ({ title: 'a clean page', head: like });

const GREETING = `import { html, LitElement } from 'lit';
  customElements.define('page-greeting', class extends LitElement {
    render() { return html\`Good morning\`; }
  });`;

function markup(
  /** @type {HostilePage} */ { head = '', body = '', after: behind = '', isQuirky, attributes = '', hidden },
) {
  // The first of two attributes of a name counts.
  return `${isQuirky ? '' : '<!doctype html>'}<html lang="en"><head><title>A page</title>
    <link rel="icon" href="/demo/icon.svg"><script src="/test/hostile/page-probe.js"></script><script src="/test/hostile/beside-probe.js"></script>${head}</head>
    <body><h1>The page</h1><p>A <a href="#top">link</a> and <button>a button</button>.</p><ul><li>One</li></ul>
    <form><label>Name <input></label><select><option>One</option></select></form>
    ${body}<div id="box"><section><paper-feed ${attributes} ${ATTRIBUTES}></paper-feed></section>${beside(hidden)}</div>${behind}</body></html>`;
}

function assertMatches(/** @type {string[]} */ said, /** @type {RegExp[]} */ expected = []) {
  assert.equal(said.length, expected.length, said.join('\n'));
  expected.forEach((words, index) => assert.match(said[index] ?? '', words));
}

/** In what two looks differ, in words; a pixel is rounding. @returns {string[]} */
function differences(/** @type {any} */ there, /** @type {any} */ here, rounding = 1, path = '') {
  const [length, other] = [there, here].map((each) =>
    typeof each === 'number' ? each : /^-?[\d.]+px$/.test(String(each)) ? parseFloat(each) : NaN,
  );
  if (Math.abs(Number(length) - Number(other)) <= rounding) return [];
  if (Object(there) !== there || Object(here) !== here) {
    return Object.is(there, here) ? [] : [`${path} is ${here} instead of ${there}`];
  }
  const keys = new Set([...Object.keys(there), ...Object.keys(here)]);
  return [...keys].flatMap((key) => differences(there[key], here[key], rounding, `${path}/${key}`));
}

/** What a page leaves to compare of what is beside the panel. */
function comparable(
  /** @type {any} */ { besideLook, besideUse },
  /** @type {HostilePage} */ page,
  /** @type {boolean} */ isMute,
) {
  const { card, authors, forms, text } = besideLook;
  const { opened, sent } = besideUse;
  const ofCards = (/** @type {any} */ words) => (page.hasOtherCard ? { ...words, card: undefined } : words);
  return {
    card: page.hasOtherCard ? undefined : card,
    authors,
    forms: page.ownsForms ? undefined : forms,
    text: ofCards(text),
    opened: ofCards(opened),
    sent: isMute
      ? undefined
      : sent.flat().map((/** @type {any} */ each) => (page.ownsForms ? { ...each, place: undefined } : each)),
  };
}

for (const engine of ['chromium', 'firefox', 'webkit']) {
  describe(`hostile pages in ${engine}`, { skip: engines.skip(engine) }, () => {
    /** @type {import('puppeteer-core').Browser} */
    let browser;
    /** Scripts beside ours, by path. @type {Record<string, import('../support/browser-page.mjs').Page>} */
    let scripts;

    before(async () => {
      const type = 'text/javascript';
      const ours = readFileSync(`${root}${SCRIPT.slice(1)}`, 'utf8');
      const { version } = JSON.parse(readFileSync(`${root}package.json`, 'utf8'));
      scripts = {
        '/lit.js': { type, body: (await bundlePage(GREETING)).code },
        '/polymer-paper-card.js': { type, body: (await bundlePage("import '@polymer/paper-card';")).code },
        '/other-version.js': { type, body: ours.replaceAll(version, '9.9.9') },
        '/demo/icon.svg': { type: 'image/svg+xml', body: '<svg xmlns="http://www.w3.org/2000/svg"/>' },
      };
      browser = await launchEngine(engine);
    });
    after(() => browser.close());

    const isMute = (/** @type {HostilePage} */ { cannotSend = [] }) => cannotSend.includes(engine);

    /** Opens a page, loads the library into it, and looks at everything. */
    async function visit(/** @type {HostilePage} */ page) {
      const { isFramed, scripts: sources = [SCRIPT], headers } = page;
      const sandbox = page.cannotSend ? 'allow-scripts' : 'allow-scripts allow-forms';
      const frame = `<!doctype html><link rel="icon" href="/demo/icon.svg"><iframe sandbox="${sandbox}" width="900" height="900" src="/page.html"></iframe>`;
      /** @type {Record<string, string>} */
      const cors = isFramed ? { 'access-control-allow-origin': '*', 'access-control-allow-headers': '*' } : {};
      /** @type {string[]} */
      const posted = [];
      const served = {
        ...{ '/page.html': { body: markup(page), headers }, '/frame.html': { body: frame } },
        '/subscribe': { type: 'application/json', body: '{"ok":true}', posted },
      };
      const server = await serveProject({ ...scripts, ...served }, cors);
      const { page: tab, complaints } = await openPage(browser);
      await tab.setViewport({ width: 1000, height: 1000 });
      await tab.goto(`${server.origin}${isFramed ? '/frame.html' : '/page.html'}`);
      const target = isFramed ? (tab.frames()[1] ?? tab.mainFrame()) : tab.mainFrame();
      const inPage = (/** @type {Function | undefined} */ run) => run && target.evaluate(`(${run})()`);
      await inPage(page.prepare);
      await inPage(() => /** @type {any} */ (window).probe.lookBefore());
      const addresses = sources.map((src) => server.origin + src);
      await target.evaluate((each) => /** @type {any} */ (window).probe.loadLibrary(each), addresses);
      await inPage(page.act);
      const looked = await target.evaluate(
        async (patience) => {
          const { probe, beside } = /** @type {any} */ (window);
          for (const each of [probe, beside]) {
            await each.settle();
            each.measure();
            await each.settle();
          }
          return {
            look: probe.measure(),
            besideLook: beside.measure(),
            use: await probe.use(),
            besideUse: await beside.use(patience),
            errors: probe.errors.map((/** @type {Error} */ { message }) => message),
          };
        },
        isMute(page) ? 0 : 5000,
      );
      const isWorking = page.check ? await inPage(page.check) : true;
      const changes = await target.evaluate(() => /** @type {any} */ (window).probe.lookAfter());
      /** Only what scripts told the console, where nobody else says what it was told. @type {string[]} */
      const told = await target.evaluate(() => /** @type {any} */ (window).probe.complaints);
      const feedCount = server.requests.filter((path) => path === '/demo/papers.json').length;
      await tab.close();
      server.close();
      return {
        ...looked,
        isWorking,
        changes,
        complaints: engine === 'webkit' ? told : complaints,
        feedCount,
        posted: posted.map((each) => JSON.parse(each)),
      };
    }

    /** @type {Map<string, Promise<Awaited<ReturnType<typeof visit>>>>} */
    const cleanVisits = new Map();
    const visitClean = (like = '') => {
      const known = cleanVisits.get(like) ?? visit(clean(like));
      cleanVisits.set(like, known);
      return known;
    };

    it('leaves a clean page as it was', async () => {
      const { changes, complaints, errors, look, use, feedCount } = await visitClean();
      assert.deepEqual([changes, complaints, errors, feedCount], [[], [], [], 1]);
      // What the others are compared with is worth comparing.
      assert.equal(look.status, 'ready');
      assert.equal(look.cards.length, 3);
      assert.ok(Object.keys(look.frame).length >= 8 && Object.keys(look.cards[0]).length >= 8);
      assert.equal(use[0][1].length, 3);
      assert.deepEqual(use[1][1], []);
      assert.equal(use[3][1].length, 6);
      const { besideLook, besideUse, posted } = await visitClean();
      assert.ok(Object.keys(besideLook.card).length >= 7 && Object.keys(besideLook.authors).length === 2);
      assert.deepEqual(
        besideLook.forms.map((/** @type {any} */ form) => Object.keys(form.pieces).length),
        [8, 6],
      );
      assert.notEqual(besideUse.opened.card, besideLook.text.card);
      assert.notEqual(besideUse.opened.authors, besideLook.text.authors);
      for (const [empty, filled] of besideUse.sent) {
        assert.deepEqual([empty.said[0], empty.field], ['alert', ['', 'true']]);
        assert.deepEqual(filled.heard, ['subscribe-success received']);
        assert.match(filled.said.join(), /^status,Your sign-up was received/);
        assert.deepEqual(filled.field, ['', null]);
      }
      assert.deepEqual(posted, bodies());
    });

    for (const page of hostilePages) {
      it(`survives ${page.title}`, async () => {
        const [there, here] = [await visitClean(page.likeIn?.[engine] ?? page.like), await visit(page)];
        const rounding = page.roundingIn?.[engine];
        assert.deepEqual(differences(there.look, here.look, rounding), []);
        assert.deepEqual(differences(there.use, here.use), []);
        const [beside, besideHere] = [there, here].map((each) => comparable(each, page, isMute(page)));
        assert.deepEqual(differences(beside, besideHere, rounding ?? page.rounding), []);
        assert.deepEqual(here.posted, isMute(page) ? [] : bodies(page.hidden));
        assert.equal(here.isWorking, true);
        assertMatches(here.errors, page.errors);
        if (isMute(page)) {
          // The browser alone knows, and tells the console; the form claims nothing.
          const claims = here.besideUse.sent
            .flat()
            .flatMap((/** @type {any} */ { heard, said = [] }) => [...heard, ...said]);
          assert.deepEqual(claims, []);
          // Of Firefox WebDriver hears what scripts say, not what the browser says itself.
          if (engine === 'chromium') assert.ok(here.complaints.length > 0, 'the console was told nothing');
          assert.deepEqual(
            here.complaints.filter((/** @type {string} */ each) => !/sandbox/.test(each)),
            [],
          );
        } else assertMatches(here.complaints, page.warnings);
        // A library that comes after ours changes the page itself.
        if (page.scripts?.every((src) => src.startsWith(SCRIPT) || src === '/other-version.js') ?? true)
          assert.deepEqual(here.changes, []);
      });
    }
  });
}
