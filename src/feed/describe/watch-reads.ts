/** Finds out where in a JSON value a function looks, by giving it a value that keeps a record. */

/** One look at a key, in the order in which they happen. */
export interface Read {
  /** Keys and array indexes, from the watched value on. */
  readonly steps: readonly string[];
  /** `undefined` where there is no such key. */
  readonly value: unknown;
}

/** A value that can be read like the original, and the record of what is read in it. */
export interface Watched {
  readonly value: unknown;
  readonly reads: readonly Read[];
  /** What was watched, instead of what watches it. */
  unwrap(value: unknown): unknown;
}

export function watchReads(original: unknown): Watched {
  const reads: Read[] = [];
  const originals = new WeakMap<object, object>();

  function watch(value: unknown, steps: readonly string[]): unknown {
    if (typeof value !== 'object' || value === null) return value;
    const note = (target: object, key: string | symbol) => {
      const isData = typeof key === 'string' && !(Array.isArray(target) && key === 'length');
      if (isData) reads.push({ steps: [...steps, key], value: Reflect.get(target, key) as unknown });
    };
    const proxy = new Proxy(value, {
      getOwnPropertyDescriptor(target, key) {
        note(target, key);
        return Reflect.getOwnPropertyDescriptor(target, key);
      },
      get(target, key) {
        const found: unknown = Reflect.get(target, key);
        if (typeof key === 'symbol' || !Object.hasOwn(target, key)) return found;
        note(target, key);
        return watch(found, [...steps, key]);
      },
    });
    originals.set(proxy, value);
    return proxy;
  }

  return {
    value: watch(original, []),
    reads,
    unwrap: (value) => (typeof value === 'object' && value !== null ? (originals.get(value) ?? value) : value),
  };
}
