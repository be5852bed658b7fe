import { expect } from '@open-wc/testing';
import { formatAge, formatCount, formatDate } from '../../src/shared/format.js';

const now = Date.UTC(2026, 2, 27);

describe('formatDate', () => {
  const table: [iso: string, locale: string, expected: string][] = [
    ['2026-01-08T00:00:00Z', 'en', 'Jan 8'],
    ['2026-01-08', 'en', 'Jan 8'],
    ['2023-07-23T00:00:00Z', 'en', 'Jul 23, 2023'],
    ['2026-03', 'en', 'Mar 2026'],
    ['1987', 'en', '1987'],
    ['2025-12-31T23:59:59Z', 'en', 'Dec 31, 2025'],
    ['2026-01-08', 'de', '8. Jan.'],
    ['2023-07-23', 'ja', '2023年7月23日'],
    ['2026-01-08', 'pt-BR', '8 de jan.'],
    ['2026-01-08', 'ko', '1월 8일'],
    ['2026-01-08', 'ar-MA', '8 يناير'],
    ['2026-01-08', 'ar-EG', '٨ يناير'],
    // Periods are Gregorian months, whatever the calendar of the country.
    ['2026-01-08', 'fa', '۸ ژانویه'],
    ['2023-07', 'th', 'ก.ค. 2023'],
    ['soon', 'en', ''],
    ['yesterday', 'en', ''],
    ['yesterday', 'de', ''],
    ['', 'en', ''],
  ];
  for (const [iso, locale, expected] of table) {
    it(`writes ${iso || 'nothing'} in ${locale}`, () => expect(formatDate(iso, locale, now)).to.equal(expected));
  }

  it('writes English as Intl does', () => {
    const options = { timeZone: 'UTC', year: 'numeric', month: 'short', day: 'numeric' } as const;
    const intl = (iso: string, parts: Intl.DateTimeFormatOptions) =>
      new Intl.DateTimeFormat('en-US', { ...parts, timeZone: 'UTC' }).format(Date.parse(iso));
    for (let month = 1; month <= 12; month++) {
      const iso = `2024-${String(month).padStart(2, '0')}`;
      expect(formatDate(`${iso}-09`, 'en', now)).to.equal(intl(`${iso}-09`, options));
      expect(formatDate(`${iso}-28`, 'en-US', now, 'long')).to.equal(intl(`${iso}-28`, { ...options, month: 'long' }));
      expect(formatDate(iso, 'en', now)).to.equal(intl(iso, { year: 'numeric', month: 'short' }));
      const thisYear = `2026${iso.slice(4)}-17`;
      expect(formatDate(thisYear, 'en', now)).to.equal(intl(thisYear, { month: 'short', day: 'numeric' }));
    }
    expect(formatDate('2024-02-09', 'en-GB', now)).to.equal('9 Feb 2024');
  });

  it('means the calendar day in UTC, wherever the reader is', () => {
    expect(formatDate('2026-01-01T00:00:00.000Z', 'en', now)).to.equal('Jan 1');
    expect(formatDate('2026-01-01T23:59:59.000Z', 'en', now)).to.equal('Jan 1');
  });

  it('writes the same day anew when a year has begun, or another precision or language asks', () => {
    const write = (iso: string, at: number, locale = 'en', style?: 'long') => formatDate(iso, locale, at, style);
    const [before, after] = [Date.UTC(2024, 11, 31), Date.UTC(2025, 0, 1)];
    expect(write('2024-12-01', before)).to.equal('Dec 1');
    expect(write('2024-12-01', after)).to.equal('Dec 1, 2024');
    expect(write('2024-12', after)).to.equal('Dec 2024');
    expect(write('2024-12-01', after, 'en', 'long')).to.equal('December 1, 2024');
    expect(write('2024-12-01', after, 'en-GB')).to.equal('1 Dec 2024');
    expect(write('2024-12-01', before)).to.equal('Dec 1');
  });

  it('writes months out where asked', () => {
    expect(formatDate('2026-01-08', 'en', now, 'long')).to.equal('January 8, 2026');
  });
});

describe('formatCount', () => {
  const table: [count: number, locale: string, expected: string][] = [
    [0, 'en', '0'],
    [999, 'en', '999'],
    [1000, 'en', '1k'],
    [3290, 'en', '3.29k'],
    [3290, 'en-US', '3.29k'],
    [7, 'ar-EG', '٧'],
    // A page's own feed may say anything.
    [-3290, 'en', '-3.29k'],
    [1.234567, 'en', '1.23'],
    [79408, 'en', '79.4k'],
    [1_200_000, 'en', '1.2M'],
    [3290, 'fr', '3,29\u00a0k'],
    [3290, 'es', '3,29\u00a0mil'],
    [3290, 'ko', '3.29천'],
    [79408, 'ja', '7.94万'],
    [3290, 'ar-MA', '3,29\u00a0ألف'],
    [3290, 'ar-EG', '٣٫٢٩\u00a0ألف'],
    // No short word for thousands: three digits and zeros would be a false number.
    [3294, 'de', '3294'],
    [79408, 'de', '79.408'],
    [3294, 'zh-CN', '3294'],
    [1_234_567, 'de', '1,23\u00a0Mio.'],
  ];
  for (const [count, locale, expected] of table) {
    it(`writes ${count} in ${locale}`, () => expect(formatCount(count, locale)).to.equal(expected));
  }
});

describe('formatAge', () => {
  const table: [iso: string, locale: string, expected: string][] = [
    ['2026-03-26T23:59:50Z', 'en', '1 minute ago'],
    ['2026-03-26T23:58:00Z', 'en', '2 minutes ago'],
    ['2026-03-26T23:00:01Z', 'en', '59 minutes ago'],
    ['2026-03-26T23:00:00Z', 'en', '1 hour ago'],
    ['2026-03-26T20:30:00Z', 'en', '3 hours ago'],
    ['2026-03-26T00:00:00Z', 'en', '1 day ago'],
    ['2026-03-20T00:00:00Z', 'en', '7 days ago'],
    ['2026-03-26T21:00:00Z', 'fr', 'il y a 3 heures'],
    // The reader's clock may be slow.
    ['2026-03-27T05:00:00Z', 'en', '1 minute ago'],
  ];
  for (const [iso, locale, expected] of table) {
    it(`writes ${iso} in ${locale}`, () => expect(formatAge(iso, locale, now)).to.equal(expected));
  }
});
