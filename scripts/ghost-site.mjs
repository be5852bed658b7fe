// @ts-check
/** A real Ghost on this machine: installed from npm into a folder of its own, with sqlite, its mail kept here. */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { giveUp } from './setup.mjs';

/** The newest version that runs on Node 20. */
const GHOST = 'ghost@5.130.6';
const START_TIMEOUT_MS = 120_000;
const LOOPBACK = '127.0.0.1';

/** @typedef {{ to: string, text: string }} Mail */

/**
 * Runs a command to its end, or ends this process.
 * @param {string} folder @param {string} command @param {string[]} args
 */
function run(folder, command, ...args) {
  console.log(`  ${[command, ...args].join(' ')}`);
  const { status, stdout, stderr } = spawnSync(command, args, { cwd: folder, encoding: 'utf8' });
  if (status !== 0) giveUp(`${command} failed in ${folder}:\n${(stdout + stderr).slice(-3000)}`);
  return stdout;
}

/** Installs Ghost into a folder, unless it is there already; takes some minutes and half a gigabyte. */
export function installGhost(/** @type {string} */ folder) {
  const site = join(folder, 'package');
  const driver = join(site, 'node_modules/sqlite3');
  if (existsSync(join(driver, 'build/Release/node_sqlite3.node'))) return site;
  console.log(`Installing ${GHOST} …`);
  mkdirSync(folder, { recursive: true });
  run(folder, 'npm', 'pack', GHOST, '--silent');
  const archive = readdirSync(folder).find((file) => file.endsWith('.tgz')) ?? '';
  run(folder, 'tar', '-xzf', archive);
  const manifestFile = join(site, 'package.json');
  const manifest = JSON.parse(readFileSync(manifestFile, 'utf8'));
  // One of them is an archive on another host; none is needed.
  delete manifest.devDependencies;
  writeFileSync(manifestFile, JSON.stringify(manifest, null, 2));
  run(site, 'npm', 'install', '--omit=dev', '--legacy-peer-deps', '--ignore-scripts', '--no-audit', '--no-fund');
  // Its install script would download a binary; the sources are in the package, the headers beside Node.
  const npm = join(run(folder, 'npm', 'root', '-g').trim(), 'npm');
  const nodeGyp = join(realpathSync(npm), 'node_modules/node-gyp/bin/node-gyp.js');
  const nodeFolder = dirname(dirname(realpathSync(process.execPath)));
  run(driver, process.execPath, nodeGyp, 'rebuild', `--nodedir=${nodeFolder}`);
  return site;
}

/** @param {import('node:net').Server} server @returns {Promise<number>} its port */
const listen = (server) =>
  new Promise((resolve) =>
    server.listen(0, LOOPBACK, () => resolve(/** @type {import('node:net').AddressInfo} */ (server.address()).port)),
  );

async function freePort() {
  const server = createServer();
  const port = await listen(server);
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** A mail server that says yes to everything and keeps the mails. */
export async function startMailSink() {
  /** @type {Mail[]} */
  const mails = [];
  /** @type {Set<() => void>} */
  const watchers = new Set();
  const server = createServer((socket) => {
    let buffer = '';
    let to = '';
    let isData = false;
    const say = (/** @type {string} */ line) => socket.write(`${line}\r\n`);
    say('220 sink');
    socket.setEncoding('utf8').on('error', () => {});
    socket.on('data', (chunk) => {
      buffer += chunk;
      for (;;) {
        const end = isData ? buffer.indexOf('\r\n.\r\n') : buffer.indexOf('\r\n');
        if (end < 0) return;
        const line = buffer.slice(0, end);
        buffer = buffer.slice(end + (isData ? 5 : 2));
        if (isData) {
          isData = false;
          mails.push({ to, text: plainTextOf(line) });
          for (const tell of watchers) tell();
          say('250 kept');
        } else if (/^data$/i.test(line)) {
          isData = true;
          say('354 go on');
        } else {
          to = /^rcpt to:<(.*?)>/i.exec(line)?.[1] ?? to;
          say(/^quit/i.test(line) ? '221 bye' : '250 sink');
        }
      }
    });
  });
  return {
    mails,
    port: await listen(server),
    /** The next mail to an address, also when it is there already. @returns {Promise<Mail>} */
    mailTo: (/** @type {string} */ address) =>
      new Promise((resolve) => {
        const look = () => {
          const mail = mails.find(({ to }) => to === address);
          if (!mail) return;
          watchers.delete(look);
          resolve(mail);
        };
        watchers.add(look);
        look();
      }),
    close: () => server.close(),
  };
}

/** The text of a mail, without its HTML twin. */
function plainTextOf(/** @type {string} */ mail) {
  const part = /content-type: text\/plain[^]*?\r\n\r\n([^]*?)\r\n--/i.exec(mail);
  const body = part?.[1] ?? mail;
  return /transfer-encoding: base64/i.test(part?.[0] ?? '')
    ? Buffer.from(body, 'base64').toString('utf8')
    : body.replace(/=\r\n/g, '').replace(/=([\dA-F]{2})/g, (_, hex) => String.fromCharCode(parseInt(hex, 16)));
}

/**
 * Starts the site with a fresh database.
 *
 * @param {string} site folder of the installed package
 * @param {{ mailPort: number, isLimited?: boolean }} options `isLimited`: with the site's own limit on tries
 */
export async function startGhost(site, { mailPort, isLimited = false }) {
  const port = await freePort();
  const origin = `http://${LOOPBACK}:${port}`;
  const database = join(site, `content/data/test-${port}.db`);
  const unlimited = { freeRetries: 10_000, minWait: 1, maxWait: 1, lifetime: 1 };
  const config = {
    url: origin,
    server: { host: LOOPBACK, port },
    database: { client: 'sqlite3', connection: { filename: database }, useNullAsDefault: true },
    mail: {
      from: 'site@lab.example',
      transport: 'SMTP',
      options: { host: LOOPBACK, port: mailPort, secure: false, ignoreTLS: true },
    },
    logging: { transports: ['stdout'], level: 'error' },
    verifyRequestIntegrity: true,
    ...(isLimited ? {} : { spam: { member_login: unlimited } }),
    privacy: {
      useUpdateCheck: false,
      useGravatar: false,
      useRpcPing: false,
      useStructuredData: false,
    },
  };
  writeFileSync(join(site, 'config.development.json'), JSON.stringify(config, null, 2));
  const ghost = spawn(process.execPath, ['index.js'], {
    cwd: site,
    env: { ...process.env, NODE_ENV: 'development' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let log = '';
  for (const stream of [ghost.stdout, ghost.stderr]) stream.setEncoding('utf8').on('data', (chunk) => (log += chunk));
  const isEnded = new Promise((resolve) => ghost.on('exit', resolve));
  const deadline = Date.now() + START_TIMEOUT_MS;
  for (;;) {
    const isUp = await fetch(`${origin}/members/api/integrity-token/`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (isUp) break;
    if (ghost.exitCode !== null || Date.now() > deadline) giveUp(`Ghost did not start:\n${log.slice(-3000)}`);
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  return {
    origin,
    log: () => log,
    async stop() {
      ghost.kill();
      await isEnded;
    },
  };
}
