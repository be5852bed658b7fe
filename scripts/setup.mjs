// @ts-check
/** Makes a fresh checkout ready: checks Node's version, installs the dependencies. Uses nothing but Node's own modules. */
import { spawn, spawnSync } from 'node:child_process';
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

/** What starts npm. @returns {[command: string, args: string[], shell: boolean]} */
function npmCommand(/** @type {string[]} */ args) {
  const cli = process.env.npm_execpath ?? '';
  return cli.endsWith('npm-cli.js')
    ? [process.execPath, [cli, ...args], false]
    : ['npm', args, process.platform === 'win32'];
}

/** Runs npm in the project's folder; returns its exit code. */
export function npm(/** @type {string[]} */ ...args) {
  const [command, all, shell] = npmCommand(args);
  return spawnSync(command, all, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'], shell }).status ?? 1;
}

/**
 * Runs npm in the project's folder beside what else there is to do.
 * @returns {Promise<{ code: number, output: string }>} all that it said, too
 */
export function startNpm(/** @type {string[]} */ ...args) {
  const [command, all, shell] = npmCommand(args);
  const child = spawn(command, all, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], shell });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (/** @type {string} */ text) => (output += text));
  return new Promise((resolve) => {
    child.on('error', (error) => resolve({ code: 1, output: `${output}${error.message}\n` }));
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
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
