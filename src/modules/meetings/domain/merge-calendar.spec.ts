import { newId } from '../../../kernel/id.ts';
import { day, instantOf, month } from '../../../kernel/month.ts';
import type { CellValue, LaidSheet, Sheet } from '../../../kernel/workbook.ts';
import { type CalendarBranch, layCalendar, readCalendar } from './calendar-workbook.ts';
import { extraMeeting, type Meeting } from './meeting.ts';
import { mergeCalendar } from './merge-calendar.ts';

const ZONE = 'Asia/Ho_Chi_Minh';
const MONTH = month('2020-12');
const branches: readonly CalendarBranch[] = ['KP1', 'KP2'].map((code) => ({
  id: newId(),
  code,
  name: `Chi bộ ${code}`,
  isInUse: true,
}));
const at = { day: day('2020-12-03'), time: '19:30', minutes: 90, place: '', note: '' };
const stored: readonly Meeting[] = branches.map(({ id }) => ({
  ...extraMeeting({ id: newId(), branchId: id as Meeting['branchId'], month: MONTH, kind: 'regular' }, at, ZONE),
  source: 'rule',
  slot: 'main',
}));
const byId = new Map(branches.map((branch) => [branch.id, branch]));
const byCode = new Map(branches.map((branch) => [branch.code, branch]));
const asRead = ({ name, rows }: LaidSheet): Sheet => ({
  name,
  rows: rows.map((cells) => cells.map((cell) => cell?.value ?? null)),
});
const sheet = asRead(layCalendar(stored, byId, ZONE, 'vi'));
const HEADS = ['id', 'branch', 'name', 'kind', 'day', 'time', 'minutes', 'place', 'note', 'state', 'revision'];
const withCell = (row: number, column: string, value: CellValue): Sheet => ({
  ...sheet,
  rows: sheet.rows.map((cells, i) =>
    i === row ? cells.map((cell, j) => (j === HEADS.indexOf(column) ? value : cell)) : cells,
  ),
});
const merged = (given: Sheet, of = stored, known = byCode) => {
  const { rows, faults } = readCalendar([given]);
  const result = mergeCalendar(rows, { month: MONTH, stored: of, branches: known, zone: ZONE });
  return { ...result, faults: [...faults, ...result.faults] };
};

describe('a calendar as a workbook', () => {
  it.each(['vi', 'en'] as const)('changes nothing when it is read back as it was laid out, in %s', (locale) => {
    const result = merged(asRead(layCalendar(stored, byId, ZONE, locale)));
    expect(result).toEqual({ added: [], changed: [], unchanged: 2, faults: [] });
  });

  it.each<[string, CellValue, Partial<Meeting>]>([
    ['day', '08/12/2020', { startsAt: instantOf(day('2020-12-08'), '19:30', ZONE) }],
    ['time', '18h00', { startsAt: instantOf(day('2020-12-03'), '18:00', ZONE) }],
    ['time', 0.75, { startsAt: instantOf(day('2020-12-03'), '18:00', ZONE) }],
    ['kind', 'chuyên đề', { kind: 'thematic' }],
    ['minutes', 120, { endsAt: instantOf(day('2020-12-03'), '21:30', ZONE) }],
    ['place', 'Trường mẫu', { place: 'Trường mẫu' }],
    ['note', 'Báo trước', { note: 'Báo trước' }],
    ['state', 'có', { state: 'cancelled' }],
  ])('changes a meeting by its %s, with its id', (column, value, expected) => {
    const { changed, added, unchanged, faults } = merged(withCell(1, column, value));
    expect([added, unchanged, faults]).toEqual([[], 1, []]);
    expect(changed).toHaveLength(1);
    expect(changed[0]?.after).toMatchObject({
      id: stored[0]?.id,
      source: 'edit',
      revision: 2,
      slot: 'main',
      ...expected,
    });
  });

  it('adds a row without an id once, and keeps what is not in the file', () => {
    const added: Sheet = {
      ...sheet,
      rows: [sheet.rows[0] ?? [], [null, 'KP2', null, 'chuyên đề', '17/12/2020', '19:30', 90, null, null, null]],
    };
    const first = merged(added);
    expect([first.added.length, first.changed, first.faults]).toEqual([1, [], []]);
    expect(first.added[0]).toMatchObject({ branchId: branches[1]?.id, kind: 'thematic', slot: null, revision: 1 });
    expect(merged(added, [...stored, ...first.added])).toEqual({ added: [], changed: [], unchanged: 1, faults: [] });
  });

  it.each<[string, CellValue, string]>([
    ['id', '00000000-0000-7000-8000-000000000000', 'unknown_meeting'],
    ['branch', 'KP9', 'unknown_branch'],
    ['branch', 'KP2', 'other_branch'],
    ['branch', null, 'empty'],
    ['kind', 'vui vẻ', 'not_a_kind'],
    ['day', '04/01/2021', 'outside_month'],
    ['day', '32/12/2020', 'not_a_day'],
    ['time', 'tối', 'not_a_time'],
    ['minutes', 5, 'not_minutes'],
    ['state', 'chắc thế', 'not_yes_or_no'],
    ['note', 'x'.repeat(501), 'too_long'],
  ])('says what is wrong with %s %j', (column, value, code) => {
    expect(merged(withCell(1, column, value)).faults).toEqual([expect.objectContaining({ row: 2, column, code })]);
  });

  it('undoes nothing that was changed since it was downloaded, and needs no other file for what was not', () => {
    const [first, ...others] = stored;
    if (!first) throw new Error('no meeting');
    const moved = { ...first, startsAt: instantOf(day('2020-12-10'), '19:30', ZONE), revision: 2 };
    expect(merged(sheet, [moved, ...others])).toMatchObject({
      changed: [],
      unchanged: 1,
      faults: [{ row: 2, column: 'revision', code: 'changed_since' }],
    });
    expect(merged(withCell(2, 'note', 'Báo trước'), [{ ...first, revision: 2 }, ...others])).toMatchObject({
      changed: [{ before: others[0] }],
      unchanged: 1,
      faults: [],
    });
  });

  it('comes back with meetings of branches that are out of use, which get no new ones', () => {
    const known = new Map([...byCode].map(([code, branch]) => [code, { ...branch, isInUse: code === 'KP2' }]));
    expect(merged(sheet, stored, known)).toMatchObject({ changed: [], unchanged: 2, faults: [] });
    const added = {
      ...sheet,
      rows: [sheet.rows[0] ?? [], [null, 'KP1', null, 'chuyên đề', '17/12/2020', '19:30', 90]],
    };
    expect(merged(added, stored, known).faults).toEqual([expect.objectContaining({ code: 'unknown_branch' })]);
  });

  it('refuses one meeting in two rows, and a file without its columns', () => {
    const twice: Sheet = { ...sheet, rows: [...sheet.rows, sheet.rows[1] ?? []] };
    expect(merged(twice).faults).toEqual([expect.objectContaining({ row: 4, code: 'listed_twice' })]);
    expect(readCalendar([{ name: 'x', rows: [['a', 'b']] }]).faults).toEqual([
      expect.objectContaining({ code: 'no_sheet' }),
    ]);
    const cut: Sheet = { ...sheet, rows: sheet.rows.map((cells) => cells.filter((_, i) => i !== 5)) };
    expect(readCalendar([cut]).faults).toEqual([expect.objectContaining({ column: 'time', code: 'no_column' })]);
  });
});
