// @ts-check
/** Tables as Markdown: printed, and with `--save` kept in RESULTS.md under the suite's own heading. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { findChromium } from '../../scripts/browser.mjs';

const RESULTS = new URL('../RESULTS.md', import.meta.url);

/** What was measured on, in one line. */
export function machine() {
  const [cpu] = cpus();
  const browser = execFileSync(String(findChromium()), ['--version'], { encoding: 'utf8' }).trim().split(' built')[0];
  const memory = Math.round(totalmem() / 2 ** 30);
  return `${cpus().length} × ${cpu?.model.trim() || process.arch}, ${memory} GiB, ${process.platform}; ${browser}; Node ${process.version}`;
}

/**
 * @param {readonly string[]} head the first column is a name, the others are numbers
 * @param {readonly (readonly (string | number)[])[]} rows
 */
export function table(head, rows) {
  const line = (/** @type {readonly (string | number)[]} */ cells) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map((_, index) => (index ? '--:' : '---'))), ...rows.map(line)].join('\n');
}

/**
 * @param {string} suite
 * @param {string} command what runs it; the arguments that it was given are added
 * @param {readonly string[]} parts paragraphs and tables
 */
export function report(suite, command, parts) {
  const date = new Date().toISOString().slice(0, 10);
  const given = process.argv.slice(2).filter((argument) => argument !== '--save');
  const repeated = [command, ...(given.length ? ['--', ...given] : [])].join(' ');
  const text = `## ${suite}\n\n\`${repeated}\`, ${date}, on ${machine()}.\n\n${parts.join('\n\n')}\n`;
  console.log(text);
  if (!process.argv.includes('--save')) return;
  const head =
    '# Results\n\nMade by the commands named under each heading, with `--save`; see README.md for what is measured and how.\n\n';
  const before = existsSync(RESULTS) ? readFileSync(RESULTS, 'utf8') : head;
  const sections = before.split(/^(?=## )/m);
  const index = sections.findIndex((section) => section.startsWith(`## ${suite}\n`));
  if (index < 0) sections.push(text);
  else sections[index] = text;
  writeFileSync(RESULTS, `${sections.map((section) => section.trim()).join('\n\n')}\n`);
}
