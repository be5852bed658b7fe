// @ts-check
/** The browser's tests. BROWSERS=chromium,firefox,webkit chooses where they run; Chromium alone when it is not set. */
import { fileURLToPath } from 'node:url';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { a11ySnapshotPlugin } from '@web/test-runner-commands/plugins';
import { chromeLauncher, puppeteerCore } from '@web/test-runner-chrome';
import { chromiumArgs, findChromium, findFirefox, withoutOrientation } from './scripts/browser.mjs';
import { webKitGtkLauncher } from './scripts/webkitgtk.mjs';
import { serveFaults } from './test/support/fault-server.js';
import { serveSharedFiles } from './test/support/serve-shared-files.mjs';
import { serveSubscribeStubs } from './test/support/subscribe-stubs.mjs';

// West of Greenwich: a date of UTC that is drawn in local time shows the day before, and its test fails.
export const browserEnv = { ...process.env, TZ: 'America/Los_Angeles', LANGUAGE: 'en_US' };

/**
 * Puppeteer's `networkEnabled` is off: nobody listens to its events about requests, and sending them took Firefox
 * half of its time.
 * @type {Record<string, () => import('@web/test-runner').BrowserLauncher>}
 */
const launchers = {
  chromium: () =>
    chromeLauncher({
      launchOptions: { executablePath: findChromium(), args: chromiumArgs, env: browserEnv, networkEnabled: false },
    }),
  firefox: () =>
    chromeLauncher({
      // Puppeteer drives a stock Firefox too, over WebDriver BiDi.
      puppeteer: puppeteerCore,
      createPage: async ({ context }) => withoutOrientation(await context.newPage()),
      launchOptions: {
        browser: 'firefox',
        executablePath: findFirefox(),
        headless: true,
        env: browserEnv,
        networkEnabled: false,
      },
    }),
  webkit: () => webKitGtkLauncher(browserEnv),
};

const browsers = (process.env.BROWSERS ?? 'chromium').split(',').map((name) => {
  const launcher = launchers[name];
  if (!launcher) throw new Error(`BROWSERS knows ${Object.keys(launchers).join(', ')}, but not "${name}".`);
  return launcher();
});

/** @type {import('@web/test-runner').TestRunnerConfig} */
export default {
  files: 'test/**/*.test.ts',
  browsers,
  nodeResolve: { exportConditions: ['development', 'browser'] },
  plugins: [
    // The one command for tests that the runner does not bring along.
    a11ySnapshotPlugin(),
    // esbuild learns of the legacy decorators from tsconfig.json only
    esbuildPlugin({ ts: true, target: 'es2022', tsconfig: fileURLToPath(new URL('tsconfig.json', import.meta.url)) }),
  ],
  // What tests talk to: captured feeds, a server that fails on demand, and newsletter services.
  middleware: [serveSharedFiles, serveFaults, serveSubscribeStubs],
  filterBrowserLogs: ({ args }) => !String(args[0]).startsWith('Lit is in dev mode'),
  // Long, for slow and busy machines: no test waits for it unless it fails.
  testFramework: { config: { timeout: 15_000 } },
  coverageConfig: { include: ['src/**/*.ts'], reportDir: 'coverage' },
};
