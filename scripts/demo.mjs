// @ts-check
/** `npm run demo [-- --port N]`: builds everything and serves the demo pages until it is stopped. */
import { prerenderedDemo } from './prerendered-demo.mjs';
import { build, giveUp, root, setUp } from './setup.mjs';

setUp();
const { parseArgs } = await import('node:util');
const { preview } = await import('vite');

/** The port asked for; 0 lets the system choose a free one. */
function wantedPort() {
  try {
    const { values } = parseArgs({ options: { port: { type: 'string', default: '0' } } });
    const port = Number(values.port);
    if (Number.isInteger(port) && port >= 0 && port <= 65535) return port;
  } catch {
    // Said below, like a port that is no number.
  }
  return giveUp('Usage: npm run demo [-- --port N], N from 1 to 65535; without it a free port is taken.');
}

const port = wantedPort();
build();
try {
  const server = await preview({
    root,
    configFile: false,
    logLevel: 'error', // it would warn that builds go to the project's own folder, but nothing is built here
    appType: 'mpa',
    build: { outDir: '.' },
    plugins: [prerenderedDemo()],
    preview: { host: '127.0.0.1', port, strictPort: true },
  });
  const address = /** @type {import('node:net').AddressInfo} */ (server.httpServer.address());
  console.log(`\nThe demo is at\n\nhttp://localhost:${address.port}/demo/\n\nCtrl+C stops it.`);
  process.once('SIGINT', () => process.exit(0));
} catch (error) {
  giveUp(`The demo could not be served on port ${port}: ${error instanceof Error ? error.message : error}`);
}
