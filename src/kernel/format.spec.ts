import { day, month } from './month.ts';
import * as format from './format.ts';

const plain = (text: string): string => text.replaceAll('\u00a0', ' ');

describe('figures and days', () => {
  it('are written as an office in Vietnam writes them', () => {
    expect([
      plain(format.formatPercent('vi', 0.857)),
      format.formatNumber('vi', 1234.5),
      plain(format.formatRatio('vi', 141, 143)),
      format.formatSigned('vi', -6),
      format.formatDate('vi', day('2020-12-03')),
      format.formatWeekday('vi', day('2020-12-03')),
      format.formatShortWeekday('vi', day('2020-12-06')),
      format.formatMonth('vi', month('2020-12')),
      plain(format.formatMinutes('vi', 120)),
      format.twoDigits(4),
      format.formatExactly('vi', 1234.567),
    ]).toEqual([
      '85,7%',
      '1.234,5',
      '141 / 143',
      '−6',
      '03/12/2020',
      'Thứ Năm',
      'CN',
      '12/2020',
      '120 phút',
      '04',
      '1234,567',
    ]);
  });

  it('are written in English for who reads English', () => {
    expect([
      format.formatPercent('en', 0.857),
      format.formatNumber('en', 1234.5),
      plain(format.formatDate('en', day('2020-12-03'))),
      plain(format.formatShortDate('en', day('2020-12-03'))),
      format.formatWeekday('en', day('2020-12-03')),
      plain(format.formatMonth('en', month('2020-12'))),
      plain(format.formatMinutes('en', 1)),
    ]).toEqual(['85.7%', '1,234.5', '3 Dec 2020', '3 Dec', 'Thursday', 'December 2020', '1 minute']);
  });

  it('stand in a field as they are to be typed, and what is no day as it was typed', () => {
    expect(['2020-12-03', '3.12.2020', '31/11/2020', ''].map(format.dayInField)).toEqual([
      '03/12/2020',
      '03/12/2020',
      '31/11/2020',
      '',
    ]);
  });

  it('show the local time of the zone of the committee', () => {
    const at = new Date('2020-12-02T17:14:00Z');
    expect(plain(format.formatInstant('vi', 'Asia/Ho_Chi_Minh', at))).toBe('00:14 ngày 03/12/2020');
  });
});
