// @ts-check
/** Attacks for tests in Node: our own, and the collections of `../shared`, with the reason where they must be skipped. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { attackLists } from '../fixtures/attacks/lists.mjs';
import { sharedFolder } from './serve-shared-files.mjs';

/** The files of collections that are not there. @type {Set<string>} */
const missing = new Set();

/**
 * Every entry once, because collections repeat each other and themselves.
 *
 * @template Entry
 * @param {import('../fixtures/attacks/lists.mjs').AttackList<Entry>} list
 * @param {(entry: Entry) => string} [attackOf]
 * @returns {string[]}
 */
function collected({ collections, read }, attackOf = String) {
  const found = collections.flatMap((name) => {
    const path = `corpora/${name}.json`;
    const file = join(sharedFolder, path);
    if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')).map(read).map(attackOf);
    missing.add(path);
    return [];
  });
  return [...new Set(found)];
}

const { texts, refusedAddresses, webAddresses } = attackLists;

const collection = {
  texts: collected(texts),
  refused: collected(refusedAddresses),
  web: collected(webAddresses, ({ input }) => input),
};

/**
 * `name` says whose they are, for titles; `skip` is a reason, or false; `isDealt` that they are too many to be tried
 * everywhere where trying one takes long; `exactShare` how many of the texts, at least, are neither TeX nor have addresses
 * in them.
 *
 * @type {{ name: string, skip: string | false, isDealt: boolean, exactShare: number, texts: readonly string[], refused: readonly string[], web: readonly string[] }[]}
 */
export const attackSets = [
  {
    name: 'of our own',
    skip: false,
    isDealt: false,
    exactShare: 0.75,
    texts: texts.own,
    refused: refusedAddresses.own,
    web: webAddresses.own.map(({ input }) => input),
  },
  {
    name: 'of ../shared/corpora',
    skip: missing.size > 0 && `../shared lacks ${[...missing].join(', ')}`,
    isDealt: true,
    exactShare: 0.9,
    ...collection,
  },
];
