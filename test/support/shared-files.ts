/** The captured feeds and hostile data beside the project, for tests that skip, saying so, where they are missing. */
import { attackLists, type Attack } from '../fixtures/attacks/lists.mjs';

/**
 * A file of `../shared` as text; `undefined` where it is missing.
 *
 * @param path such as `feeds/hf-daily-2026-08-21.json`
 */
export async function loadShared(path: string): Promise<string | undefined> {
  const response = await fetch(`/__shared__/${path}`);
  return response.ok ? response.text() : undefined;
}

/** A test on a file of `../shared`, which its title names; skipped where that is missing, and listed so by the runner. */
export function itWithShared(title: string, path: string, test: (text: string) => void | Promise<void>): void {
  it(`${title} (../shared/${path})`, async function () {
    const text = await loadShared(path);
    if (text === undefined) this.skip();
    await test(text);
  });
}

/** A test on attacks of a kind: on our own list, and on each collection in `../shared/corpora`, as `itWithShared`. */
export function itWithAttacks<Kind extends keyof Attack>(
  title: string,
  kind: Kind,
  test: (list: readonly Attack[Kind][]) => void | Promise<void>,
): void {
  const { own, collections, read } = attackLists[kind];
  it(`${title} (${own.length} of our own)`, () => test(own));
  for (const name of collections) {
    itWithShared(title, `corpora/${name}.json`, (text) => test((JSON.parse(text) as unknown[]).map(read)));
  }
}
