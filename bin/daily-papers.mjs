#!/usr/bin/env node
// @ts-check
/** `npx daily-papers check FILE|URL`: what a feed would show on a page, and what in it cannot be shown. */
import { checkFeed } from './check.mjs';
import { formatNames } from 'daily-papers/feed.js';

const usage = `Usage: daily-papers check FILE|URL [--format NAME] [--all] [--json]

Says what <paper-feed src="…"> would show, and for each problem where it is, what was expected, and what was found.

  --format NAME  read it as ${formatNames.join(', ')}; else its shape decides
  --all          list all papers and problems, not only the first
  --json         the same for programs

Ends with 1 when nothing can be shown.`;

/** @param {string} message @returns {never} */
function giveUp(message) {
  console.error(`${message}\n\n${usage}`);
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

if (process.argv.slice(2).some((arg) => arg === '--help' || arg === '-h')) {
  console.log(usage);
} else {
  const { names, options } = readArguments(process.argv.slice(2));
  const [command, source, ...others] = names;
  if (command !== 'check') giveUp(command ? `There is no command ${command}.` : 'What shall be done?');
  if (!source || others.length) giveUp('check needs one file or address.');
  const { text, isShown } = await checkFeed(source, options);
  console.log(text);
  process.exitCode = isShown ? 0 : 1;
}
