import { isDomainError } from '../../../kernel/domain-error.ts';
import { readGivenNumber } from './given-number.ts';

describe('a number of the office’s own register', () => {
  it.each<[string, number | null]>([
    ['', null],
    ['   ', null],
    ['57', 57],
    [' 05 ', 5],
    ['99999', 99_999],
  ])('%j is %s', (typed, number) => {
    expect(readGivenNumber(typed)).toBe(number);
  });

  it.each(['0', '-3', '3,5', '57-TB', '1e3', '100000', 'năm', '１２'])('is not %j', (typed) => {
    try {
      readGivenNumber(typed);
    } catch (error) {
      expect(isDomainError(error, 'register.number_wrong')).toBe(true);
      return;
    }
    throw new Error('it was taken');
  });
});
