/**
 * TeX of strangers as MathML. Temml reads it; what it makes of it is copied into nodes of our own by a list of what is
 * allowed, so that no formula can link, load, colour, or move over the text around it.
 */
import temml from 'temml';

/** What Temml makes of a formula: an element, a fragment or a text. */
interface TreeNode {
  readonly type?: string;
  readonly text?: string;
  readonly attributes?: Readonly<Record<string, string>>;
  readonly style?: Readonly<Record<string, unknown>>;
  readonly children?: readonly TreeNode[];
}

const NAMESPACE = 'http://www.w3.org/1998/Math/MathML';

const ELEMENTS = new Set(
  (
    'math mrow mi mn mo mtext mspace mfrac msqrt mroot msub msup msubsup munder mover munderover mmultiscripts ' +
    'mprescripts mtable mtr mtd mstyle mpadded mphantom menclose'
  ).split(' '),
);
/** Drawn as a group: what they add is distance or lines in their own measure. */
const GROUPS = new Set(['mpadded', 'menclose']);
const ATTRIBUTES = new Set(
  (
    'accent accentunder columnspan displaystyle fence form largeop linethickness mathvariant maxsize minsize ' +
    'movablelimits rowspan scriptlevel separator stretchy symmetric width'
  ).split(' '),
);
/** Spaces of up to ten times the letters, none of them negative. */
const LENGTH = /^\d(?:\.\d+)?(?:em|ex|px|pt)$/;
const LENGTHS = new Set(['width', 'minsize', 'maxsize', 'linethickness']);

/** Definitions have no place in a formula of an abstract, and are how a short one becomes a huge one. */
const DEFINITION = /\\(?:[gex]?def|let|futurelet|(?:re)?newcommand|providecommand|DeclareMathOperator)\b/;
const MAX_TEX_LENGTH = 1000;
const MAX_NODES = 4000;
/** A formula longer than this may be broken at its operators; shorter ones stay whole for those who hear them. */
const MAX_UNBROKEN = 40;

const OPTIONS = { throwOnError: true, trust: false, maxExpand: 100, maxSize: [5, 5] as [number, number] };

const MAX_KEPT = 200;
const kept = new Map<string, Node | undefined>();

/** The formula as one `<math>`, or several in a row that lines may break between; `undefined` where it cannot be read. */
export function mathFromTex(tex: string): Node | undefined {
  if (!kept.has(tex)) {
    if (kept.size >= MAX_KEPT) kept.clear();
    kept.set(tex, read(tex));
  }
  return kept.get(tex)?.cloneNode(true);
}

function read(tex: string): Node | undefined {
  if (tex.length > MAX_TEX_LENGTH || DEFINITION.test(tex)) return undefined;
  try {
    const isLong = tex.length > MAX_UNBROKEN;
    const tree = temml.__renderToMathMLTree(tex, { ...OPTIONS, wrap: isLong ? 'tex' : 'none' }) as TreeNode;
    if (tree.type !== 'math') return undefined;
    let left = MAX_NODES;
    const copy = (node: TreeNode): Node => {
      if (!left--) throw new RangeError('The formula is too long.');
      if (node.text !== undefined) return document.createTextNode(node.text);
      const { type, children = [] } = node;
      if (type !== undefined && !ELEMENTS.has(type)) throw new TypeError(`<${type}> is not for formulas.`);
      const copied = type
        ? document.createElementNS(NAMESPACE, GROUPS.has(type) ? 'mrow' : type)
        : document.createDocumentFragment();
      if (copied instanceof Element && !GROUPS.has(type!)) copyAttributes(node, copied);
      copied.append(...children.map(copy));
      return copied;
    };
    return isLong ? inPieces(copy(tree)) : copy(tree);
  } catch {
    // Not TeX, not safe or too much: the formula stays the text it was.
    return undefined;
  }
}

function copyAttributes({ attributes = {}, style = {} }: TreeNode, element: Element): void {
  for (const [name, value] of Object.entries(attributes)) {
    if (ATTRIBUTES.has(name) && (!LENGTHS.has(name) || LENGTH.test(value))) element.setAttribute(name, String(value));
  }
  // Temml keeps accents large by a style, which strict pages forbid.
  if ('math-depth' in style || 'mathDepth' in style) element.setAttribute('scriptlevel', '0');
}

/** Browsers break no line within `<math>`, but between two. */
function inPieces(math: Node): Node {
  const pieces = document.createDocumentFragment();
  for (const each of [...math.childNodes]) {
    const piece = document.createElementNS(NAMESPACE, 'math');
    piece.append(each);
    pieces.append(piece);
  }
  return pieces;
}
