/** One-line fields, abstracts and markup as plain text. */
import { expect } from '@open-wc/testing';
import { MAX_TEXT_LENGTH, readLine, readText } from '../../../src/feed/formats/read-text.js';
import { stripTags } from '../../../src/feed/formats/strip-tags.js';
import { itWithShared } from '../../support/shared-files.js';

/** What an abstract in HTML comes to. */
const readHtml = (html: unknown) => readText(stripTags(html));

describe('readLine', () => {
  const lines: readonly (readonly [value: unknown, line: string | undefined])[] = [
    ['  Attention\n  Is All\tYou Need ', 'Attention Is All You Need'],
    ['Under $0.1: X^2 and \\textsc{Maps}', 'Under $0.1: X^2 and \\textsc{Maps}'],
    ['Let <think> and <EOS> be', 'Let <think> and <EOS> be'],
    ['Ryan&#39;s &amp; Ada&#x2019;s &quot;blog&quot;', 'Ryan\'s & Ada’s "blog"'],
    ['&lsquo;Ada&rsquo; &ldquo;G&rdquo; 1&ndash;2&mdash;it&apos;s&nbsp;so&hellip;', "‘Ada’ “G” 1–2—it's so…"],
    ['&amp;nbsp; and &amp;lt;', '&nbsp; and &lt;'],
    ['AT&T; R&D &unknown; &', 'AT&T; R&D &unknown; &'],
    ['&#0;&#xd800;&#1114112;&#xfffffff;', '&#1114112;&#xfffffff;'],
    ['&constructor; &__proto__;', '&constructor; &__proto__;'],
    [1984, '1984'],
    ['', undefined],
    [' \n\t', undefined],
    ['\u200b\u200d\ufeff', undefined],
    ['&nbsp;', undefined],
    [null, undefined],
    [false, undefined],
    [['A'], undefined],
    [{ toString: 'A' }, undefined],
  ];
  for (const [value, line] of lines) {
    it(`${JSON.stringify(value)}: ${JSON.stringify(line)}`, () => {
      expect(readLine(value)).to.equal(line);
    });
  }

  it('removes what entities would bring in', () => {
    expect(readLine('42 &#8238;upvotes&#x202e;')).to.equal('42 upvotes');
  });

  it('cuts what is too long to be a line', () => {
    expect(readLine('ab '.repeat(100_000))?.length).to.equal(1000);
    expect(readLine(`${'a'.repeat(999)}👩‍🔬`)).to.equal('a'.repeat(999));
  });

  itWithShared('leaves no control that changes direction, and all that must stay', 'corpora/bidi.json', (text) => {
    for (const { value, note = '' } of JSON.parse(text) as { value: string; note?: string }[]) {
      const line = readLine(value) ?? '';
      // eslint-disable-next-line no-control-regex
      expect(line).to.not.match(/[\0-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufeff]|[\u{e0000}-\u{e007f}]|\p{Cs}/u);
      if (note.includes('must be left as it is')) expect(line).to.equal(value);
      if (value.includes('\u200d') && !value.includes('\u202a')) expect(line).to.contain('\u200d');
    }
    expect(readLine('\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645')).to.contain('\u200c');
  });
});

describe('readText', () => {
  it('joins hard-wrapped lines and keeps paragraphs', () => {
    expect(readText('One\n  two.\r\n\r\nThree\n \t\nfour. ')).to.equal('One two.\n\nThree\n\nfour.');
  });

  it('is cut at a length that no abstract has', () => {
    expect(readText('word '.repeat(100_000))?.length).to.be.within(MAX_TEXT_LENGTH - 5, MAX_TEXT_LENGTH);
  });

  it('gives nothing for anything but text', () => {
    expect([null, 7, {}, ['a'], '', ' \n '].map(readText)).to.deep.equal(Array(6).fill(undefined));
  });
});

describe('stripTags', () => {
  const texts: readonly (readonly [html: unknown, text: string | undefined])[] = [
    ['<p>One</p><p>two</p>', 'One\n\ntwo'],
    ['<h2 id="a">Head <a href="#a">link</a></h2>\n<p>one\n\ntwo</p>', 'Head link\n\none two'],
    ['one<br>two<hr/>three', 'one\n\ntwo\n\nthree'],
    ['<ul><li>one</li><li>two</li></ul>', 'one\n\ntwo'],
    ['H<sub>2</sub>O in <code>main()</code>', 'H2O in main()'],
    ['<script>alert("<p>")</script>a<style>p{}</style>b<svg><text>c</text></svg>d', 'abd'],
    ['a<script src=x>', 'a'],
    ['<SCRIPT>a</SCRIPT>b<script>c</script>d', 'bd'],
    ['<noscript>a</noscript>b', 'ab'],
    ['<styled-text>a</styled-text>b', 'ab'],
    ['one<h3>two</h3>three<ol>four</ol>five<td>six<th>seven', 'one\n\ntwo\n\nthree\n\nfour\n\nfive\n\nsix\n\nseven'],
    ['one<dt>two<dd>three<tr>four', 'one\n\ntwo\n\nthree\n\nfour'],
    ['<pre-print>one</pre-print>two<sup>2</sup>', 'onetwo2'],
    ['a<!-- <p>no</p> --><!doctype html><?php no ?></>b', 'ab'],
    ['<img alt="1 > 0" src=x>one', 'one'],
    ["<img alt='1 > 0' src=x>one", 'one'],
    ["<p title=it's>one</p>", 'one'],
    ['p < 0.05, a <b and 3 > 2', 'p < 0.05, a 2'],
    ['p < 0.05 and 3 > 2', 'p < 0.05 and 3 > 2'],
    ['&lt;b&gt; &amp;amp; &mdash;', '<b> &amp; —'],
    ['<jats:title>Aim</jats:title>\n   <jats:p>One <jats:italic>two</jats:italic></jats:p>', 'Aim\n\nOne two'],
    ['<jats:list><jats:list-item><jats:p>one</jats:p></jats:list-item></jats:list>', 'one'],
    ['<unknown-element>one</unknown-element>', 'one'],
    ['<p>one', 'one'],
    ['one<', 'one<'],
    ['one<p', 'one'],
    ['<img src=x onerror=alert(1)>', undefined],
    ['', undefined],
    [7, undefined],
    [null, undefined],
  ];
  for (const [html, text] of texts) {
    it(`${JSON.stringify(html)}: ${JSON.stringify(text)}`, () => {
      expect(readHtml(html)).to.equal(text);
    });
  }

  it('stops when there is enough', () => {
    expect(readHtml('<p>word</p>'.repeat(200_000))?.length).to.be.most(MAX_TEXT_LENGTH);
  });

  // With anything quadratic in it, one of these would take minutes and end in the runner's time limit.
  for (const piece of [
    '<',
    '<a',
    '<a ',
    '<a "',
    "<a '",
    `<a "'`,
    '<!--',
    '<script>',
    '<script',
    '</',
    '&',
    '&#',
    ' ',
    '\n',
    '\n ',
  ]) {
    it(`is done soon with a megabyte of ${JSON.stringify(piece)}`, () => {
      readHtml(piece.repeat(1_000_000 / piece.length));
      readLine(piece.repeat(1_000_000 / piece.length));
    });
  }
});
