/** The optional mathematics: formulas as MathML, late and early, and nothing of a formula that could do harm. */
import { expect } from '@open-wc/testing';
import '../../src/math/math.js';
import { mathFromTex } from '../../src/math/math-from-tex.js';
import { renderMath, setMathRenderer } from '../../src/shared/math-renderer.js';
import { clipped, find, has, makeCard, textOf } from '../support/card-element.js';
import { isWebKit } from '../support/engines.js';

/** A formula in one line: names of elements, and their text. */
function drawn(tex: string): string | undefined {
  const node = mathFromTex(tex);
  const of = (each: Node): string =>
    each instanceof Element
      ? `${each.localName}(${[...each.childNodes].map(of).join(' ')})`
      : each.nodeType === Node.TEXT_NODE
        ? each.textContent!
        : [...each.childNodes].map(of).join(' ');
  return node && of(node);
}

const elementsOf = (tex: string) => {
  const box = document.createElement('div');
  box.append(mathFromTex(tex) ?? '');
  return [...box.querySelectorAll('*')];
};

describe('mathematics', () => {
  afterEach(() => setMathRenderer(mathFromTex));

  const formulas: readonly [tex: string, expected: string][] = [
    ['\\pi_0', 'math(msub(mi(π) mn(0)))'],
    ['\\frac{a}{b}', 'math(mfrac(mi(a) mi(b)))'],
    ['\\mathbb{R}^d', 'math(msup(mi(ℝ) mi(d)))'],
    ['\\sqrt{x}', 'math(msqrt(mrow(mi(x) mspace())))'],
    ['x\\%', 'math(mrow(mi(x) mi(%)))'],
    ['\\boxed{x}', 'math(mrow(mi(x)))'],
  ];
  for (const [tex, expected] of formulas) it(`reads ${tex}`, () => expect(drawn(tex)).to.equal(expected));

  it('is drawn in titles and abstracts', async () => {
    const card = await makeCard({ title: '$x_{0.5}$ at Work', abstract: 'In $O(n^2)$ steps.' });
    expect(find(card, '.title math')!.textContent).to.equal('x0.5');
    expect(card.shadowRoot!.querySelector('.abstract math msup')!.textContent).to.equal('n2');
    expect(textOf(card, '.abstract')).to.equal('In O(n2) steps.');
    await expect(card).to.be.accessible();
  });

  // WebKit breaks the line all the same.
  (isWebKit ? it.skip : it)('keeps its comma on its line (not in WebKit)', async () => {
    const card = await makeCard({ abstract: 'See that $x=y$, and more.' });
    const formula = find(card, '.abstract math')!;
    const comma = document.createRange();
    const text = [...find(card, '.abstract p')!.childNodes].find(({ nodeValue }) => nodeValue?.startsWith(','))!;
    comma.setStart(text, 0);
    comma.setEnd(text, 1);
    const middle = ({ top, bottom }: DOMRect) => (top + bottom) / 2;
    for (let width = 120; width < 300; width++) {
      card.style.width = `${width}px`;
      const distance = middle(comma.getBoundingClientRect()) - middle(formula.getBoundingClientRect());
      expect(Math.abs(distance), `${width} pixels`).to.be.lessThan(12);
    }
  });

  it('leaves money and other dollars alone', async () => {
    for (const abstract of ['It costs $5 to $10 a day.', 'Under $0.1 per task, or $3 for all.', 'US$ and A$.']) {
      const card = await makeCard({ abstract });
      expect(has(card, 'math'), abstract).to.equal(false);
      expect(textOf(card, '.abstract')).to.equal(abstract);
    }
  });

  it('may come late, and go again: what is on the page follows', async () => {
    setMathRenderer(undefined);
    const card = await makeCard({ abstract: 'In $O(n^2)$ steps.' });
    expect(has(card, 'math')).to.equal(false);
    expect(find(card, '.abstract sup')!.textContent).to.equal('2');
    setMathRenderer(mathFromTex);
    await card.updateComplete;
    expect(has(card, '.abstract math')).to.equal(true);
    setMathRenderer(undefined);
    await card.updateComplete;
    expect(has(card, '.abstract math')).to.equal(false);
  });

  it('stays while the abstract opens, and is marked as a search hit', async () => {
    const card = await makeCard({ abstract: `In $O(n^2)$ steps. ${'Words and more words. '.repeat(60)}` });
    (await clipped(card)).click();
    await card.updateComplete;
    expect(card.shadowRoot!.querySelectorAll('math')).to.have.length(1);
  });

  it('keeps the readable text of what it cannot read', async () => {
    const card = await makeCard({ abstract: 'We use $\\foo_a^b{$ and $\\notacommand{x}$ here.' });
    expect(has(card, 'math')).to.equal(false);
    expect(textOf(card, '.abstract')).to.contain('here.');
    expect(drawn('\\frac{a')).to.equal(undefined);
    expect(drawn('')).to.not.equal('error');
  });

  it('lets no formula link, load, name or run anything', () => {
    for (const tex of [
      '\\href{javascript:alert(1)}{x}',
      '\\url{https://x.example}',
      '\\includegraphics{https://x.example/a.png}',
      '\\class{a}{x}',
      '\\id{a}{x}',
      '\\style{color:red}{x}',
      '\\data{a=b}{x}',
      '\\ref{a}',
      '\\cref{a}',
    ])
      expect(drawn(tex), tex).to.equal(undefined);
  });

  it('lets no formula colour itself, or move over the text around it', () => {
    for (const tex of [
      '\\color{red}x',
      '\\colorbox{red}{x}',
      '\\kern-100em x',
      '\\hspace{-99em}x',
      '\\raisebox{99em}{x}',
      '\\mathllap{xxxx}',
      '\\rule{99em}{99em}',
      '\\label{a}x',
      '\\hat{x}',
      '\\begin{pmatrix}a&b\\\\c&d\\end{pmatrix}',
    ]) {
      const allowed =
        /^(?:scriptlevel|displaystyle|accent|fence|form|stretchy|width|mathvariant|minsize|maxsize|separator)$/;
      for (const element of elementsOf(tex))
        for (const { name, value } of element.attributes) {
          expect(name, tex).to.match(allowed);
          expect(value, tex).not.to.match(/-|\d\d/);
        }
    }
  });

  it('is bounded', () => {
    expect(drawn(`x${'^{x'.repeat(400)}${'}'.repeat(400)}`)).to.equal(undefined);
    expect(drawn('x+'.repeat(499) + 'x')).to.not.equal(undefined);
    expect(drawn('x+'.repeat(500) + 'x')).to.equal(undefined);
    for (const tex of ['\\def\\a{xx}\\a', '\\gdef\\a{x}', '\\newcommand{\\a}{x}\\a', '\\let\\a=b'])
      expect(drawn(tex), tex).to.equal(undefined);
  });

  it('breaks long formulas at their operators, and short ones never', async () => {
    const long = Array.from({ length: 20 }, (_, index) => `x_{${index}}`).join(' + ');
    expect(elementsOf('a + b = c').filter(({ localName }) => localName === 'math')).to.have.length(1);
    const card = await makeCard({ abstract: `Sum $${long}$.` }, { 'abstract-lines': '0' });
    card.style.width = '240px';
    expect(card.scrollWidth).to.equal(240);
    expect(card.shadowRoot!.querySelectorAll('math').length).to.be.greaterThan(10);
  });

  it('gives a new node for each place', () => {
    expect(renderMath('\\pi_0') === renderMath('\\pi_0')).to.equal(false);
  });
});
