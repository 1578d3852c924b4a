import { writeCsv } from './write-csv.ts';

const lineOf = (value: string | number | null) => writeCsv([[value, 'b']]).slice(1);

describe('a table as CSV', () => {
  it('begins with the mark of UTF-8 and ends each line as RFC 4180 wants', () => {
    expect(
      writeCsv([
        ['Đỗ', 1],
        [null, 2.5],
      ]),
    ).toBe('\ufeffĐỗ,1\r\n,2.5\r\n');
    expect(writeCsv([])).toBe('\ufeff');
  });

  it.each([
    ['a,b', '"a,b",b\r\n'],
    ['nói "có"', '"nói ""có""",b\r\n'],
    ['hai\ndòng', '"hai\ndòng",b\r\n'],
    ['', ',b\r\n'],
    ['=1+1', "'=1+1,b\r\n"],
    ['+84', "'+84,b\r\n"],
    ['-5', "'-5,b\r\n"],
    ['@tên', "'@tên,b\r\n"],
    ['\tx', "'\tx,b\r\n"],
    ['\rx', '"\'\rx",b\r\n'],
    ["'=x", "''=x,b\r\n"],
    [-5, '-5,b\r\n'],
  ])('%j', (value, line) => {
    expect(lineOf(value)).toBe(line);
  });
});
