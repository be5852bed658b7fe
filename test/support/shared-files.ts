/** The captured feeds and hostile data beside the project, for tests that skip, saying so, where they are missing. */

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
