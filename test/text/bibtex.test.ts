/** Papers as BibTeX entries: types, names, keys and escaping, and that nothing in a feed breaks out of its field. */
import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { parseFeed } from '../../src/feed/formats/parse-feed.js';
import type { Paper } from '../../src/feed/model.js';
import { toBibtex } from '../../src/text/bibtex.js';
import { itWithShared } from '../support/shared-files.js';

const note: Paper = {
  id: 'note-g',
  title: 'Note G: Bernoulli Numbers',
  url: 'https://lab.example/note-g',
  publishedAt: '1843-09',
  authors: [{ name: 'Ada Lovelace' }],
  authorCount: 1,
  keywords: [],
};

const entryOf = (changes: Partial<Paper>) => readEntry(toBibtex({ ...note, ...changes }));
const authorOf = (...names: string[]) =>
  entryOf({ authors: names.map((name) => ({ name })), authorCount: undefined }).fields.author;

/** An entry as BibTeX reads it: it counts braces, escaped or not. Throws where it would stumble. */
function readEntry(entry: string): { type: string; key: string; fields: Record<string, string | undefined> } {
  const [, type = '', key = '', rest = ''] = /^@(\w+)\{([^\s,{}]+)((?:.|\n)*)\n\}$/.exec(entry) ?? [];
  const fields: Record<string, string> = {};
  let at = 0;
  while (at < rest.length) {
    const [head, name = ''] = /^,\n {2}(\w+) = \{/.exec(rest.slice(at)) ?? [];
    if (!head) throw new Error(`No field at ${JSON.stringify(rest.slice(at, at + 40))} in ${entry}`);
    at += head.length;
    const from = at;
    for (let depth = 1; depth; at++) {
      if (at >= rest.length) throw new Error(`${name} does not end in ${entry}`);
      depth += rest[at] === '{' ? 1 : rest[at] === '}' ? -1 : 0;
    }
    fields[name] = rest.slice(from, at - 1);
  }
  return { type, key, fields };
}

describe('toBibtex', () => {
  it('writes a preprint on arXiv as arXiv does', () => {
    const entry = toBibtex({
      ...note,
      arxivId: '2603.12345',
      doi: '10.48550/arXiv.2603.12345',
      venue: 'arXiv.org',
      publishedAt: '2026-03-26T00:00:00Z',
      authors: [{ name: 'Ada Lovelace' }, { name: 'Luigi Menabrea' }],
      authorCount: 4,
    });
    expect(entry).to.equal(`@misc{lovelace2026note,
  title = {{Note G: Bernoulli Numbers}},
  author = {Lovelace, Ada and Menabrea, Luigi and others},
  year = {2026},
  eprint = {2603.12345},
  archivePrefix = {arXiv},
  doi = {10.48550/arXiv.2603.12345},
  url = {https://arxiv.org/abs/2603.12345}
}`);
  });

  it('knows the class of old arXiv numbers only, which begin with it', () => {
    expect(entryOf({ arxivId: 'hep-th/9901001' }).fields.primaryClass).to.equal('hep-th');
    expect(entryOf({ arxivId: '2603.12345' }).fields.primaryClass).to.equal(undefined);
  });

  const venues: readonly [venue: string | undefined, type: string, field: string][] = [
    ['Journal of Machine Learning Research', 'article', 'journal'],
    ['IEEE Transactions on Robotics', 'article', 'journal'],
    ['Physical Review Letters', 'article', 'journal'],
    ['Nature Machine Intelligence', 'article', 'journal'],
    ['Proceedings of the National Academy of Sciences', 'article', 'journal'],
    ['Journal of Physics: Conference Series', 'article', 'journal'],
    ['International Conference on Learning Representations', 'inproceedings', 'booktitle'],
    ['NeurIPS 2025', 'inproceedings', 'booktitle'],
    ['Proceedings of the 57th Annual Meeting of the Association', 'inproceedings', 'booktitle'],
    ['Machine Learning Review', 'article', 'journal'],
    ['Workshop on Graphs', 'inproceedings', 'booktitle'],
    ['ICML workshop on graphs', 'inproceedings', 'booktitle'],
    ['Symposium on Graphs', 'inproceedings', 'booktitle'],
    ['a symposium on graphs', 'inproceedings', 'booktitle'],
    ['Cognitive Science', 'misc', 'howpublished'],
    ['bioRxiv', 'misc', 'howpublished'],
    ['Reviews of arXiv', 'article', 'journal'],
    ['arXiv (Cornell University)', 'misc', 'eprint'],
    [undefined, 'misc', 'title'],
  ];
  for (const [venue, type, field] of venues) {
    it(`takes ${venue ?? 'no venue'} for @${type}`, () => {
      const entry = entryOf({ venue, doi: '10.1000/182', arxivId: field === 'eprint' ? '2603.12345' : undefined });
      expect(entry.type).to.equal(type);
      if (venue && field !== 'eprint') expect(entry.fields[field]).to.equal(venue);
    });
  }

  it('believes a source that knows what a venue is, rather than the name', () => {
    const venue = 'Methods in Ecology and Evolution';
    const article = entryOf({ venue, venueKind: 'journal' });
    expect([article.type, article.fields.journal]).to.deep.equal(['article', venue]);
    const talk = entryOf({ venue: 'Memoirs', venueKind: 'conference' });
    expect([talk.type, talk.fields.booktitle]).to.deep.equal(['inproceedings', 'Memoirs']);
    expect(entryOf({ venueKind: 'journal' }).type).to.equal('misc');
    expect(entryOf({ venue: 'arXiv (Cornell University)', venueKind: 'journal' }).type).to.equal('misc');
  });

  itWithShared('takes all articles that Crossref lists for articles', 'feeds/crossref-works.json', (text) => {
    const { papers } = parseFeed(JSON.parse(text), { fetchedAt: '2026-01-01T00:00:00Z' });
    const types = papers.map((paper) => readEntry(toBibtex(paper)).type);
    expect(types.filter((type) => type === 'article')).to.have.lengthOf(17);
  });

  it('gives a DOI alone, and no second address that says the same', () => {
    const { fields } = entryOf({ doi: '10.1000/a_b%3C', url: 'https://doi.org/10.1000/a_b%3C' });
    expect(fields.doi).to.equal('10.1000/a_b%3C');
    expect(fields.url).to.equal(undefined);
    expect(entryOf({ doi: '10.1000/182', url: 'http://dx.doi.org/10.1000/182' }).fields.url).to.equal(undefined);
    expect(entryOf({ doi: '10.1000/182' }).fields.url).to.equal(note.url);
    const elsewhere = 'https://lab.example/?from=https://doi.org/10.1000/182';
    expect(entryOf({ doi: '10.1000/182', url: elsewhere }).fields.url).to.equal(elsewhere);
  });

  it('keeps the address of a DOI where the DOI itself is not known', () => {
    expect(entryOf({ url: 'https://doi.org/10.1000/182' }).fields.url).to.equal('https://doi.org/10.1000/182');
  });

  it('turns names round only where the family name is certain', () => {
    const names: readonly [name: string, written: string][] = [
      ['Ada Lovelace', 'Lovelace, Ada'],
      ['Lovelace, Ada', 'Lovelace, Ada'],
      ['Alan M. Turing', 'Turing, Alan M.'],
      ['J. R. R. Tolkien', 'Tolkien, J. R. R.'],
      ['J.R.R. Tolkien', 'Tolkien, J.R.R.'],
      ['J.-P. Serre', 'Serre, J.-P.'],
      ['JRR Tolkien', 'Tolkien, JRR'],
      ['Alan M Turing', 'Turing, Alan M'],
      ['Lovelace,Ada', 'Lovelace, Ada'],
      ['Lovelace, Ada, Countess', '{Lovelace, Ada, Countess}'],
      ['Joost den Draaijer', 'den Draaijer, Joost'],
      ['Luís dos Santos', 'dos Santos, Luís'],
      ['Leonardo da Vinci', 'da Vinci, Leonardo'],
      ['Gerard ter Borch', 'ter Borch, Gerard'],
      ['Karl zum Felde', 'zum Felde, Karl'],
      ['Karl zu Felde', 'zu Felde, Karl'],
      ['Ludwig van Beethoven', 'van Beethoven, Ludwig'],
      ['Charles de la Vallée', 'de la Vallée, Charles'],
      ['Élie Cartan', 'Cartan, Élie'],
      ['Elie\u0301 Carta\u0301n', 'Cartán, Elié'],
      ["Flann O'Brien", "O'Brien, Flann"],
      ['Irène Joliot-Curie', 'Joliot-Curie, Irène'],
      ['Augustus De Morgan', '{Augustus De Morgan}'],
      ['Gabriel García Márquez', '{Gabriel García Márquez}'],
      ['Ai Li', 'Li, Ai'],
      ['Yu', '{Yu}'],
      ['GLM-5 Team', '{GLM-5 Team}'],
      ['Qwen Team', '{Qwen Team}'],
      ['Meta AI', '{Meta AI}'],
      ['Bell Labs', '{Bell Labs}'],
      ['Bell Lab', '{Bell Lab}'],
      ['Study Group', '{Study Group}'],
      ['Research and Development, Inc.', '{Research and Development, Inc.}'],
      ['الخوارزمي', '{الخوارزمي}'],
      ['Софья Ковалевская', '{Софья Ковалевская}'],
      ['祖 冲之', '{祖 冲之}'],
      ['A&B {Group} 100%', '{A\\&B \\textbraceleft{}Group\\textbraceright{} 100\\%}'],
    ];
    for (const [name, written] of names) expect(authorOf(name), name).to.equal(written);
  });

  it('leaves out hidden authors, and says "others" only after names', () => {
    const authors = [{ name: 'Ada Lovelace' }, { name: 'Luigi Menabrea', hidden: true }];
    expect(entryOf({ authors, authorCount: 1 }).fields.author).to.equal('Lovelace, Ada');
    expect(entryOf({ authors, authorCount: 7 }).fields.author).to.equal('Lovelace, Ada and others');
    expect(entryOf({ authors: [], authorCount: 7 }).fields.author).to.equal(undefined);
  });

  it('names the organization where no author is known', () => {
    const organization = { name: 'Bell & Howell' };
    expect(entryOf({ organization, authors: [] }).fields.organization).to.equal('Bell \\& Howell');
    expect(entryOf({ organization }).fields.organization).to.equal(undefined);
    const odd = { name: 'Bell\\Howell \n Ltd' };
    expect(entryOf({ organization: odd, authors: [] }).fields.organization).to.equal('Bell\\textbackslash{}Howell Ltd');
  });

  it('escapes what TeX would read, and keeps all other letters', () => {
    const titles: readonly [title: string, written: string][] = [
      ['Cats & Dogs: 100% for $5, #1', 'Cats \\& Dogs: 100\\% for \\$5, \\#1'],
      ['snake_case {True, False}', 'snake\\_case \\textbraceleft{}True, False\\textbraceright{}'],
      ['a ~ b \\name', 'a \\textasciitilde{} b name'],
      ['<think> | x', '\\textless{}think\\textgreater{} \\textbar{} x'],
      ['A^2Nav and H_{2}O', 'A\\textsuperscript{2}Nav and H\\textsubscript{2}O'],
      ['$\\pi_0$ at Work', 'π\\textsubscript{0} at Work'],
      ['$\\input{/etc/hosts}x$', '/etc/hostsx'],
      ['Größe, 量子 und Ωmega', 'Größe, 量子 und Ωmega'],
      ['One\n  line', 'One line'],
      ['$x^2$ & y', 'x\\textsuperscript{2} \\& y'],
    ];
    for (const [title, written] of titles) expect(entryOf({ title }).fields.title, title).to.equal(`{${written}}`);
  });

  it('makes keys that can be typed', () => {
    const keys: readonly [changes: Partial<Paper>, key: string][] = [
      [{}, 'lovelace1843note'],
      [{ title: 'On the Engine' }, 'lovelace1843engine'],
      [{ authors: [{ name: 'Peder Møller' }], publishedAt: undefined }, 'mollernote'],
      [{ authors: [{ name: 'GLM-5 Team' }], title: 'GLM-5' }, 'glm51843glm'],
      [{ authors: [], title: 'القراءة' }, 'paper1843'],
      [{ authors: [{ name: 'Augustus De Morgan' }] }, 'morgan1843note'],
      [{ authors: [{ name: 'Institute' }] }, 'paper1843note'],
      [{ title: 'x'.repeat(100) }, `lovelace1843${'x'.repeat(30)}`],
    ];
    for (const [changes, key] of keys) expect(entryOf(changes).key).to.equal(key);
  });

  it('takes only the year of a date, and none of junk', () => {
    expect(entryOf({ publishedAt: '2026-03-26T05:21:45.000Z' }).fields.year).to.equal('2026');
    expect(entryOf({ publishedAt: 'some day' }).fields.year).to.equal(undefined);
    expect(entryOf({ publishedAt: 'after 1843' }).fields.year).to.equal(undefined);
  });

  it('never lets text out of its field, whatever it holds', () => {
    const text = fc.string({ unit: fc.constantFrom(...'{}\\$%"@,=&#_^~\n a', 'β') });
    fc.assert(
      fc.property(text, text, text, (title, name, place) => {
        const entry = readEntry(
          toBibtex({
            ...note,
            title,
            authors: [{ name: name || 'x' }],
            venue: place,
            arxivId: place,
            doi: place,
            url: `https://lab.example/?${place}`,
            organization: { name },
          }),
        );
        expect(entry.type).to.be.oneOf(['misc', 'article', 'inproceedings']);
      }),
    );
  });

  for (const file of [
    'hf-daily-2025-01-27',
    'hf-daily-2026-08-21',
    'crossref-works',
    'openalex-works',
    'seed-daily-papers',
  ]) {
    itWithShared('reads back what it writes of real papers', `feeds/${file}.json`, (json) => {
      const { papers } = parseFeed(JSON.parse(json), {
        url: 'https://lab.example/',
        fetchedAt: '2026-01-01T00:00:00Z',
      });
      expect(papers.length).to.be.greaterThan(0);
      for (const paper of papers) {
        const { type, key, fields } = readEntry(toBibtex(paper));
        expect(key).to.match(/^[a-z\d]{5,}$/);
        expect(fields.title).to.match(/^\{.+\}$/);
        if (paper.arxivId) expect(type).to.equal('misc');
        if (paper.authors.length) expect(fields.author?.split(' and ')).to.have.length.at.least(paper.authors.length);
      }
    });
  }
});
