// @ts-check
/** What a page downloads: our files beside the files of peers. */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { bundle } from './support/bundle.mjs';
import { report, table } from './support/report.mjs';

const here = new URL('.', import.meta.url);
const read = (/** @type {string} */ path) => readFileSync(new URL(path, here), 'utf8');
const kB = (/** @type {number} */ bytes) => (bytes / 1000).toFixed(1);

const row = (/** @type {string} */ name, /** @type {string} */ text) => {
  const bytes = Buffer.from(text);
  return [name, kB(bytes.length), kB(gzipSync(bytes, { level: 9 }).length), kB(brotliCompressSync(bytes).length)];
};

/** Feed and card alone, and everything, as the size gate builds them, whether it is content or not. */
const { stdout: gate, stderr } = spawnSync(process.execPath, ['scripts/size.mjs'], {
  cwd: new URL('..', here),
  encoding: 'utf8',
});
const ours = [...gate.matchAll(/^(.+): (\d+) bytes brotli, (\d+) gzip, (\d+) plain$/gm)].map(
  ([, name, brotli, gzip, plain]) => [`ours: ${name}`, ...[plain, gzip, brotli].map((value) => kB(Number(value)))],
);
if (!ours.length) throw new Error(`scripts/size.mjs says nothing of sizes: ${stderr}`);
const extra = '../dist/cdn/daily-papers-math.js';
if (existsSync(new URL(extra, here))) ours.push(row('ours: daily-papers-math.js, optional', read(extra)));
for (const file of readdirSync(new URL('../dist/cdn/lang/', here)).filter((name) => name.endsWith('.js')))
  ours.push(row(`ours: lang/${file}`, read(`../dist/cdn/lang/${file}`)));

const modules = 'node_modules';
const peers = [
  row('bsky-embed, as its guide loads it: not minified', read(`${modules}/bsky-embed/dist/bsky-embed.es.js`)),
  row('@tryghost/signup-form', read(`${modules}/@tryghost/signup-form/umd/signup-form.min.js`)),
  row(
    'mastodon-embed-timeline, script and style',
    read(`${modules}/@idotj/mastodon-embed-timeline/dist/mastodon-timeline.umd.js`) +
      read(`${modules}/@idotj/mastodon-embed-timeline/dist/mastodon-timeline.min.css`),
  ),
  row('giscus, with Lit; its application comes in a frame', await bundle(`import 'giscus'`)),
  row('react + react-dom', await bundle(`export * from 'react'; export * from 'react-dom/client'`)),
  row('vue, with its custom elements', await bundle(`export { createApp, h, defineCustomElement } from 'vue'`)),
  row('preact', await bundle(`export { h, render } from 'preact'`)),
  row('lit', await bundle(`export * from 'lit'`)),
];

report('Size', 'npm run size', [
  'In kB (1,000 bytes), minified unless it says otherwise.',
  table(['file', 'raw', 'gzip 9', 'brotli 11'], [...ours, ...peers]),
]);
