/** How the package is built. `--mode lib`: one ES module per source file; `--mode cdn`: scripts for pages; else: the demo, live. */
import { readdirSync, readFileSync } from 'node:fs';
import { minifyHTMLLiterals } from 'minify-literals';
import { minify } from 'terser';
import { defineConfig, type Plugin, type UserConfig } from 'vite';
import { keepGlobalsOut } from './scripts/keep-globals-out.mjs';
import { leaveOut } from './scripts/leave-out.mjs';
import { ownObjects } from './scripts/own-objects.mjs';

interface Manifest {
  readonly version: string;
  readonly exports: Readonly<Record<string, string | { readonly default?: string }>>;
}

const manifest = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8')) as Manifest;
const target = 'es2022';

/** The languages besides English, by their tags. */
const languages = readdirSync(new URL('src/lang', import.meta.url)).map((file) => file.replace(/\.ts$/, ''));

const isLanguage = (path: string | null | undefined) => !!path?.includes('/src/lang/');
const isMathematics = (path: string | null | undefined) => !!path?.includes('/src/math/');

/** The sources behind the package's exports, so that package.json alone says what can be imported. */
const entries = Object.values(manifest.exports)
  .map((entry) => (typeof entry === 'string' ? entry : (entry.default ?? '')))
  .filter((path) => path.endsWith('.js') && !path.startsWith('./dist/cdn/'))
  .map((path) => path.replace('./dist/', 'src/').replace(/\.js$/, '.ts'))
  .flatMap((path) => (path.startsWith('src/lang/*') ? languages.map((tag) => path.replace('*', tag)) : path));

/** Takes white space and comments out of our html and css literals. */
const minifyTemplates = (): Plugin => ({
  name: 'minify-templates',
  apply: 'build',
  transform: {
    filter: { id: /\/src\/.*\.ts$/ },
    async handler(code, id) {
      const result = await minifyHTMLLiterals(code, { fileName: id });
      return result && { code: result.code, map: result.map?.toString() };
    },
  },
});

/**
 * Gives Lit's Trusted Types policy our own name. A page that lists its policies refuses a second one of the same name,
 * and then neither the page's own Lit nor ours would start.
 */
const renameTrustedTypesPolicy = (): Plugin => {
  let renamed = 0;
  return {
    name: 'rename-trusted-types-policy',
    apply: 'build',
    buildStart() {
      renamed = 0;
    },
    transform: {
      filter: { id: /\/lit-html\/lit-html\.js$/ },
      handler(code) {
        const replaced = code.replaceAll(/createPolicy\((["'`])lit-html\1/g, () => {
          renamed++;
          return 'createPolicy("daily-papers"';
        });
        return { code: replaced, map: null };
      },
    },
    buildEnd(error) {
      if (!error && renamed !== 1)
        this.error(
          `Lit's Trusted Types policy was found ${renamed} times, expected once: see how lit-html names it now.`,
        );
    },
  };
};

/** A language, or mathematics, adds to the one script, which is on the page already, and brings no copy of it. */
const additionsUseTheScript = (): Plugin => ({
  name: 'additions-use-the-script',
  apply: 'build',
  enforce: 'pre',
  resolveId(source, importer) {
    if (!source.startsWith('../')) return null;
    if (isLanguage(importer)) return { id: '../daily-papers.js', external: 'absolute' };
    return isMathematics(importer) ? { id: './daily-papers.js', external: 'absolute' } : null;
  },
});

/** Before Vite's own minifier: the two together are 1.3 % smaller than that alone, terser alone is between. */
const minifyWithTerser = (): Plugin => ({
  name: 'minify-with-terser',
  apply: 'build',
  async renderChunk(code) {
    const result = await minify(code, {
      module: true,
      ecma: 2020,
      sourceMap: true,
      compress: { passes: 3, keep_fargs: false },
      format: { comments: false },
    });
    return { code: result.code ?? code, map: result.map as string };
  },
});

const shortBanner = `/*! daily-papers ${manifest.version} | MIT */`;
const mathBanner = `/*! daily-papers ${manifest.version} | MIT | with Temml (MIT): see daily-papers.licenses.md */`;
const banner = `/*! daily-papers ${manifest.version} | MIT | with Lit (BSD-3-Clause) and zod (MIT): see daily-papers.licenses.md */`;

/** Most of the script runs while the page opens: Chromium then compiles it aside, see docs/decisions/0013. */
const compileAtOnce = '//# allFunctionsCalledOnLoad';

const bannerOf = (path: string | null) =>
  isLanguage(path) ? shortBanner : isMathematics(path) ? mathBanner : `${banner}\n${compileAtOnce}`;

const library: UserConfig = {
  publicDir: false,
  plugins: [minifyTemplates()],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    sourcemap: true,
    minify: false,
    target,
    lib: { entry: entries, formats: ['es'] },
    rolldownOptions: {
      external: /^(lit|@lit\/[^/]+|@lit-labs\/ssr|zod|temml)(\/|$)/,
      checks: { circularDependency: true },
      onLog(level, log, report) {
        if (log.code === 'CIRCULAR_DEPENDENCY') throw new Error(log.message);
        report(level, log);
      },
      output: {
        preserveModules: true,
        preserveModulesRoot: 'src',
        // The decorator helper would land in a folder named after the compiler's version.
        entryFileNames: ({ name }) => (name.includes('@oxc-project') ? 'shared/decorate.js' : '[name].js'),
      },
    },
  },
};

const cdn: UserConfig = {
  publicDir: false,
  // The same without its chemistry, which is a fifth of it.
  resolve: { alias: [{ find: /^temml$/, replacement: 'temml/temml.js' }] },
  plugins: [
    additionsUseTheScript(),
    minifyTemplates(),
    renameTrustedTypesPolicy(),
    keepGlobalsOut(),
    leaveOut(),
    ownObjects(),
    minifyWithTerser(),
  ],
  build: {
    outDir: 'dist/cdn',
    emptyOutDir: true,
    sourcemap: true,
    minify: false,
    target,
    license: { fileName: 'daily-papers.licenses.md' },
    lib: {
      entry: {
        'daily-papers': 'src/cdn.ts',
        'daily-papers-math': 'src/math/math.ts',
        ...Object.fromEntries(languages.map((tag) => [`lang/${tag}`, `src/lang/${tag}.ts`])),
      },
      formats: ['es'],
      fileName: (_format, name) => `${name}.js`,
    },
    // Vite leaves white space, and notes for bundlers, in ES libraries unless it is told here.
    rolldownOptions: {
      output: {
        minify: true,
        comments: { legal: true, annotation: false },
        postBanner: ({ facadeModuleId }) => bannerOf(facadeModuleId),
      },
      checks: { pluginTimings: false },
    },
  },
};

/** The demo pages load the built script; while developing they get its sources instead. */
const demo: UserConfig = {
  appType: 'mpa',
  server: { open: '/demo/' },
  plugins: [
    {
      name: 'sources-instead-of-built-script',
      apply: 'serve',
      configureServer({ middlewares }) {
        middlewares.use((request, _response, next) => {
          request.url = request.url
            ?.replace(/^\/dist\/cdn\/daily-papers\.js/, '/src/cdn.ts')
            .replace(/^\/dist\/cdn\/daily-papers-math\.js/, '/src/math/math.ts')
            .replace(/^\/dist\/cdn\/(lang\/[\w-]+)\.js/, '/src/$1.ts');
          next();
        });
      },
    },
  ],
};

export default defineConfig(({ mode }) => (mode === 'lib' ? library : mode === 'cdn' ? cdn : demo));
