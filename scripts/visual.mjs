// @ts-check
/**
 * `npm run test:visual [-- --update] [NAME …]`: compares pictures of the elements with those in test/visual/baselines.
 * What differs lies in .cache/visual afterwards. Another Chromium draws other pixels, and so does another system: there
 * every picture is skipped, by name.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { cases } from '../test/visual/cases.mjs';
import { compare, shrink } from '../test/visual/compare.mjs';
import { openStudio } from '../test/visual/studio.mjs';
import { root } from './setup.mjs';

const baselines = join(root, 'test/visual/baselines');
const output = join(root, '.cache/visual');
const drawnBy = join(baselines, 'drawn-by.json');

const { values, positionals } = parseArgs({
  options: { update: { type: 'boolean', default: false } },
  allowPositionals: true,
});
const names = positionals.length ? positionals : Object.keys(cases);

const studio = await openStudio();
const here = { chromium: studio.version.split('.')[0], system: `${process.platform} ${process.arch}` };

const failures = values.update ? await update() : isSameDrawer() ? await check() : 0;
await studio.close();
process.exitCode = failures ? 1 : 0;

function caseOf(/** @type {string} */ name) {
  const subject = cases[name];
  if (!subject) throw new Error(`No picture is called "${name}". There are: ${Object.keys(cases).join(', ')}.`);
  return subject;
}

async function update() {
  mkdirSync(baselines, { recursive: true });
  for (const file of readdirSync(baselines))
    if (file.endsWith('.png') && !(file.replace('.png', '') in cases)) rmSync(join(baselines, file));
  for (const name of names) {
    writeFileSync(join(baselines, `${name}.png`), shrink(await studio.take(caseOf(name))));
    console.log(`drawn: ${name}`);
  }
  writeFileSync(drawnBy, `${JSON.stringify(here, null, 2)}\n`);
  return 0;
}

function isSameDrawer() {
  const { chromium, system } = JSON.parse(readFileSync(drawnBy, 'utf8'));
  if (chromium === here.chromium && system === here.system) return true;
  const reason = `drawn by Chromium ${chromium} on ${system}, this is ${here.chromium} on ${here.system}`;
  for (const name of names) console.log(`skipped: ${name} (${reason})`);
  return false;
}

async function check() {
  rmSync(output, { recursive: true, force: true });
  mkdirSync(output, { recursive: true });
  let failed = 0;
  for (const name of names) {
    const actual = await studio.take(caseOf(name));
    const file = join(baselines, `${name}.png`);
    const result = existsSync(file)
      ? compare(actual, readFileSync(file))
      : /** @type {const} */ ({ isSame: false, reason: 'there is no picture to compare with', diff: undefined });
    console.log(result.isSame ? `same: ${name}` : `DIFFERENT: ${name}: ${result.reason}`);
    if (result.isSame) continue;
    failed += 1;
    writeFileSync(join(output, `${name}.png`), actual);
    if (result.diff) writeFileSync(join(output, `${name}.difference.png`), result.diff);
  }
  console.log(
    failed
      ? `${failed} of ${names.length} pictures differ; see .cache/visual. If that is meant: npm run test:visual -- --update`
      : `${names.length} pictures are as they were.`,
  );
  return failed;
}
