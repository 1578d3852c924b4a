import { aDistrict, withCell, withRows } from '../../../../../test/support/import/a-district.ts';
import { parseSheets } from '../../../../../test/support/import/parse-sheets.ts';
import { OTHER_READING } from './question.ts';

describe('what is probably a slip of a key', () => {
  const code = 'mail_unlikely';
  const slip = () => withCell(aDistrict(), 'Chuyên viên', 2, 'Thư điện tử', 'an@gmial.com');

  it('is asked about with the address that was probably meant, and either can be chosen', () => {
    const { faults, questions, district } = parseSheets(slip());
    expect([faults, district?.specialists[0]?.mail]).toEqual([[], 'an@gmial.com']);
    expect(questions).toMatchObject([
      { code, column: 'E', params: { examples: [{ at: 'E2', read: 'an@gmial.com', likely: 'an@gmail.com' }] } },
    ]);
    const answers = { [questions[0]?.id ?? '']: OTHER_READING };
    expect(parseSheets(slip(), answers).district?.specialists[0]?.mail).toBe('an@gmail.com');
  });

  it('is seen as the address of another person where it is meant to be that', () => {
    const two = withRows(slip(), 'Chuyên viên', [['CV02', 'Lê Văn Bình', null, 'BTC', 'an@gmail.com']]);
    const answers = { [parseSheets(two).questions[0]?.id ?? '']: OTHER_READING };
    expect(parseSheets(two, answers).faults.map((fault) => fault.code)).toContain('duplicate');
  });

  it('is a finding that was pasted twice, of which the second can be left out', () => {
    const found = ['L2011-001', 'Hạn chế', null, 'Ghi chép nghị quyết chưa đầy đủ.'];
    const sheets = withRows(aDistrict(), 'Phát hiện', [found, found, found]);
    const { questions, district } = parseSheets(sheets);
    expect(questions).toMatchObject([
      {
        code: 'findings_repeated',
        rows: [4, 5],
        params: {
          examples: [
            [3, 4],
            [3, 5],
          ],
        },
      },
    ]);
    const answers = { [questions[0]?.id ?? '']: OTHER_READING };
    const rows = parseSheets(sheets, answers).district?.findings.map(({ row }) => row);
    expect([district?.findings.length, rows]).toEqual([4, [2, 3]]);
  });

  it('is an absence of more than a year', () => {
    const day = (iso: string) => ({ day: iso, time: null });
    const of = (to: string) =>
      parseSheets(withRows(aDistrict(), 'Lịch bận', [['CV01', day('2020-12-24'), day(to)]])).questions;
    expect([of('2021-12-24'), of('2061-12-24').map((asked) => asked.code)]).toEqual([[], ['year_implausible']]);
    expect(of('2021-12-31')).toMatchObject([
      { code: 'absence_long', rows: [3], params: { examples: ['C3: 31/12/2021'] } },
    ]);
  });

  it('is no content of a cell that must be filled: a blank of no width', () => {
    const { faults } = parseSheets(withCell(aDistrict(), 'Chuyên viên', 2, 'Họ và tên', '\u200b\u200b'));
    expect(faults.map(({ code: fault, column, row }) => [fault, column, row])).toEqual([['required', 'B', 2]]);
    const { district } = parseSheets(withCell(aDistrict(), 'Chi bộ', 3, 'Nơi sinh hoạt', '\u200b'));
    expect(district?.branches[1]?.address).toBeNull();
  });
});
