import {
  dateInFigures,
  dateInWords,
  documentNumber,
  letter,
  numberAndSymbol,
  placeAndDate,
  roman,
  symbol,
} from './office-numbering.ts';

describe('office numbering', () => {
  it('writes numbers below ten with a zero', () => {
    expect([1, 9, 10, 105].map(documentNumber)).toEqual(['01', '09', '10', '105']);
  });

  it.each([0, -1, 1.5, Number.NaN])('refuses %p as a document number', (number) => {
    expect(() => documentNumber(number)).toThrow(RangeError);
  });

  it('joins number and symbol by a hyphen, type and issuer by a slash', () => {
    expect(numberAndSymbol(5, symbol('BC', 'ĐU'))).toBe('05-BC/ĐU');
  });

  it.each([
    ['2020-12-05', 'Quận 4, ngày 05 tháng 12 năm 2020'],
    ['2021-01-31', 'Quận 4, ngày 31 tháng 01 năm 2021'],
    ['2021-02-09', 'Quận 4, ngày 09 tháng 02 năm 2021'],
    ['2021-03-10', 'Quận 4, ngày 10 tháng 3 năm 2021'],
  ])('pads days below ten and the months 1 and 2 only: %s', (date, text) => {
    expect(placeAndDate('Quận 4', date)).toBe(text);
  });

  it('leaves the day of a month blank, to be written by hand', () => {
    expect(dateInWords('2020-11')).toMatch(/^ngày \u00a0+ tháng 11 năm 2020$/);
    expect(dateInFigures('2021-02-03')).toBe('03/02/2021');
  });

  it.each(['2020-13-01', '2021-02-29', '5/12/2020', ''])('refuses %p as a date', (date) => {
    expect(() => placeAndDate('Quận 4', date)).toThrow(RangeError);
  });

  it('counts sections in Roman numerals and letters of the Vietnamese alphabet', () => {
    expect([1, 4, 9, 14, 40].map(roman)).toEqual(['I', 'IV', 'IX', 'XIV', 'XL']);
    expect([1, 4, 5, 6, 23, 24].map(letter)).toEqual(['a', 'd', 'đ', 'e', 'y', 'aa']);
  });
});
