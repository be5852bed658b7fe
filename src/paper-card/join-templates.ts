/** Makes one template of a template with others in it: the browser clones a card at once, and no markers remain. */
import { isServer, nothing, type TemplateResult } from 'lit';

/** Where a value stands in its template: as all of a name, in a tag, among other children, or as all that its element holds. */
type Place = 'name' | 'attribute' | 'child' | 'content';

interface Known {
  readonly id: number;
  readonly places: readonly Place[];
}

const known = new WeakMap<TemplateStringsArray, Known>();
const joined = new Map<string, TemplateStringsArray>();
let lastId = 0;

function knownOf(strings: TemplateStringsArray): Known {
  let found = known.get(strings);
  if (!found) {
    let before = '';
    const places = strings.map((piece, index): Place => {
      before += piece;
      if (before.lastIndexOf('>') < before.lastIndexOf('<'))
        return /\s(class|part)=["']?$/.test(piece) ? 'name' : 'attribute';
      const [, tag] = (piece.endsWith('>') && /<([\w-]+)[^<>]*>$/.exec(before)) || [];
      return tag && strings[index + 1]?.startsWith(`</${tag}`) ? 'content' : 'child';
    });
    known.set(strings, (found = { id: lastId++, places }));
  }
  return found;
}

const isTemplate = (value: unknown): value is TemplateResult => !!(value as Partial<TemplateResult> | null)?.strings;

/** What becomes of a value, as a sign of the key that names the whole. */
function signOf(value: unknown, place: Place): string {
  if (value === nothing) return '-';
  // Whatever else stands there is no text for a template.
  if (place === 'name' && typeof value === 'string' && /^[\w-]+$/.test(value)) return `:${value} `;
  if (place === 'name' || place === 'attribute') return '=';
  if (isTemplate(value)) return '(';
  return place === 'content' && typeof value === 'string' ? '.' : '*';
}

/** Collects the values of all that is joined, and gives its key. */
function collect({ strings, values }: TemplateResult, into: unknown[]): string {
  const { id, places } = knownOf(strings);
  let key = `${id}`;
  values.forEach((value, index) => {
    const sign = signOf(value, places[index]!);
    key += sign;
    if (sign === '(') key += `${collect(value as TemplateResult, into)})`;
    else if (sign !== '-' && sign[0] !== ':') into.push(value);
  });
  return key;
}

/** The text of all that is joined, a hole for each value. */
function write({ strings, values }: TemplateResult, out: string[]): void {
  const { places } = knownOf(strings);
  const last = () => out.length - 1;
  out[last()] += strings[0]!;
  values.forEach((value, index) => {
    const place = places[index]!;
    const sign = signOf(value, place);
    let next = strings[index + 1]!;
    if (sign === '(') write(value as TemplateResult, out);
    else if (sign === '.') {
      out[last()] = `${out[last()]!.slice(0, -1)} .textContent=`;
      out.push('>');
    } else if (sign[0] === ':') out[last()] += sign.slice(1, -1);
    else if (sign !== '-') out.push('');
    else if (place === 'name' || place === 'attribute') {
      // With quotes, as the build writes them, or without.
      out[last()] = out[last()]!.replace(/\s[^\s=]+=(["']?)$/, (name, quote: string) => {
        if (!next.startsWith(quote)) return name;
        next = next.slice(quote.length);
        return '';
      });
    }
    out[last()] += next;
  });
}

/**
 * The same content as one template. Templates directly in it become part of it, `nothing` leaves no trace, a text that is
 * all that an element holds becomes its `textContent`, and the one name that a `class` or a `part` is stands in the text. Which
 * of them there are makes another template, and to change that draws the whole anew: what comes and goes while a reader looks
 * stands in an array, empty or not, or is `undefined`, and is drawn as ever; a class that does is bound as `.className`.
 */
export function joinTemplates(result: TemplateResult): TemplateResult {
  if (isServer) return result;
  const values: unknown[] = [];
  const key = collect(result, values);
  let strings = joined.get(key);
  if (!strings) {
    const out = [''];
    write(result, out);
    joined.set(key, (strings = Object.assign(out, { raw: out })));
  }
  return { ...result, strings, values };
}
