/** Dates, counts and identifiers, as feeds write them. */
import { expect } from '@open-wc/testing';
import { readArxivId, readCount, readDate, readDoi } from '../../../src/feed/formats/read-values.js';
import { itWithShared } from '../../support/shared-files.js';

describe('readDate', () => {
  const dates: readonly (readonly [value: unknown, date: string | undefined])[] = [
    ['2026-03-26T05:21:45.000Z', '2026-03-26T05:21:45.000Z'],
    ['2026-03-26T05:21:45Z', '2026-03-26T05:21:45.000Z'],
    ['2019-10-12T07:20:50.52Z', '2019-10-12T07:20:50.520Z'],
    ['2019-10-12T07:20:50.123456Z', '2019-10-12T07:20:50.123Z'],
    ['2014-05-09T14:04:00-07:00', '2014-05-09T21:04:00.000Z'],
    ['2014-05-09T23:30:00+0130', '2014-05-09T22:00:00.000Z'],
    ['2026-08-21T02:30:55', '2026-08-21T02:30:55.000Z'],
    ['2026-08-21 02:30:55', '2026-08-21T02:30:55.000Z'],
    ['2026-08-21t02:30z', '2026-08-21T02:30:00.000Z'],
    [' 2026-03-26 ', '2026-03-26'],
    ['2026-03', '2026-03'],
    ['1987', '1987'],
    [1987, '1987'],
    [1_774_502_505, '2026-03-26T05:21:45.000Z'],
    [1_774_502_505_000, '2026-03-26T05:21:45.000Z'],
    ['2026-13-01', undefined],
    ['2026-00', undefined],
    ['2026-03-26T25:00:00Z', undefined],
    ['March 2026', undefined],
    ['2026-03-26, revised', undefined],
    ['20260326', undefined],
    ['03/26/2026', undefined],
    ['26', undefined],
    ['+010000-01-01', undefined],
    ['9999-12-31T23:00:00-12:00', undefined],
    [1e300, undefined],
    [-5, undefined],
    [NaN, undefined],
    ['', undefined],
    [null, undefined],
    [true, undefined],
    [['2026'], undefined],
    [{ toString: 1 }, undefined],
  ];
  for (const [value, date] of dates) {
    it(`${JSON.stringify(value)}: ${date}`, () => {
      expect(readDate(value)).to.equal(date);
    });
  }
});

describe('readCount', () => {
  it('takes whole numbers, also written as text', () => {
    expect([0, 7, '0', '664'].map(readCount)).to.deep.equal([0, 7, 0, 664]);
    expect(Object.is(readCount(-0), 0)).to.equal(true);
  });

  it('refuses anything else', () => {
    const others = [-1, 1.5, NaN, Infinity, 2 ** 53, '', ' 7', '-7', '1e3', '7.0', '9'.repeat(16), null, true, [7], {}];
    expect(others.map(readCount)).to.deep.equal(others.map(() => undefined));
  });
});

describe('readArxivId', () => {
  const ids: readonly (readonly [value: unknown, id: string | undefined])[] = [
    ['2603.12345', '2603.12345'],
    ['2608.20333v1', '2608.20333'],
    ['arXiv:0704.0001', '0704.0001'],
    ['hep-th/9901001v2', 'hep-th/9901001'],
    ['https://arxiv.org/abs/2603.12345v3', '2603.12345'],
    ['http://arxiv.org/pdf/2603.12345v3.pdf?download=1', '2603.12345'],
    ['https://arxiv.org/abs/math/0309136', 'math/0309136'],
    ['https://huggingface.co/papers/2603.12345#community', '2603.12345'],
    ['10.48550/arXiv.2603.12345', '2603.12345'],
    ['https://lab.example/papers/2603.12345', undefined],
    ['10.1000/182', undefined],
    ['2603.123', undefined],
    ['2603.123456', undefined],
    ['attention-is-all-you-need', undefined],
    [2603.12345, '2603.12345'],
    [null, undefined],
  ];
  for (const [value, id] of ids) {
    it(`${JSON.stringify(value)}: ${id}`, () => {
      expect(readArxivId(value)).to.equal(id);
    });
  }

  itWithShared('agrees with arXiv’s own tests', 'corpora/arxiv-ids.json', (text) => {
    const { valid, odd } = JSON.parse(text) as { valid: string[]; odd: string[] };
    expect(valid.map(readArxivId)).to.deep.equal(valid.map((id) => id.replace(/v\d+$/, '')));
    expect(odd.map(readArxivId)).to.deep.equal(odd.map(() => undefined));
  });
});

describe('readDoi', () => {
  const dois: readonly (readonly [value: unknown, doi: string | undefined])[] = [
    ['10.1000/182', '10.1000/182'],
    ['10.1111/ELE.14024', '10.1111/ele.14024'],
    ['https://doi.org/10.5580/1cbc', '10.5580/1cbc'],
    ['http://dx.doi.org/10.5580/1cbc', '10.5580/1cbc'],
    ['doi:10.5580/1cbc', '10.5580/1cbc'],
    [
      '10.1002/(sici)1097-4571(1998)49:8<693::aid-asi4>3.0.co;2-o',
      '10.1002/(sici)1097-4571(1998)49:8<693::aid-asi4>3.0.co;2-o',
    ],
    ['https://lab.example/10.5580/1cbc', undefined],
    ['10.5580', undefined],
    ['10.5580/a b', undefined],
    ['', undefined],
    [10.1, undefined],
    [null, undefined],
  ];
  for (const [value, doi] of dois) {
    it(`${JSON.stringify(value)}: ${doi}`, () => {
      expect(readDoi(value)).to.equal(doi);
    });
  }
});
