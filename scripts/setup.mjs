// @ts-check
/** Makes a fresh checkout ready: checks Node's version, installs the dependencies. Uses nothing but Node's own modules. */
import { spawnSync } from 'node:child_process';
import { lstatSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the project. */
export const root = fileURLToPath(new URL('..', import.meta.url));

/** Ends the process with one sentence for the person who started it. @returns {never} */
export function giveUp(/** @type {string} */ sentence) {
  console.error(sentence);
  process.exit(1);
}

/** Runs npm in the project's folder; returns its exit code. */
export function npm(/** @type {string[]} */ ...args) {
  const cli = process.env.npm_execpath ?? '';
  /** @type {import('node:child_process').SpawnSyncOptions} */
  const options = { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] };
  const result = cli.endsWith('npm-cli.js')
    ? spawnSync(process.execPath, [cli, ...args], options)
    : spawnSync('npm', args, { ...options, shell: process.platform === 'win32' });
  return result.status ?? 1;
}

/** The versions that the build tools support. */
function isSupported(/** @type {string} */ version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return (major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major > 22;
}

const changedAt = (/** @type {string} */ file) => statSync(join(root, file), { throwIfNoEntry: false })?.mtimeMs ?? 0;

/** Whether the installed packages are those of the lock file. npm writes the inner file last, when all went well. */
const isInstalled = () => changedAt('node_modules/.package-lock.json') >= changedAt('package-lock.json');

/** Leaves the project ready to build, or ends the process with a sentence that says what is missing. */
export function setUp() {
  if (!isSupported(process.versions.node))
    giveUp(`This needs Node 20.19, 22.12 or newer; you have ${process.versions.node}. Get one at https://nodejs.org.`);
  process.chdir(root);
  if (isInstalled()) return;
  // npm would empty the folder that the link leads to.
  if (lstatSync('node_modules', { throwIfNoEntry: false })?.isSymbolicLink())
    giveUp(
      'The node_modules here is a link to another folder, older than package-lock.json: install there, or remove the link.',
    );
  console.log('Installing the dependencies …');
  if (npm('ci', '--include=dev', '--loglevel=error') !== 0)
    giveUp('The dependencies could not be installed; npm says above why.');
}

/** Builds dist/, or ends the process; the tools have said why by then. */
export function build() {
  console.log('Building …');
  if (npm('run', '--silent', 'build:dist') !== 0) giveUp('The build failed.');
}
