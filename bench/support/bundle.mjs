// @ts-check
/** Bundles what a page would load of ours or of a peer: minified, for production, without a server's code. */
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/**
 * @param {string} code of an ES module; what it imports is found from bench/
 * @param {Record<string, string>} [alias] packages that take the place of others
 * @returns {Promise<string>} one script
 */
export async function bundle(code, alias = {}) {
  const result = await build({
    stdin: { contents: code, resolveDir: fileURLToPath(new URL('..', import.meta.url)), loader: 'jsx' },
    bundle: true,
    alias,
    minify: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    jsx: 'automatic',
    define: {
      'process.env.NODE_ENV': '"production"',
      __VUE_OPTIONS_API__: 'false',
      __VUE_PROD_DEVTOOLS__: 'false',
      __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'false',
    },
    logLevel: 'error',
  });
  return result.outputFiles[0]?.text ?? '';
}
