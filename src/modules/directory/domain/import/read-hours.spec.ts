import { aDistrict, withRows } from '../../../../../test/support/import/a-district.ts';
import { parseSheets } from '../../../../../test/support/import/parse-sheets.ts';
import type { CellValue } from '../../../../kernel/workbook.ts';

const DAYS = ['CV01', '21/12/2020', '22/12/2020', null] as const;
const read = (...rows: (readonly CellValue[])[]) => {
  const { district, faults } = parseSheets(
    withRows(
      aDistrict(),
      'Lịch bận',
      rows.map((hours) => [...DAYS, ...hours]),
    ),
  );
  const hours = district?.absences.slice(1).map(({ fromTime, toTime }) => [fromTime, toTime]);
  return hours ?? faults.map(({ code, row, column }) => [code, row, column]);
};

describe('the hours of an absence', () => {
  it.each<[string, CellValue[], [string | null, string | null]]>([
    ['are none where all cells are empty', [], [null, null]],
    ['are none of a whole day', ['Cả ngày'], [null, null]],
    ['are a part of the day', ['Sáng'], ['00:00', '12:00']],
    ['are a part of the day in other words', ['buổi chiều'], ['12:00', '18:00']],
    ['are an evening in English', ['Evening'], ['18:00', '24:00']],
    ['are true times', [null, { day: null, time: '08:00' }, { day: null, time: '10:30' }], ['08:00', '10:30']],
    ['are written ones', [null, '8h', '10 giờ 30'], ['08:00', '10:30']],
    ['may end at midnight', [null, '19h', '24:00'], ['19:00', '24:00']],
    ['may end at the midnight of a clock', [null, '19:00', { day: null, time: '00:00' }], ['19:00', '24:00']],
    ['may be those of their part', ['Tối', '18:00', '24h'], ['18:00', '24:00']],
    ['are none from midnight to midnight', [null, '0h', '24h00'], [null, null]],
  ])('%s', (_, cells, hours) => {
    expect(read(cells)).toEqual([hours]);
  });

  it.each<[string, CellValue[], [string, number, string]]>([
    ['without an end', [null, '8h'], ['hours_without_end', 3, 'F']],
    ['without a beginning', [null, null, '8h'], ['hours_without_end', 3, 'G']],
    ['that end before they begin', [null, '10:00', '08:00'], ['hours_end_before_start', 3, 'G']],
    ['beside another part of the day', ['Sáng', '13:00', '15:00'], ['hours_beside_part', 3, 'E']],
    ['beside a whole day', ['Cả ngày', '13:00', '15:00'], ['hours_beside_part', 3, 'E']],
    ['of an unknown part', ['Trưa'], ['not_a_choice', 3, 'E']],
    ['that cannot be read', [null, 'sáng', '10:00'], ['time_without_hour', 3, 'F']],
  ])('are refused %s', (_, cells, fault) => {
    expect(read(cells)).toEqual([fault]);
  });

  it('make another absence of the same days, and the same ones a second time are told', () => {
    expect(read([], ['Sáng'], ['Tối'])).toHaveLength(3);
    expect(read(['Sáng'], [null, '0:00', '12:00'])).toEqual([['duplicate', 4, 'A']]);
    expect(read([], [])).toEqual([['duplicate', 4, 'A']]);
  });
});
