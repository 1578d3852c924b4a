import { month } from '../../../kernel/month.ts';
import { textOf } from './statement.ts';
import {
  clause,
  grouped,
  mean,
  meanChange,
  monthInFigures,
  monthInWords,
  outOf,
  percent,
  points,
  shareChange,
  writtenCount,
} from './vietnamese-figures.ts';

const share = (numerator: number, denominator: number) => ({ numerator, denominator });

describe('Vietnamese figures', () => {
  it.each([
    [share(36, 42), '85,7%'],
    [share(1, 3), '33,3%'],
    [share(2, 3), '66,7%'],
    [share(1, 2000), '0,1%'],
    [share(1, 2001), '0%'],
    [share(9, 10), '90%'],
    [share(42, 42), '100%'],
    [share(1999, 2000), '100%'],
    [share(0, 5), '0%'],
  ])('write %j as %s', (ratio, text) => {
    expect(percent(ratio)).toBe(text);
  });

  it('write counts below ten with a zero and thousands with a point', () => {
    expect([0, 4, 10, 999, 1000, 1234567].map(writtenCount)).toEqual(['00', '04', '10', '999', '1.000', '1.234.567']);
    expect(grouped(4)).toBe('4');
  });

  it('write points and means with one decimal where it says something', () => {
    expect([9000, 8650, 8655, 8664, 5].map(points)).toEqual(['90', '86,5', '86,6', '86,6', '0,1']);
    expect(mean(share(17_500, 2), []).figure).toBe('87,5');
    expect(mean(share(26_000, 3), []).figure).toBe('86,7');
  });

  it('write months as documents do', () => {
    expect([monthInWords(month('2021-02')), monthInWords(month('2020-12')), monthInFigures(month('2021-03'))]).toEqual([
      'tháng 02 năm 2021',
      'tháng 12 năm 2020',
      'tháng 3/2021',
    ]);
  });

  it('say how a share has changed', () => {
    const since = month('2020-11');
    expect(shareChange(share(9, 10), share(4, 5), since)).toBe(', tăng 10 điểm phần trăm so với tháng 11/2020');
    expect(shareChange(share(400, 500), share(857, 1000), since)).toBe(
      ', giảm 5,7 điểm phần trăm so với tháng 11/2020',
    );
    expect(shareChange(share(4, 5), share(8, 10), since)).toBe(', tương đương tháng 11/2020');
    expect([shareChange(share(4, 5), undefined, undefined), shareChange(share(4, 5), share(0, 0), since)]).toEqual([
      '',
      '',
    ]);
  });

  it('compare only what was counted from enough', () => {
    const since = month('2020-11');
    const incomparable = (now: number, before: number) =>
      ` (chưa so sánh với tháng 11/2020, vì tính trên ${now}, tháng đó trên ${before})`;
    expect(shareChange(share(4, 4), share(150, 183), since)).toBe(incomparable(4, 183));
    expect(shareChange(share(150, 183), share(4, 4), since)).toBe(incomparable(183, 4));
    expect(meanChange(share(38_500, 4), share(1_600_000, 183), since)).toBe(incomparable(4, 183));
    expect(meanChange(share(90_000, 10), share(177_000, 20), since)).toBe(', tăng 1,5 điểm so với tháng 11/2020');
    expect(meanChange(share(90_000, 10), share(185_850, 21), since)).toBe(incomparable(10, 21));
  });

  it('put the count before its share, and no share on nothing', () => {
    expect(textOf(outOf(share(138, 142), 'lượt', [1]))).toBe('138/142 lượt (97,2%)');
    expect(textOf(outOf(share(0, 0), 'lượt', []))).toBe('00/00 lượt');
  });

  it('turn what people typed into a clause', () => {
    expect(clause('  còn rác\n đầu hẻm...  ')).toBe('Còn rác đầu hẻm');
    expect(clause('đề nghị sửa đèn', 11)).toBe('Đề nghị…');
  });
});
