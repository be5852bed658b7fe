/** Attribute values as people type them: junk falls back to the default, with one warning that says what is allowed. */
import type { ComplexAttributeConverter, LitElement } from 'lit';

const warned = new Set<string>();

/** One console warning per message and page, so that a hundred cards do not say it a hundred times. */
export function warnOnce(message: string): void {
  if (warned.has(message)) return;
  warned.add(message);
  console.warn(`daily-papers: ${message}`);
}

function warnJunk(attribute: string, value: string, allowed: string, fallback: unknown): void {
  warnOnce(`${attribute}="${value.slice(0, 80)}" is not understood; allowed: ${allowed}. Using "${String(fallback)}".`);
}

/** One of a few words; the first is the default. Case and outer white space do not matter. */
export function oneOf<const T extends readonly [string, ...string[]]>(
  attribute: string,
  ...allowed: T
): ComplexAttributeConverter<T[number]> {
  return {
    fromAttribute(value) {
      const word = value?.trim().toLowerCase();
      if (!word) return allowed[0];
      const found = allowed.find((each) => each.toLowerCase() === word);
      if (found === undefined) warnJunk(attribute, word, allowed.join(', '), allowed[0]);
      return found ?? allowed[0];
    },
  };
}

/** A whole number within a range. */
export function wholeNumber<D extends number | undefined>(
  attribute: string,
  fallback: D,
  min = 0,
  max = Number.MAX_SAFE_INTEGER,
): ComplexAttributeConverter<number | D> {
  return {
    fromAttribute(value) {
      const text = value?.trim();
      if (!text) return fallback;
      const number = /^\d{1,15}$/.test(text) ? Number(text) : NaN;
      if (number >= min && number <= max) return number;
      const range = max === Number.MAX_SAFE_INTEGER ? `a whole number from ${min}` : `a whole number, ${min} to ${max}`;
      warnJunk(attribute, text, range, fallback ?? 'none');
      return fallback;
    },
  };
}

/** Present means yes, unless the value is `false`, which is what frameworks and CMS forms write for no. */
export const flag: ComplexAttributeConverter<boolean> = {
  fromAttribute: (value) => value !== null && value.trim().toLowerCase() !== 'false',
};

/** Several of a few words, separated by spaces or commas. Absent or empty: `undefined`, the element's own choice. */
export function someOf<const T extends readonly string[]>(
  attribute: string,
  ...allowed: T
): ComplexAttributeConverter<readonly T[number][] | undefined> {
  return {
    fromAttribute(value) {
      const words = value?.toLowerCase().match(/[^\s,;]+/g);
      if (!words) return undefined;
      const isAllowed = (word: string): word is T[number] => allowed.includes(word);
      for (const word of words) {
        if (!isAllowed(word)) warnJunk(attribute, word, allowed.join(' '), 'the others');
      }
      const known = [...new Set(words.filter(isAllowed))];
      return known.length ? known : undefined;
    },
  };
}

/** Names separated by semicolons: `Ada Lovelace; Alan Turing`. */
export const nameList: ComplexAttributeConverter<readonly string[]> = {
  fromAttribute: (value) =>
    (value ?? '')
      .split(';')
      .map((name) => name.replace(/\s+/g, ' ').trim())
      .filter(Boolean),
};

/**
 * Reads words in properties as if they stood in attributes. React, Vue and Svelte write `show="abstract date"` into the
 * property, because the element has one of that name.
 */
export function readWords(element: LitElement, changed: ReadonlyMap<PropertyKey, unknown>): void {
  const { elementProperties } = element.constructor as typeof LitElement;
  const properties = element as unknown as Record<PropertyKey, unknown>;
  for (const name of changed.keys()) {
    const value = properties[name];
    const converter = elementProperties.get(name)?.converter;
    if (typeof value === 'string' && typeof converter === 'object') properties[name] = converter.fromAttribute?.(value);
  }
}
