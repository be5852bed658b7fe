// @ts-check
/** Whether the committed custom-elements.json is what the doc blocks say now. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { giveUp } from './setup.mjs';

const folder = mkdtempSync(join(tmpdir(), 'daily-papers-'));
/** @type {string} */
let fresh;
try {
  const cli = 'node_modules/@custom-elements-manifest/analyzer/cem.js';
  const config = 'custom-elements-manifest.config.mjs';
  const args = [cli, 'analyze', '--quiet', '--config', config, '--outdir', relative('.', folder)];
  execFileSync(process.execPath, args, { stdio: 'inherit' });
  fresh = readFileSync(join(folder, 'custom-elements.json'), 'utf8');
} finally {
  rmSync(folder, { recursive: true, force: true });
}
if (fresh !== readFileSync('custom-elements.json', 'utf8'))
  giveUp('custom-elements.json does not say what the doc blocks say: run `npm run manifest` and commit it.');
console.log('custom-elements.json is fresh.');
