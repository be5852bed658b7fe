// @ts-check
/**
 * Changes what libraries say, while the one script is built. A change that finds nothing in its file fails the build; one
 * whose file is gone is noticed by the size gate only.
 */

/** @typedef {[file: RegExp, found: RegExp, instead: string]} Change which files, what in them, what stands in its place */

/**
 * @param {string} name
 * @param {readonly Change[]} changes
 * @returns {import('vite').Plugin}
 */
export const rewrite = (name, changes) => ({
  name,
  apply: 'build',
  transform: {
    filter: { id: changes.map(([file]) => file) },
    handler(code, id) {
      let changed = code;
      for (const [file, found, instead] of changes) {
        if (!file.test(id)) continue;
        if (changed.search(found) < 0) this.error(`${name}: ${found} was not found in ${id}: see how it reads now.`);
        changed = changed.replace(found, instead);
      }
      return { code: changed, map: null };
    },
  },
});
