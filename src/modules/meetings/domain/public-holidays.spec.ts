import { lawOfHolidays } from './public-holidays.ts';

describe('the public holidays of a year', () => {
  it('are those that every decision of the government holds', async () => {
    expect([...(await lawOfHolidays())(2021)].sort()).toEqual([
      ['2021-01-01', 'Tết Dương lịch'],
      ['2021-02-11', 'Tết Nguyên đán'],
      ['2021-02-12', 'Tết Nguyên đán'],
      ['2021-02-13', 'Tết Nguyên đán'],
      ['2021-02-14', 'Tết Nguyên đán'],
      ['2021-04-21', 'Giỗ Tổ Hùng Vương'],
      ['2021-04-30', 'Ngày Chiến thắng'],
      ['2021-05-01', 'Quốc tế Lao động'],
      ['2021-09-02', 'Quốc khánh'],
    ]);
  });

  it.each([
    [2007, '2007-02-17'],
    [2025, '2025-01-29'],
    [2030, '2030-02-02'],
  ])('begin the lunar year %i by the meridian of Hanoi, not of Beijing', async (year, first) => {
    const tet = [...(await lawOfHolidays())(year)].filter(([, name]) => name === 'Tết Nguyên đán');
    expect(tet[1]?.[0]).toBe(first);
  });
});
