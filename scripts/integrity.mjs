// @ts-check
/**
 * `node scripts/integrity.mjs`: writes dist/cdn/integrity.json, the hash of each script for pages, and prints that of the
 * one that all pages load. With `integrity="…"` a browser runs exactly this file, or nothing.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Where vite has built the scripts for pages. */
const folder = fileURLToPath(new URL('../dist/cdn/', import.meta.url));

const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => file.endsWith('.js'))
  .sort();

const hashes = Object.fromEntries(
  files.map((file) => [
    file,
    `sha384-${createHash('sha384')
      .update(readFileSync(folder + file))
      .digest('base64')}`,
  ]),
);
writeFileSync(`${folder}integrity.json`, `${JSON.stringify(hashes, null, 2)}\n`);
console.log(`daily-papers.js has integrity="${hashes['daily-papers.js']}"; the others are in dist/cdn/integrity.json.`);
