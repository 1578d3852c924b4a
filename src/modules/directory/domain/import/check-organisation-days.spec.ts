import { aDistrict, withCell, withRows } from '../../../../../test/support/import/a-district.ts';
import { parseSheets } from '../../../../../test/support/import/parse-sheets.ts';
import { day } from '../../../../kernel/month.ts';
import type { Sheet } from '../../../../kernel/workbook.ts';

const TODAY = day('2020-11-20');

/** Ward 1, to which branch P1-KP1 belongs, and the committee above it. */
const WARD = 3;
const COMMITTEE = 2;
const valid = (sheets: readonly Sheet[], row: number, from: string | null, to: string | null) =>
  withCell(withCell(sheets, 'Tổ chức', row, 'Hiệu lực từ', from), 'Tổ chức', row, 'Hiệu lực đến', to);
const andThen = (sheets: readonly Sheet[], from: string | null, to: string | null) =>
  withRows(sheets, 'Tổ chức', [['DBP1', 'Đảng bộ Phường Một', null, 'Đảng bộ cơ sở', 'DBQ', from, to]]);

function found(sheets: readonly Sheet[]) {
  const { faults, questions } = parseSheets(sheets, {}, { today: TODAY });
  return {
    faults: faults.map(({ sheet, row, code }) => [sheet, row, code]),
    questions: questions.map(({ sheet, row, code }) => [sheet, row, code]),
  };
}

describe('an organisation on which branches hang', () => {
  it.each<[string, Sheet[], unknown[], unknown[]]>([
    ['is there', aDistrict(), [], []],
    ['has ended', valid(aDistrict(), WARD, null, '30/06/2020'), [['Chi bộ', 2, 'organisation_ended']], []],
    ['ends on this day', valid(aDistrict(), WARD, null, '20/11/2020'), [], [['Chi bộ', 2, 'organisation_ends']]],
    ['begins later', valid(aDistrict(), WARD, '01/01/2030', null), [['Chi bộ', 2, 'organisation_begins_later']], []],
    ['begins on this day', valid(aDistrict(), WARD, '20/11/2020', null), [], []],
    ['gets another name in time', andThen(valid(aDistrict(), WARD, null, '31/12/2020'), '01/01/2021', null), [], []],
    [
      'has no name for two days',
      andThen(valid(aDistrict(), WARD, null, '29/12/2020'), '01/01/2021', null),
      [],
      [['Tổ chức', 5, 'organisation_gap']],
    ],
    [
      'stands below one that has ended',
      valid(aDistrict(), COMMITTEE, null, '30/06/2020'),
      [
        ['Tổ chức', 3, 'organisation_ended'],
        ['Tổ chức', 4, 'organisation_ended'],
      ],
      [],
    ],
  ])('%s', (_, sheets, faults, questions) => {
    expect(found(sheets)).toEqual({ faults, questions });
  });

  it('is named with its day and the branches below it', () => {
    const { faults } = parseSheets(valid(aDistrict(), COMMITTEE, null, '30/06/2020'), {}, { today: TODAY });
    expect(faults[0]?.params).toEqual({ organisation: 'DBQ', to: '2020-06-30', branches: ['P1-KP1'] });
  });

  it('says nothing of today where nobody says what day it is', () => {
    expect(parseSheets(valid(aDistrict(), WARD, null, '30/06/2020'))).toMatchObject({ faults: [], questions: [] });
  });
});

describe('an earlier visit', () => {
  it.each([
    ['of today', '20/11/2020', 0],
    ['of a coming day', '21/11/2020', 1],
  ])('%s', (_, held, count) => {
    const sheets = withCell(aDistrict(), 'Lượt dự trước', 2, 'Ngày dự', held);
    expect(parseSheets(sheets, {}, { today: TODAY }).questions).toHaveLength(count);
  });
});
