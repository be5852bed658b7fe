// @ts-check
/**
 * `npm run test:reproducible`: whether anybody who builds this source gets the package that was published, byte by byte.
 * Installs a copy of the project as the lock file says, builds and packs it twice in folders of different names, with
 * another time zone and language, and compares the packages. Takes a minute or two. `--against FILE.tgz`
 * compares with a package that is there already, such as the one from the registry.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { root, setUp } from './setup.mjs';

const FOREIGN = { TZ: 'Pacific/Kiritimati', LANG: 'de_DE.UTF-8', LC_ALL: 'de_DE.UTF-8' };

/** Runs npm and gives its output, or ends with what it said. */
function npm(/** @type {string} */ cwd, /** @type {string[]} */ args, env = {}) {
  const { status, stdout, stderr } = spawnSync('npm', args, {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, ...env },
    shell: process.platform === 'win32',
  });
  if (status !== 0) throw new Error(`npm ${args.join(' ')} ended with ${status}:\n${stdout}\n${stderr}`);
  return stdout;
}

/** Copies what git knows of, changes that are not committed included. */
function copyProject(/** @type {string} */ target) {
  const list = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { cwd: root });
  for (const file of list.toString().split('\0').filter(Boolean)) {
    if (!existsSync(join(root, file))) continue;
    mkdirSync(dirname(join(target, file)), { recursive: true });
    copyFileSync(join(root, file), join(target, file));
  }
}

const sha256 = (/** @type {Buffer} */ bytes) => createHash('sha256').update(bytes).digest('hex');

/** The hash of each file in a package. @param {string} tarball @returns {Map<string, string>} */
function unpack(tarball, /** @type {string} */ folder) {
  mkdirSync(folder);
  execFileSync('tar', ['-xzf', tarball, '-C', folder]);
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = files.map(({ parentPath, name }) => join(parentPath, name));
  return new Map(paths.sort().map((path) => [path.slice(folder.length + 1), sha256(readFileSync(path))]));
}

/** Builds and packs the project in a folder. @returns {string} the package */
function buildIn(/** @type {string} */ folder, /** @type {string} */ target, env = {}) {
  mkdirSync(target);
  rmSync(join(folder, 'dist'), { recursive: true, force: true });
  npm(folder, ['run', '--silent', 'build'], env);
  npm(folder, ['pack', '--ignore-scripts', '--pack-destination', target], env);
  return join(target, readdirSync(target)[0] ?? '');
}

setUp();
const option = process.argv.indexOf('--against');
const published = option < 0 ? undefined : process.argv[option + 1];
const workshop = mkdtempSync(join(tmpdir(), 'daily-papers-twice-'));
try {
  const first = join(workshop, 'first');
  const second = join(workshop, 'a folder of another name', 'second');
  copyProject(first);
  npm(first, ['ci', '--include=dev', '--ignore-scripts', '--prefer-offline', '--loglevel=error']);
  const packages = [buildIn(first, join(workshop, '1'))];
  if (published) packages.push(published);
  else {
    mkdirSync(dirname(second));
    renameSync(first, second);
    packages.push(buildIn(second, join(workshop, '2'), FOREIGN));
  }
  const [one = new Map(), other = new Map()] = packages.map((each, index) =>
    unpack(each, join(workshop, `files-${index}`)),
  );
  const names = [...new Set([...one.keys(), ...other.keys()])];
  const different = names.filter((name) => one.get(name) !== other.get(name));
  for (const name of different) console.error(`differs: ${name}`);
  const [hash, otherHash] = packages.map((each) => sha256(readFileSync(each)));
  // Modes and order count as well, where both were packed by the same npm.
  const isSame = !different.length && (published !== undefined || hash === otherHash);
  if (!different.length && !isSame) console.error('The files are the same, but the packages around them differ.');
  console.log(`${names.length} files built twice, ${different.length} differ; sha256 of the package: ${hash}`);
  process.exitCode = isSame ? 0 : 1;
} finally {
  rmSync(workshop, { recursive: true, force: true });
}
