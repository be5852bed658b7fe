#!/usr/bin/env node
// @ts-check
/** `npx daily-papers check|render|snapshot`: finds the command, says how to call it, ends with its code. */
import { formatNames } from 'daily-papers/feed.js';
import { checkFeed } from './check.mjs';

const usage = `Usage: daily-papers check FILE|URL [--format NAME] [--all] [--json]
       daily-papers render --src URL… [ATTRIBUTES] > panel.html
       daily-papers snapshot --src URL… --out DIR [ATTRIBUTES]

check     says what <paper-feed src="…"> would show, and for each problem where it is, what was expected, and what was
          found. Ends with 1 when nothing can be shown.
  --format NAME  read it as ${formatNames.join(', ')}; else its shape decides
  --all          list all papers and problems, not only the first
  --json         the same for programs

render    writes a panel as HTML that can be read without JavaScript
snapshot  writes papers.json, feed.xml and panel.html, for a scheduled job

"daily-papers render --help" and "daily-papers snapshot --help" tell more.`;

/** @param {string} message @param {string} [about] @returns {never} */
function giveUp(message, about = usage) {
  console.error(`${message}\n\n${about}`);
  process.exit(2);
}

/** @typedef {import('./check.mjs').CheckOptions} CheckOptions */

/** @param {string[]} args */
function readArguments(args) {
  /** @type {CheckOptions} */
  const options = {};
  /** @type {string[]} */
  const names = [];
  for (let at = 0; at < args.length; at++) {
    const [arg = '', inline] = (args[at] ?? '').split(/=(.*)/s);
    if (arg === '--all') options.all = true;
    else if (arg === '--json') options.json = true;
    else if (arg === '--format') {
      const wanted = inline ?? args[++at];
      const name = formatNames.find((each) => each === wanted);
      if (!name) giveUp(`--format needs one of ${formatNames.join(', ')}.`);
      options.format = name;
    } else if (arg.startsWith('-')) giveUp(`There is no option ${arg}.`);
    else names.push(args[at] ?? '');
  }
  return { names, options };
}

/** @param {string[]} args */
async function check(args) {
  const { names, options } = readArguments(args);
  const [source, ...others] = names;
  if (!source || others.length) giveUp('check needs one file or address.');
  const { text, isShown } = await checkFeed(source, options);
  return { code: isShown ? 0 : 1, out: text };
}

const [command, ...args] = process.argv.slice(2);
const isHelp = process.argv.slice(2).some((arg) => arg === '--help' || arg === '-h');

if (command === 'render' || command === 'snapshot') {
  // Loaded only now: `check` need not wait for what draws panels.
  const { UsageError } = await import('./panel-options.mjs');
  const { run, usage: about } = command === 'render' ? await import('./render.mjs') : await import('./snapshot.mjs');
  if (isHelp) console.log(about);
  else {
    try {
      finish(await run(args));
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      giveUp(error.message, about);
    }
  }
} else if (isHelp) console.log(usage);
else if (command === 'check') finish(await check(args));
else giveUp(command ? `There is no command ${command}.` : 'What shall be done?');

/** @param {{ code: number, out?: string, err?: string }} outcome */
function finish({ code, out, err }) {
  if (err) console.error(err);
  if (out) console.log(out);
  process.exitCode = code;
}
