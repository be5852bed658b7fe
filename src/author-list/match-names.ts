/** Whether two spellings name the same person: initials, diacritics, middle names and "Family, Given" do not matter. */

/** Lower case, without diacritics, spaces single. */
function fold(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[\s.]+/g, ' ')
    .trim();
}

interface NameParts {
  readonly family: string;
  readonly given: readonly string[];
}

function partsOf(name: string): NameParts {
  const comma = name.indexOf(',');
  const inOrder = comma < 0 ? name : `${name.slice(comma + 1)} ${name.slice(0, comma)}`;
  const words = fold(inOrder).split(' ');
  const family = words.pop() ?? '';
  return { family, given: words.flatMap((word) => word.split('-')).filter(Boolean) };
}

/** `j` stands for `jurgen`, and the other way round. */
const isCompatible = (a: string, b: string) =>
  a === b || (a.length === 1 && b.startsWith(a)) || (b.length === 1 && a.startsWith(b));

function isSamePerson(a: NameParts, b: NameParts): boolean {
  if (a.family !== b.family) return false;
  // A single word ("Yu", "Turing") only matches itself: a family name alone would mark too many.
  if (!a.given.length || !b.given.length) return a.given.length === b.given.length;
  const [shorter, longer] = a.given.length <= b.given.length ? [a.given, b.given] : [b.given, a.given];
  // The first given names must agree; of the middle names those that both spellings have, in order.
  if (!isCompatible(shorter[0] ?? '', longer[0] ?? '')) return false;
  let from = 1;
  return shorter.slice(1).every((name) => {
    const at = longer.findIndex((other, index) => index >= from && isCompatible(name, other));
    from = at + 1;
    return at > 0;
  });
}

const matchers = new WeakMap<readonly string[], (name: string) => boolean>();

/**
 * A test for "is this one of ours", prepared once per list.
 *
 * @param names as the lab writes them: `Ada Lovelace`, `A. Turing`, `Jürgen`, `GLM-5 Team`
 */
export function nameMatcher(names: readonly string[]): (name: string) => boolean {
  let matches = matchers.get(names);
  if (!matches) {
    const wanted = names.map(partsOf);
    matches = (name) => {
      const parts = partsOf(name);
      return wanted.some((each) => isSamePerson(each, parts));
    };
    matchers.set(names, matches);
  }
  return matches;
}
