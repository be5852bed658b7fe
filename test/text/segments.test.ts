/** What readers see of titles and abstracts as they really are. */
import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { plainText } from '../../src/text/plain-text.js';
import { textSegments, type Segment } from '../../src/text/segments.js';

/** Pieces as one line that shows their kinds: `A<sup>2</sup>`, `[words](address)`, formulas between ⟦ and ⟧. */
function drawn(segments: readonly Segment[]): string {
  return segments
    .map((segment) => {
      const { kind, text } = segment;
      if (kind === 'text') return text;
      if (kind === 'link') return `[${text}](${segment.url})`;
      return kind === 'math' ? `⟦${drawn(segment.segments)}⟧` : `<${kind}>${text}</${kind}>`;
    })
    .join('');
}

type Table = Readonly<Record<string, readonly (readonly [source: string, drawn: string])[]>>;

/** Sources exactly as feeds have them; most stand in captured ones. */
const table: Table = {
  'plain text': [
    ['Attention Is All You Need', 'Attention Is All You Need'],
    ['  Hard-wrapped\n  titles\tare one line ', 'Hard-wrapped titles are one line'],
    ['First paragraph.\n \nSecond\nparagraph.', 'First paragraph.\n\nSecond paragraph.'],
    ['with <think> and <EOS> tokens, <b>bold</b>, &amp;', 'with <think> and <EOS> tokens, <b>bold</b>, &amp;'],
    ['a \u202eright-to-left\u202c override, a null \0', 'a right-to-left override, a null'],
    ['می‌خواهم 👩‍🔬', 'می‌خواهم 👩‍🔬'],
    ['', ''],
    [' \n ', ''],
  ],
  links: [
    ['Code: https://github.com/a/b.', 'Code: [github.com/a/b](https://github.com/a/b).'],
    ['(https://cogact.github.io/).', '([cogact.github.io](https://cogact.github.io/)).'],
    ['at https://www.a.io/x/, and', 'at [a.io/x](https://www.a.io/x/), and'],
    ['https://a.io/wiki/A_(b)) (c)', '[a.io/wiki/A_(b)](https://a.io/wiki/A_(b))) (c)'],
    ['https://a.io/eb_jepa?a=1&b=~u#f', '[a.io/eb_jepa?a=1&b=~u#f](https://a.io/eb_jepa?a=1&b=~u#f)'],
    ['https://a.io/~u/x--y_i/#f', '[a.io/~u/x--y_i/#f](https://a.io/~u/x--y_i/#f)'],
    ['Page: https://a.io/{https://a.io}', 'Page: [a.io](https://a.io/)'],
    ['our https://a.io/S/{project page}.', 'our [project page](https://a.io/S/).'],
    ['\\url{https://a.io/x}, url{https://b.io}', '[a.io/x](https://a.io/x), [b.io](https://b.io/)'],
    ['\\href{https://a.io}{this page}', '[this page](https://a.io/)'],
    ['\\href{javascript:alert(1)}{this}', 'javascript:alert(1){this}'],
    ['<https://a.io/x> and <https://b.io', '[a.io/x](https://a.io/x) and <[b.io](https://b.io/)'],
    ['https://a.io/big\\_model', '[a.io/big_model](https://a.io/big_model)'],
    ['详见https://a.io/x的代码。', '详见[a.io/x](https://a.io/x)的代码。'],
    ['http:// https://. ftp://a.io javascript:alert(1)', 'http:// https://. ftp://a.io javascript:alert(1)'],
    ['https://user:word@a.io/', 'https://user:word@a.io/'],
    ['http://a.io/x and \\url{http://www.b.io}', '[a.io/x](http://a.io/x) and [b.io](http://www.b.io/)'],
    ['http://a.io/x', '[a.io/x](http://a.io/x)'],
    ['https://a.io/wiki/A_(band)', '[a.io/wiki/A_(band)](https://a.io/wiki/A_(band))'],
    ['https://a.io/{as at https://b.io}', '[as at https://b.io](https://a.io/)'],
    ['https://a.io/{http://a.io}', '[a.io](https://a.io/)'],
    ['https://a.io/?u=https://b.io/c', '[a.io/?u=https://b.io/c](https://a.io/?u=https://b.io/c)'],
  ],
  scripts: [
    ['A^2Nav: Ego^2-Map', 'A<sup>2</sup>Nav: Ego<sup>2</sup>-Map'],
    ['SL^{2}A, O(N^2), 836m^2', 'SL<sup>2</sup>A, O(N<sup>2</sup>), 836m<sup>2</sup>'],
    ['10^-3, 10^{-3}, 2^10', '10<sup>−3</sup>, 10<sup>−3</sup>, 2<sup>10</sup>'],
    ['c^*. R^n, (ab)^T', 'c<sup>*</sup>. R<sup>n</sup>, (ab)<sup>T</sup>'],
    ['GUI-360^circ, 90^{\\circ}', 'GUI-360°, 90°'],
    ['G_{stack}, x_i, τ_0-VLA, Φ_T', 'G<sub>stack</sub>, x<sub>i</sub>, τ<sub>0</sub>-VLA, Φ<sub>T</sub>'],
    ['pi_0 and pi_{0.5}, ell_2', 'π<sub>0</sub> and π<sub>0.5</sub>, ℓ<sub>2</sub>'],
    ['x_i^2 and x^2_i', 'x<sub>i</sub><sup>2</sup> and x<sup>2</sup><sub>i</sub>'],
    ['x^{2^n}', 'x<sup>2^n</sup>'],
    ['x_12, x^{a-b}', 'x<sub>12</sub>, x<sup>a-b</sup>'],
    ['20^{°C}, x^{n°}', '20<sup>°C</sup>, x<sup>n°</sup>'],
    ['eb_jepa, my_var_2, a_b_c, T_en', 'eb_jepa, my_var_2, a_b_c, T_en'],
    ['^_^ and ^foo, _emphasis_, pi_value', '^_^ and ^foo, _emphasis_, pi_value'],
  ],
  'commands and groups': [
    ['\\textsc{AIEV-Instruct}', 'AIEV-Instruct'],
    ['\\textit{a} \\emph{b} {\\bf c}', '<em>a</em> <em>b</em> <em>c</em>'],
    ['\\textbf{c \\textit{d}}', 'c <em>d</em>'],
    ['(\\texttt{ATE)}, a novel', '(ATE), a novel'],
    ['three textit{O}bstacles, (mathrm{Cal)}', 'three <em>O</em>bstacles, (Cal)'],
    ['we propose \\name, the \\name{} one', 'we propose <em>name</em>, the <em>name</em> one'],
    ['and\\or, C:\\dir\\file', 'and\\or, C:\\dir\\file'],
    ['\\label{a}First', 'First'],
    ['context{a}, mathematics{a}', 'context{a}, mathematics{a}'],
    ['as in~\\cite{foo}, \\citep[see][]{bar} and~\\cite.', 'as in, and.'],
    ['95\\% of A\\&B, a\\_b, \\#1, \\{x, y\\}', '95% of A&B, a_b, #1, {x, y}'],
    ['vs.\\ 33\\,ms \\\\ next', 'vs. 33 ms next'],
    ['{BERT}: (1{+}1) {sim}750', 'BERT: (1+1) ∼750'],
    ['{True, False}, {name}, {}, f({x})', '{True, False}, {name}, {}, f({x})'],
    ['\\textbf{open, {, }', '<em>textbf</em>{open, {, }'],
    ['Caf\\\'e na\\"{\\i}ve \\v{S}koda Fran\\c{c}ois', 'Café naïve Škoda François'],
    ['(\\"Ust\\"un, Erd\\H{o}s, Stra\\ss e, M\\o ller', '(Üstün, Erdős, Straße, Møller'],
    ['say \\"Trust\\" or \\"not\\"', 'say "Trust" or "not"'],
  ],
  typography: [
    ["``quotes'' and ''one-brain'' too", '“quotes” and “one-brain” too'],
    ["x = '', f'' and don't `code`", "x = '', f” and don't `code`"],
    ['step--akin, 0.6B--14B, GPUs---among', 'step–akin, 0.6B–14B, GPUs—among'],
    ['pillars -- environment --- and', 'pillars – environment — and'],
    ['run --help, (--flag), i--, <!-- -->, ----', 'run --help, (--flag), i--, <!-- -->, ----'],
    ['e.g.,~sitting, Fig.~3, 10~ms', 'e.g., sitting, Fig. 3, 10 ms'],
    ['~5%, (~98%), 3~5, ~/path, ~~', '~5%, (~98%), 3~5, ~/path, ~~'],
    ['0.23times and 2times2, sometimes 3pm', '0.23× and 2×2, sometimes 3pm'],
  ],
  formulas: [
    ['$\\alpha$-divergence, $10^{-3}$, 3$\\times$', 'α-divergence, 10<sup>−3</sup>, 3×'],
    ['$\\sim$5 and $95\\%$, $\\leq 5$', '∼5 and 95%, ≤ 5'],
    ['H$_2$O and 5$\\mu$m', 'H<sub>2</sub>O and 5μm'],
    ['$k$-means, the $n$th', '⟦k⟧-means, the ⟦n⟧th'],
    ['$O(n \\log n)$ and $$E = mc^2$$', '⟦O(n log n)⟧ and ⟦E = mc<sup>2</sup>⟧'],
    ["$x_i^2 - y_{ij}$, $f'(x)$", '⟦x<sub>i</sub><sup>2</sup> − y<sub>ij</sub>⟧, ⟦f′(x)⟧'],
    ['$\\frac{a}{b}$, $\\sqrt{d_k}$', '⟦a / b⟧, ⟦√d<sub>k</sub>⟧'],
    ['$QK^\\top$, $x_\\text{max}$', '⟦QK<sup>⊤</sup>⟧, ⟦x<sub>max</sub>⟧'],
    ['see $x \\url{https://lab.example/}$', 'see x [lab.example](https://lab.example/)'],
    ['$x_{\\href{https://lab.example/}{q}}$', 'x<sub>q (https://lab.example/)</sub>'],
    ['$\\{x_1, \\ldots\\} \\in \\mathbb{R}^d$', '⟦{x<sub>1</sub>, …} ∈ R<sup>d</sup>⟧'],
    ['$\\Delta$, \\Omega, $\\varphi$', 'Δ, Ω, φ'],
    ['$x_12$, $x_\\max$, $x^-$', '⟦x<sub>12</sub>⟧, ⟦x<sub>max</sub>⟧, ⟦x<sup>−</sup>⟧'],
    ["$f^{''}(x)$, $a~b$", '⟦f′′(x)⟧, ⟦a b⟧'],
    ['$\\frac{ab}{cd}$, $\\dfrac{x}{y}$', '⟦ab / cd⟧, ⟦x / y⟧'],
    ['$a\\foo b$', '⟦a foo b⟧'],
    ['\\alpha without dollars, 1.5\\times', 'α without dollars, 1.5×'],
  ],
  'money in dollars': [
    ['Under $0.1', 'Under $0.1'],
    ['$5 and $10', '$5 and $10'],
    ['from $5-$10, or $5/$10 an hour', 'from $5-$10, or $5/$10 an hour'],
    ['$0.02/$M tokens', '$0.02/$M tokens'],
    ['$20 for one, 30$ for two', '$20 for one, 30$ for two'],
    ['\\$5 and \\$6, $HOME and ${a}-${b}', '$5 and $6, $HOME and ${a}-${b}'],
    ['$ x $', '$ x $'],
    ['costs $5 for $n$ papers', 'costs $5 for ⟦n⟧ papers'],
  ],
};

describe('textSegments', () => {
  for (const [subject, rows] of Object.entries(table)) {
    describe(subject, () => {
      for (const [source, expected] of rows) {
        it(JSON.stringify(source), () => expect(drawn(textSegments(source))).to.equal(expected));
      }
    });
  }

  it('gives formulas with their source, and as one line', () => {
    const [formula] = textSegments('$\\{x_i, 5\\%\\}$');
    expect(formula).to.include({ kind: 'math', tex: '\\{x_i, 5\\%\\}', text: '{x_i, 5%}' });
  });

  it('gives the same array for the same text, so that nothing is read twice', () => {
    const first = textSegments('A^2Nav');
    textSegments('another');
    expect(textSegments('A^2Nav')).to.equal(first);
  });

  it('does not keep all texts that it has ever read', () => {
    const first = textSegments('A^2Nav');
    for (let count = 0; count < 1000; count++) textSegments(`text ${count}`);
    expect(textSegments('A^2Nav')).not.to.equal(first);
  });

  it('merges neighbours of running text', () => {
    expect(textSegments('95\\% of \\textsc{A} \\& B')).to.deep.equal([{ kind: 'text', text: '95% of A & B' }]);
  });
});

describe('plainText', () => {
  const lines: readonly (readonly [source: string, line: string])[] = [
    ['A^2Nav in G_{stack}', 'A^2Nav in G_{stack}'],
    ['a\n\nb', 'a b'],
    ['https://a.io/x/{https://a.io}.', 'https://a.io/x/.'],
    ['our https://a.io/{project page}.', 'our project page (https://a.io/).'],
    ['$O(n^{-2})$ at 95\\%', 'O(n^{−2}) at 95%'],
  ];
  for (const [source, line] of lines) {
    it(JSON.stringify(source), () => expect(plainText(source)).to.equal(line));
  }
});

describe('for any text', () => {
  const word = fc.stringMatching(/^[A-Za-zéñ中]{2,6}$/).filter((each) => each !== 'circ');
  const markup = fc.constantFrom(
    ...[
      '$5',
      '$0.1',
      '95\\%',
      '--',
      '---',
      '~',
      '$x$',
      '$\\alpha$',
      '10^{-3}',
      'y_{ij}',
      'x_i',
      'snake_case',
      'A^2Nav',
    ],
    ...['\\name', '\\cite{a}', '~\\cite{b}', 'https://a.io/x', 'https://a.io/{https://a.io}', 'https://a.io/{page}'],
    ...[
      '\\url{https://b.io}',
      '\\href{https://c.io}{here}',
      '<think>',
      '(',
      ')',
      '{BERT}',
      '{True, False}',
      '\\emph{yes}',
    ],
    ...[
      '\\textsc{AB}',
      '0.23times',
      '{sim}750',
      '\\"u',
      "\\'e",
      '3~5',
      '--help',
      '{',
      '}',
      '$',
      '^',
      '_',
      '`',
      "'",
      '\n\n',
    ],
  );
  const sentence = fc
    .array(fc.tuple(fc.oneof(word, markup), fc.constantFrom(' ', ', ', '. ')), { maxLength: 15 })
    .map((pieces) => pieces.flat().join(''));

  it('keeps every word, in order', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(word, markup)), (pairs) => {
        const plain = plainText(pairs.flat().join(' '));
        let at = 0;
        for (const [each] of pairs) {
          at = plain.indexOf(each, at);
          expect(at, `${each} in ${plain}`).to.be.at.least(0);
          at += each.length;
        }
      }),
      { numRuns: 500 },
    );
  });

  it('makes plain text that stays what it is', () => {
    fc.assert(
      fc.property(sentence, (text) => {
        expect(plainText(plainText(text))).to.equal(plainText(text));
      }),
      { numRuns: 1000 },
    );
  });

  it('never throws, gives http(s) links only, and no empty piece', () => {
    const anything = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(fc.constantFrom(..."\\{}$^_~`'-() a1\n<>&"), { maxLength: 60 }).map((signs) => signs.join('')),
    );
    fc.assert(
      fc.property(anything, (text) => {
        for (const segment of textSegments(text)) {
          if (segment.kind === 'link') expect(segment.url).to.match(/^https?:/);
          expect(segment.text).not.to.equal('');
        }
      }),
      { numRuns: 2000 },
    );
  });
});
