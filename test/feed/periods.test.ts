/** Days, ISO weeks and months in UTC. */
import { expect } from '@open-wc/testing';
import { isWeekend, kindOf, periodOf, startOf, stepPeriod } from '../../src/feed/periods.js';

describe('periodOf', () => {
  const periods: readonly (readonly [iso: string, day?: string, week?: string, month?: string])[] = [
    ['2026-03-26T05:21:45.000Z', '2026-03-26', '2026-W13', '2026-03'],
    ['2026-03-26T23:59:59.999Z', '2026-03-26', '2026-W13', '2026-03'],
    ['2026-03-29', '2026-03-29', '2026-W13', '2026-03'],
    ['2026-03-30', '2026-03-30', '2026-W14', '2026-03'],
    // The days around a new year belong to the year that their Thursday lies in.
    ['2024-12-30', '2024-12-30', '2025-W01', '2024-12'],
    ['2026-12-31', '2026-12-31', '2026-W53', '2026-12'],
    ['2027-01-03', '2027-01-03', '2026-W53', '2027-01'],
    ['2023-01-01', '2023-01-01', '2022-W52', '2023-01'],
    ['2026-W13', '2026-03-23', '2026-W13', '2026-03'],
    ['2026-03', undefined, undefined, '2026-03'],
    ['2026'],
    [''],
    ['week 3'],
    ['2026-13-45'],
  ];
  for (const [iso, ...expected] of periods) {
    it(JSON.stringify(iso), () => {
      const found = (['day', 'week', 'month'] as const).map((kind) => periodOf(iso, kind));
      expect(found).to.deep.equal([0, 1, 2].map((index) => expected[index]));
    });
  }
});

it('kindOf tells days, weeks and months apart', () => {
  const kinds = ['2026-03-26', '2026-W13', '2026-03', '2026', '2026-W54', '2026-W00', 'March'].map(kindOf);
  expect(kinds).to.deep.equal(['day', 'week', 'month', undefined, undefined, undefined, undefined]);
});

it('startOf gives the first moment in UTC', () => {
  expect(startOf('2026-W01')).to.equal(Date.UTC(2025, 11, 29));
  expect(startOf('2026-03')).to.equal(Date.UTC(2026, 2, 1));
});

describe('stepPeriod', () => {
  const steps = [
    ['2026-03-01', 'day', -1, '2026-02-28'],
    ['2024-02-28', 'day', 1, '2024-02-29'],
    ['2026-W53', 'week', 1, '2027-W01'],
    ['2025-W01', 'week', -1, '2024-W52'],
    ['2026-12', 'month', 1, '2027-01'],
    ['2026-01', 'month', -1, '2025-12'],
    // Nobody's daylight saving time moves a day of UTC.
    ['2026-03-29', 'day', 1, '2026-03-30'],
    ['2026-10-25', 'day', -1, '2026-10-24'],
  ] as const;
  for (const [at, kind, step, expected] of steps) {
    it(`${at} ${step > 0 ? '+' : '−'} one ${kind}`, () => expect(stepPeriod(at, kind, step)).to.equal(expected));
  }

  it('leads nowhere from what is no period', () => {
    for (const kind of ['day', 'week', 'month'] as const) expect(stepPeriod('soon', kind, 1)).to.equal(undefined);
  });
});

it('isWeekend knows Saturdays and Sundays', () => {
  const days = ['2026-03-27', '2026-03-28', '2026-03-29', '2026-03-30', 'never'];
  expect(days.map(isWeekend)).to.deep.equal([false, true, true, false, false]);
});
