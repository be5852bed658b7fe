// @ts-check
/** What a bundler makes of a page's own script that imports packages, this one among them. */
import { join } from 'node:path';
import { build } from 'vite';
import { root } from './browser-page.mjs';

const ENTRY = 'virtual:page';
const FILE = join(root, 'page.js');

/**
 * @param {string} source of an ES module; it imports as from the project's folder
 * @param {{ minify?: boolean }} [options]
 * @returns {Promise<{ code: string, modules: string[] }>} the one script, and the files that left something in it
 */
export async function bundlePage(source, { minify = false } = {}) {
  const result = await build({
    root,
    configFile: false,
    logLevel: 'error',
    plugins: [
      {
        name: 'page',
        enforce: 'pre',
        resolveId: (id) => (id === ENTRY ? FILE : null),
        load: (id) => (id === FILE ? source : null),
      },
    ],
    build: { write: false, minify, rolldownOptions: { input: ENTRY, preserveEntrySignatures: 'strict' } },
  });
  const output = Array.isArray(result) ? result[0] : result;
  if (!output || !('output' in output)) throw new Error('Nothing was built.');
  const [chunk] = output.output;
  return { code: chunk.code, modules: Object.keys(chunk.modules).filter((id) => chunk.modules[id]?.renderedLength) };
}
