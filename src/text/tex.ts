/**
 * What is left of TeX in titles and abstracts, rule by rule. Some sources print commands without their backslash and
 * formulas without their dollars (`textit{O}bstacles`, `G_{stack}`, `0.23times`); those are read too.
 *
 * Every pattern is linear: what it repeats is bounded, or cannot match what follows it.
 */
import { finish, FINISHED, literal, SIGN, textOf, toSegments } from './draft.js';
import type { Segment, TextSegment } from './segment.js';
import { accented, signOf } from './tex-signs.js';
import { typeset } from './typography.js';

/** Groups in groups; what lies deeper keeps its braces. */
const MAX_DEPTH = 4;

const ESCAPED = /\\([{}$%&_#])/g;
const ACCENT = /\\(['`^"~=.]|[cvuHkr](?![a-z]) ?)(?:\{\\?([a-z])\}|\\?([a-z]))/gi;
/** Citations and references, together with what they refer to. */
const REFERENCE = /[ ~]?\\(?:cite|ref|eqref|label|begin|end)[a-z]{0,9}(?:\[[^\]]{0,99}\]){0,2}(?:\{[^{}]*\})?/g;
const COMMAND = /\\([a-z]{1,30})(\{\}| ?)/gi;
/** A group without groups in it, with the command, the script sign or the word that it belongs to. */
const GROUP = /(\\?[a-z]{1,16}|[\^_])?\{([^{}]*)\}/gi;
const COMMAND_BEFORE_GROUP = /^(?:\\.*|text[a-z]{0,3}|math[a-z]{2,3}|emph)$/;
const EMPHASIS = /emph|text(?:it|bf|em)/;
/** Braces that only protect: `{BERT}`, `1{+}1`; but `{True, False}` and `{name}` are what they are. */
const PROTECTED = /^(?![a-z])[^\s,;:|"'=]+$/;
/** A sign that comes as a word: `0.23times`, `{sim}750` */
const SIGN_WORD = /(?<=\d)(?:times|cdot|sim|circ)(?![a-z])|(?<=\{)(?:sim|times|approx|pm)(?=\})/g;
/** `pi_0`, `ell_2`, but no `snake_case` */
const LETTER_WORD = /(?<![\w\\])[a-z]{2,8}(?=[_^](?:\{|\w\b))/gi;
/** `A^2Nav`, `10^-3`, `360^circ` */
const SUPERSCRIPT = /(\^)(?<=[\p{L}\p{N})\]}]\^)([-−]?\d+|circ|[*+°′-](?!\w)|[a-z](?![a-z]))/giu;
/** `x_i`, `τ_0`: after a single letter only */
const SUBSCRIPT = /(_)(?<=(?:(?<![\w\\])[a-z]|[Α-ωℓ\ue000-\uf8ff])_)(\d+|[a-z])(?!\w)/gi;
const FORMULA_SCRIPT = /([_^])(\d+|\\[a-z]+|[^\s{}])/gi;
/** What stands between two prices rather than in a formula. */
const PROSE = / [a-z]{2,}[ ,.;]|[^^_{][/-]$/i;

/** Signs after a backslash are meant as they stand. */
export const keepEscaped = (draft: string) => draft.replace(ESCAPED, (_, sign: string) => literal(sign));

/** The draft with formulas and commands read. */
export function readTex(draft: string, finished: Segment[]): string {
  const parts = draft.split(/(\$\$?)/);
  for (let at = 1; at < parts.length; at += 2) {
    const [dollars, body, close, next] = parts.slice(at, at + 4) as [string, string, string?, string?];
    if (dollars !== close || !isFormula(body, next!)) continue;
    parts[at] = readFormula(body, finished);
    parts[at + 1] = parts[at + 2] = '';
    at += 2;
  }
  return readCommands(typeset(parts.join('')), false, finished);
}

/** Dollars also stand before prices. */
function isFormula(body: string, next: string): boolean {
  return !!body && body.trim() === body && (body.includes('\\') || !(/^[\d{]/.test(next) || PROSE.test(body)));
}

function readFormula(body: string, finished: Segment[]): string {
  const draft = readCommands(body.replaceAll('-', '−').replaceAll("'", '′'), true, finished);
  const text = textOf(finished, draft);
  // Without letters it is a number or a sign, which reads best as part of the sentence. A link, finished before, is none.
  if (!/[a-z]/i.test(text) || FINISHED.test(body)) return draft;
  const tex = body.replace(SIGN, (each) => '\\' + textOf(finished, each));
  return finish(finished, { kind: 'math', text, tex, segments: toSegments(finished, draft) as readonly TextSegment[] });
}

function readCommands(draft: string, isMath: boolean, finished: Segment[]): string {
  const script = (_: string, sign: string, content: string) => {
    const text = content === 'circ' ? '°' : textOf(finished, content).replace(/^-/, '−').replace('\\', '');
    // TeX raises ring and prime; as characters they are raised already.
    return /^[°′]+$/.test(text) ? text : finish(finished, { kind: sign === '^' ? 'sup' : 'sub', text });
  };
  const emphasis = (text: string) => (/[\ue000-\uf8ff]/.test(text) ? text : finish(finished, { kind: 'em', text }));

  draft = draft
    .replace(ACCENT, (all, accent: string, inBraces: string, bare: string) => {
      const letter = accented(accent, inBraces ?? bare);
      return letter[1] ? all : letter;
    })
    .replace(REFERENCE, '')
    .replace(COMMAND, (all, name: string, after: string) => {
      const sign = signOf(name);
      // TeX eats the space after a command, which matters within a word: `M\o ller`.
      return sign === undefined ? all : sign + (/[{ß-ł]/.test(after + sign) ? '' : after);
    })
    .replace(/\{\\(bf|it|em|sc|tt|rm) /g, '\\text$1{')
    .replace(/\\[dt]?frac\{([^{}]*)\}\{([^{}]*)\}/g, '$1 / $2')
    .replace(/([_^])\\[a-z]{1,16}(?=\{)/g, '$1');
  if (!isMath) {
    draft = draft
      .replace(SIGN_WORD, (name) => signOf(name)!)
      .replace(LETTER_WORD, (name) => signOf(name)?.match(/[Α-ωℓ]/)?.[0] ?? name)
      .replace(SUPERSCRIPT, script)
      .replace(SUBSCRIPT, script);
  }
  for (let depth = 0; depth < MAX_DEPTH && draft.includes('{'); depth++) {
    draft = draft.replace(GROUP, (all: string, before: string | undefined = '', content: string) => {
      if (/[\^_]/.test(before)) return script(all, before, content);
      if (COMMAND_BEFORE_GROUP.test(before)) return EMPHASIS.test(before) ? emphasis(content) : content || before;
      return before + (isMath || PROTECTED.test(content) ? content : literal('{') + content + literal('}'));
    });
  }
  return isMath
    ? draft
        .replace(FORMULA_SCRIPT, script)
        .replace(/\\[^a-z]|[~&]/gi, ' ')
        .replace(/(?<=\w)\\/g, ' ')
        .replaceAll('\\', '')
    : draft
        .replace(/(?<![\p{L}\p{N}:])\\([a-z]{1,30})/giu, (_, name: string) => emphasis(name))
        .replace(/\\[,;: \\]/g, ' ')
        .replace(/\\(?=[^\w\s])/g, '');
}
