// @ts-check
/** Attacks for tests in Node: our own, and the collections of `../shared`, with the reason where they must be skipped. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { attackLists } from '../fixtures/attacks/lists.mjs';
import { sharedFolder } from './serve-shared-files.mjs';

const corpora = join(sharedFolder, 'corpora');
const isMissing = !existsSync(corpora);

/** @template Entry @param {import('../fixtures/attacks/lists.mjs').AttackList<Entry>} list @returns {Entry[]} */
const collected = ({ collections, read }) =>
  isMissing
    ? []
    : collections.flatMap((name) => JSON.parse(readFileSync(join(corpora, `${name}.json`), 'utf8')).map(read));

const { texts, refusedAddresses, webAddresses } = attackLists;

/**
 * `name` says whose they are, for titles; `skip` is a reason, or false.
 *
 * @type {{ name: string, skip: string | false, texts: readonly string[], refused: readonly string[], web: readonly string[] }[]}
 */
export const attackSets = [
  {
    name: 'of our own',
    skip: false,
    texts: texts.own,
    refused: refusedAddresses.own,
    web: webAddresses.own.map(({ input }) => input),
  },
  {
    name: 'of ../shared/corpora',
    skip: isMissing && '../shared/corpora is missing',
    texts: collected(texts),
    refused: collected(refusedAddresses),
    web: collected(webAddresses).map(({ input }) => input),
  },
];
