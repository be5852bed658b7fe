// @ts-check
/**
 * Gives the objects that the one script makes no prototype. A page may have added to all objects what is the name of an
 * option or a field here, `signal` or `hidden`: that would be read wherever something optional is missing, by the
 * browser too, from what it is told.
 */

/**
 * What is left as it is because it would make each card dearer and is read safely: Lit's results and what a card passes
 * to its drawing are whole, and of the values for a text only own ones are read.
 */
const KEYS_OF_WHOLE = ['__proto__', 'strings', 'isAbstractOpen'];
const TAKES_VALUES = 'translate';

/**
 * @typedef {{ readonly name?: string, readonly property?: Name }} Name
 * @typedef {{
 *   readonly type?: string, readonly start?: number, readonly properties?: readonly { readonly key?: Name }[],
 *   readonly callee?: Name,
 * }} Node
 */

/** Where in the code the braces of objects open. @returns {Generator<number>} */
function* openings(/** @type {unknown} */ node) {
  if (!node || typeof node !== 'object') return;
  const { type, start = 0, properties = [], callee } = /** @type {Node} */ (node);
  const isLeft = properties.some(({ key }) => KEYS_OF_WHOLE.includes(key?.name ?? ''));
  if (type === 'ObjectExpression' && !isLeft) yield start + 1;
  if ((callee?.property ?? callee)?.name === TAKES_VALUES) return;
  for (const each of Object.values(node)) yield* openings(each);
}

/** @returns {import('vite').Plugin} */
export const ownObjects = () => ({
  name: 'own-objects',
  apply: 'build',
  renderChunk(code, { facadeModuleId }) {
    // Languages bring words, all of whose keys are there. Mathematics is not guarded: its tables are Temml's own.
    if (/\/src\/(lang|math)\//.test(facadeModuleId ?? '')) return null;
    let changed = '';
    let from = 0;
    for (const at of [...openings(this.parse(code))].sort((a, b) => a - b)) {
      changed += `${code.slice(from, at)}__proto__:null,`;
      from = at;
    }
    return { code: changed + code.slice(from), map: null };
  },
});
