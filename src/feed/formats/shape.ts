/** Finds things in JSON that may be anything. */

export type JsonObject = Readonly<Record<string, unknown>>;

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value of an own key; what the page added to `Object.prototype` is no data. */
export function own(value: unknown, key: string): unknown {
  return isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

/** Paths taken apart; there are as many as formats use. */
const split = new Map<string, string[][]>();

/** A missing key, `null`, `""` and `[]` all say the same: nothing. */
export function isBlank(value: unknown): boolean {
  return value === undefined || value === null || value === '' || (Array.isArray(value) && !value.length);
}

/**
 * The first value there is under some paths.
 *
 * @param paths separated by spaces, keys by dots: `publicationDate journal.year`; in an array, of all of its entries
 */
export function pick(value: unknown, paths: string): unknown {
  let keys = split.get(paths);
  if (!keys) split.set(paths, (keys = paths.split(' ').map((path) => path.split('.'))));
  for (const path of keys) {
    let found = value;
    for (const key of path) {
      found = Array.isArray(found)
        ? found.map((each) => own(each, key)).filter((each) => each !== undefined)
        : own(found, key);
    }
    if (!isBlank(found)) return found;
  }
  return undefined;
}

/** The keys under which services put their list, in the order in which they are looked for. */
const LIST_KEYS = ['papers', 'items', 'results', 'data', 'recommendedPapers'];

/** The list in a document and where it is: the document itself, or the first list under a usual name. */
export function findList(document: unknown): { list: readonly unknown[]; path: string } | undefined {
  if (Array.isArray(document)) return { list: document, path: '' };
  for (const path of LIST_KEYS) {
    const list = own(document, path);
    if (Array.isArray(list)) return { list, path };
  }
  return undefined;
}

/** Whether some entry of the document's list passes. */
export function someEntry(document: unknown, test: (entry: unknown) => boolean): boolean {
  return !!findList(document)?.list.some(test);
}
