// @ts-check
/** A panel on pages that get in its way: it looks and works as on a clean one, and leaves the page as it was. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { engines, launchEngine, openPage, root, serveProject } from '../support/browser-page.mjs';
import { bundlePage } from '../support/page-bundle.mjs';
import { hostilePages, SCRIPT } from './hostile-pages.mjs';

/** @typedef {import('./hostile-pages.mjs').HostilePage} HostilePage */

const ATTRIBUTES = `src="/demo/papers.json" loading="eager" page-size="3" controls="search sort layout" lang="en"
  show="abstract authors organization date upvotes comments keywords links"`;

/** What the pages may read is theirs: a clean page with the same units. */
const clean = (like = '') => ({ title: 'a clean page', head: like });

const GREETING = `import { html, LitElement } from 'lit';
  customElements.define('page-greeting', class extends LitElement {
    render() { return html\`Good morning\`; }
  });`;

function markup(/** @type {HostilePage} */ { head = '', body = '', after: behind = '', isQuirky, attributes = '' }) {
  // The first of two attributes of a name counts.
  return `${isQuirky ? '' : '<!doctype html>'}<html lang="en"><head><title>A page</title>
    <link rel="icon" href="/demo/icon.svg"><script src="/test/hostile/page-probe.js"></script>${head}</head>
    <body><h1>The page</h1><p>A <a href="#top">link</a> and <button>a button</button>.</p><ul><li>One</li></ul>
    <form><label>Name <input></label><select><option>One</option></select></form>
    ${body}<div id="box"><paper-feed ${attributes} ${ATTRIBUTES}></paper-feed></div>${behind}</body></html>`;
}

function assertMatches(/** @type {string[]} */ said, /** @type {RegExp[]} */ expected = []) {
  assert.equal(said.length, expected.length, said.join('\n'));
  expected.forEach((words, index) => assert.match(said[index] ?? '', words));
}

/** In what two looks differ, in words; a pixel is rounding, also of zoomed lengths. @returns {string[]} */
function differences(/** @type {any} */ there, /** @type {any} */ here, path = '') {
  const [length, other] = [there, here].map((each) =>
    typeof each === 'number' ? each : /^-?[\d.]+px$/.test(String(each)) ? parseFloat(each) : NaN,
  );
  if (Math.abs(Number(length) - Number(other)) <= 1) return [];
  if (Object(there) !== there || Object(here) !== here) {
    return Object.is(there, here) ? [] : [`${path} is ${here} instead of ${there}`];
  }
  const keys = new Set([...Object.keys(there), ...Object.keys(here)]);
  return [...keys].flatMap((key) => differences(there[key], here[key], `${path}/${key}`));
}

for (const engine of ['chromium', 'firefox']) {
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

    /** Opens a page, loads the library into it, and looks at everything. */
    async function visit(/** @type {HostilePage} */ page) {
      const { isFramed, scripts: sources = [SCRIPT], headers } = page;
      const frame = `<!doctype html><link rel="icon" href="/demo/icon.svg"><iframe sandbox="allow-scripts" width="900" height="900" src="/page.html"></iframe>`;
      /** @type {Record<string, string>} */
      const cors = isFramed ? { 'access-control-allow-origin': '*' } : {};
      const server = await serveProject(
        { ...scripts, '/page.html': { body: markup(page), headers }, '/frame.html': { body: frame } },
        cors,
      );
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
      const looked = await target.evaluate(async () => {
        const { probe } = /** @type {any} */ (window);
        await probe.settle();
        probe.measure();
        await probe.settle();
        const look = probe.measure();
        return {
          look,
          use: await probe.use(),
          errors: probe.errors.map((/** @type {Error} */ { message }) => message),
        };
      });
      const isWorking = page.check ? await inPage(page.check) : true;
      const changes = await target.evaluate(() => /** @type {any} */ (window).probe.lookAfter());
      const feedCount = server.requests.filter((path) => path === '/demo/papers.json').length;
      await tab.close();
      server.close();
      return { ...looked, isWorking, changes, complaints, feedCount };
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
    });

    for (const page of hostilePages) {
      it(`survives ${page.title}`, async () => {
        const [there, here] = [await visitClean(page.like), await visit(page)];
        assert.deepEqual(differences(there.look, here.look), []);
        assert.deepEqual(differences(there.use, here.use), []);
        assert.equal(here.isWorking, true);
        assertMatches(here.errors, page.errors);
        assertMatches(here.complaints, page.warnings);
        // A library that comes after ours changes the page itself.
        if (page.scripts?.every((src) => src.startsWith(SCRIPT) || src === '/other-version.js') ?? true)
          assert.deepEqual(here.changes, []);
      });
    }
  });
}
