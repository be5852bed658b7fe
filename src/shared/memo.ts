/** Results that are dear to make, kept for when they are asked for again. */

/**
 * A function that makes what belongs to a key once, and gives the same from then on.
 *
 * @param maxCount so many are kept; one more, and all are forgotten
 */
export function createMemo<T extends object | string>(maxCount = Infinity): (key: string, make: () => T) => T {
  const kept = new Map<string, T>();
  return (key, make) => {
    let result = kept.get(key);
    if (result === undefined) {
      if (kept.size >= maxCount) kept.clear();
      kept.set(key, (result = make()));
    }
    return result;
  };
}
