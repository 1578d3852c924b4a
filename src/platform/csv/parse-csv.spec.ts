import { parseCsv } from './parse-csv.ts';

const LIMITS = { rows: 3, cells: 8, columns: 6 };

describe('a text with separators', () => {
  it.each<[string, string, string[][]]>([
    [
      'line breaks in fields, and doubled quotation marks',
      'a;"b\nc"\r\n"d ""e""";f',
      [
        ['a', 'b\nc'],
        ['d "e"', 'f'],
      ],
    ],
    ['quotation marks inside a field that has none around it', 'Chi bộ "Hoa Mai";x', [['Chi bộ "Hoa Mai"', 'x']]],
    ['empty lines, which keep their numbers', 'a;b\n\nc;d\n\n', [['a', 'b'], [''], ['c', 'd']]],
    ['rows of any length', 'a;b;c\rd', [['a', 'b', 'c'], ['d']]],
    ['what looks like a formula or a number', '=1+1;007;1E5', [['=1+1', '007', '1E5']]],
  ])('is taken apart with %s', (_, text, records) => {
    expect(parseCsv(text, ';', LIMITS)).toEqual(records);
  });

  it.each<[string, string, string, object]>([
    ['has more rows than allowed', '1\n2\n3\n4', 'xlsx.too_large', { sheet: 'CSV', rows: 4, limit: 3 }],
    ['has more cells than allowed', '1;2;3;4\n1\n1', 'xlsx.too_many_cells', { cells: 12, limit: 8 }],
    ['has more columns than a list', '1;2;3;4;5;6;7', 'csv.too_many_columns', { columns: 7, limit: 6 }],
    ['has a quotation mark that is never closed', 'a;b\n1;"x\ny\n3;4\n', 'csv.quote_open', { line: 2 }],
  ])('is refused where it %s', (_, text, code, params) => {
    let refusal: unknown = null;
    try {
      parseCsv(text, ';', LIMITS);
    } catch (error) {
      refusal = error;
    }
    expect(refusal).toMatchObject({ code, params });
  });
});
