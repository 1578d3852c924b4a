import fc from 'fast-check';

import { aDistrict, sheetsOf, withCell, withRows } from '../../../../../test/support/import/a-district.ts';
import { propertyRuns } from '../../../../../test/support/property-runs.ts';
import { parseSheets } from '../../../../../test/support/import/parse-sheets.ts';
import type { Day } from '../../../../kernel/month.ts';
import type { Sheet } from '../../../../kernel/workbook.ts';
import { asTold, askAboutConflicts } from '../ask-about-conflicts.ts';
import { currentWorkbook } from '../current-workbook.ts';
import type { ImportQuestion } from '../import/question.ts';
import { compareRows, type Comparison } from './compare-rows.ts';
import { type DirectoryRows, IMPORT_TABLE_NAMES, type ImportTable, type Row, tableFacts } from './import-tables.ts';
import { wantedRows } from './wanted-rows.ts';

const AT = new Date('2020-11-20T02:00:00Z');
const EMPTY = {
  ...Object.fromEntries(IMPORT_TABLE_NAMES.map((table) => [table, [] as Row[]])),
  committees: [{ id: 'c', name: 'Quận ủy', time_zone: 'Asia/Ho_Chi_Minh', labels: {} }],
} as unknown as DirectoryRows;

function compare(sheets: readonly Sheet[], current: DirectoryRows): Comparison {
  const { district, faults } = parseSheets(sheets);
  if (!district) throw new Error(`the district has faults: ${JSON.stringify(faults)}`);
  return compareRows(wantedRows(district, current), current, AT);
}

/** Applies the changes as the database does: columns are written to the row with the same key. */
function after(current: DirectoryRows, { changes }: Comparison): DirectoryRows {
  const rows = structuredClone(current) as Record<ImportTable, Row[]>;
  for (const { table, before, after } of changes) {
    const { key } = tableFacts(table);
    const isSame = (a: Row, b: Row) => key.every((column) => a[column] === b[column]);
    if (before) {
      const at = rows[table].findIndex((row) => isSame(row, before));
      if (at < 0) throw new Error(`${table} has no such row`);
      rows[table].splice(at, 1);
    }
    if (after) {
      // The database fills in what an import does not write.
      const row = table === 'visits' ? { meeting_id: null, ...after } : after;
      if (rows[table].some((row) => isSame(row, after))) throw new Error(`${table} has this row already`);
      rows[table].push(row);
    }
  }
  return rows;
}

const withoutRow = (sheets: readonly Sheet[], name: string, row: number): Sheet[] =>
  sheets.map((sheet) => (sheet.name === name ? { name, rows: sheet.rows.filter((_, i) => i !== row - 1) } : sheet));

/** Small edits of the district, each of which keeps it free of faults, in whatever combination. */
const EDITS: readonly ((sheets: readonly Sheet[]) => Sheet[])[] = [
  (sheets) => withCell(sheets, 'Chi bộ', 2, 'Tên chi bộ', 'Chi bộ Khu phố Một'),
  (sheets) => withCell(sheets, 'Chi bộ', 3, 'Giờ sinh hoạt', '07:30'),
  (sheets) => withCell(sheets, 'Chuyên viên', 2, 'Thư điện tử', 'moi@mau.example'),
  (sheets) => withCell(sheets, 'Tổ chức', 3, 'Hiệu lực từ', '01/07/2019'),
  (sheets) => withCell(sheets, 'Lượt dự trước', 2, 'Điểm', 91),
  (sheets) => withCell(sheets, 'Phát hiện', 2, 'Nội dung', 'Đã khắc phục.'),
  (sheets) => withRows(sheets, 'Ban', [['BTG', 'Ban Tuyên giáo']]),
  (sheets) => withRows(sheets, 'Ngày nghỉ lễ', [['02/09/2021', 'Quốc khánh']]),
  (sheets) =>
    withRows(sheets, 'Chi bộ', [
      [
        'P1-KP2',
        'Chi bộ Khu phố 2',
        'P1.2',
        'DBP1',
        'KP',
        ...Array<null>(3).fill(null),
        20,
        ...Array<null>(7).fill(null),
        4,
        '19:30',
      ],
    ]),
  (sheets) =>
    withRows(sheets, 'Lịch bận', [
      ['CV01', '07/12/2020', '11/12/2020', null, 'Tối'],
      ['CV01', '14/12/2020', '14/12/2020', 'Đi học', null, '17:15', '24:00'],
    ]),
  (sheets) => withCell(sheets, 'Lịch bận', 2, 'Buổi', 'Sáng'),
  (sheets) => withoutRow(sheets, 'Xung đột lợi ích', 2),
  (sheets) => withoutRow(sheets, 'Phát hiện', 2),
];
const district = fc.subarray([...EDITS]).map((edits) => edits.reduce((sheets, edit) => edit(sheets), aDistrict()));

describe('the comparison of a file with the directory', () => {
  it('finds nothing to do once it has been done', () => {
    fc.assert(
      fc.property(district, district, (first, second) => {
        const one = after(EMPTY, compare(first, EMPTY));
        const two = after(one, compare(second, one));
        expect(compare(second, two).changes).toEqual([]);
      }),
      propertyRuns(12),
    );
  });

  it.each(['vi', 'en'] as const)('finds nothing to do for the workbook that holds what is in use: %s', (locale) => {
    fc.assert(
      fc.property(district, district, (first, second) => {
        const one = after(EMPTY, compare(first, EMPTY));
        const two = after(one, compare(second, one));
        const again = compare(sheetsOf(currentWorkbook(two, locale)), two);
        expect(again.changes).toEqual([]);
        expect(Object.values(again.counts).every(({ removed }) => removed === 0)).toBe(true);
      }),
      propertyRuns(8),
    );
  });

  it('knows what it did before by its code, and gives it no second id', () => {
    fc.assert(
      fc.property(district, (sheets) => {
        const one = after(EMPTY, compare(aDistrict(), EMPTY));
        const two = after(one, compare(sheets, one));
        for (const table of ['organisations', 'departments', 'branches', 'specialists', 'visits'] as const) {
          expect(two[table].map(({ id }) => id)).toEqual(expect.arrayContaining(one[table].map(({ id }) => id)));
        }
      }),
      propertyRuns(12),
    );
  });

  it('of a long list that is added compares no row with all others', () => {
    const [fields = []] = aDistrict().flatMap(({ name, rows }) => (name === 'Lĩnh vực' ? [rows] : []));
    const long = (from: number, count: number): Sheet[] => [
      {
        name: 'Lĩnh vực',
        rows: [fields[0] ?? [], ...Array.from({ length: count }, (_, at) => [`L${from + at}`, `Tên ${from + at}`])],
      },
    ];
    const add = (sheets: Sheet[], current: DirectoryRows) => {
      const { district } = parseSheets(sheets, {}, { isPartial: true });
      if (!district) throw new Error('the list has no faults');
      return compareRows(wantedRows(district, current), current, AT, { scope: 'additions', silent: district.silent });
    };
    const known = after(EMPTY, add(long(0, 4_000), EMPTY));
    const began = process.cpuUsage();
    const { changes } = add(long(2_000, 4_000), known);
    const { user } = process.cpuUsage(began);
    const placesOf = (rows: readonly (Row | null)[]) => rows.map((row) => Number(row?.['position']));
    const added = placesOf(changes.map((change) => change.after));
    expect(new Set(added).size).toBe(2_000);
    expect(Math.min(...added)).toBeGreaterThan(Math.max(...placesOf(known.fields)));
    // Each with each would be 176 million comparisons of keys.
    expect(user / 1e6).toBeLessThan(20);
  });

  it('can be undone by taking the changes the other way round', () => {
    fc.assert(
      fc.property(district, (sheets) => {
        const one = after(EMPTY, compare(aDistrict(), EMPTY));
        const comparison = compare(sheets, one);
        const back = comparison.changes.map((change) => ({ ...change, before: change.after, after: change.before }));
        const restored = after(after(one, comparison), { ...comparison, changes: back.reverse() });
        for (const table of IMPORT_TABLE_NAMES) {
          expect(new Set(restored[table].map((row) => JSON.stringify(sorted(row))))).toEqual(
            new Set(one[table].map((row) => JSON.stringify(sorted(row)))),
          );
        }
      }),
      propertyRuns(12),
    );
  });

  it('has one hash for the same work, whatever ids the new rows get', () => {
    expect(compare(aDistrict(), EMPTY).hash).toBe(compare(aDistrict(), EMPTY).hash);
    const more = withRows(aDistrict(), 'Ban', [['BTG', 'Ban Tuyên giáo']]);
    expect(compare(more, EMPTY).hash).not.toBe(compare(aDistrict(), EMPTY).hash);
  });

  it('asks before it removes conflicts of interest that still count, and leaves those that people told', () => {
    const one = after(EMPTY, compare(aDistrict(), EMPTY));
    const [conflict] = one.conflicts_of_interest;
    const other = one.branches.find(({ id }) => id !== conflict?.['branch_id']) ?? {};
    const asked = (more: Row): [number, ImportQuestion[]] => {
      const row = { ...conflict, branch_id: other['id'] ?? null, ...more };
      const known = { ...one, conflicts_of_interest: [row, ...one.conflicts_of_interest] };
      const comparison = compare(aDistrict(), known);
      return [comparison.counts.conflicts.removed, askAboutConflicts(comparison, known, '2020-11-20' as Day)];
    };
    const [removed, questions] = asked({});
    expect(removed).toBe(1);
    expect(questions).toMatchObject([
      { code: 'conflicts_gone', params: { examples: [{ person: 'Trần Thị Mẫu', branch: other['name'] }], total: 1 } },
    ]);
    expect(asked({ until: '2020-11-20' })[1]).toHaveLength(1);
    expect(asked({ until: '2020-11-19' })).toEqual([1, []]);
    expect(asked({ told_by: 'somebody' })).toEqual([0, []]);
  });

  it('leaves a conflict as a person told it while it counts, and asks about what the file says otherwise', () => {
    const one = after(EMPTY, compare(aDistrict(), EMPTY));
    const [conflict = {}] = one.conflicts_of_interest;
    const found = (more: Row) => {
      const known = { ...one, conflicts_of_interest: [{ ...conflict, ...more }] };
      const { district } = parseSheets(aDistrict());
      if (!district) throw new Error('the district has faults');
      const { wanted, questions } = asTold(wantedRows(district, known), known, '2020-11-20' as Day);
      return [compareRows(wanted, known, AT).counts.conflicts.changed, questions] as const;
    };
    const other = { told_by: 'somebody', reason: 'work', until: '2021-03-31' };
    expect(found(other)).toMatchObject([
      0,
      [{ code: 'conflicts_told', params: { examples: [{ person: 'Trần Thị Mẫu' }], total: 1 } }],
    ]);
    expect(found({ told_by: 'somebody' })).toEqual([0, []]);
    expect(found({ ...other, until: '2020-11-19' })).toEqual([1, []]);
    expect(found({ ...other, told_by: null })).toEqual([1, []]);
  });

  it('takes a code in other letters for the same one, and keeps its first spelling', () => {
    const one = after(EMPTY, compare(aDistrict(), EMPTY));
    const lower = withCell(aDistrict(), 'Chi bộ', 3, 'Mã chi bộ', 'th-hoamai');
    const { changes, counts } = compare(lower, one);
    expect([changes, counts.branches]).toEqual([[], { added: 0, changed: 0, unchanged: 2, removed: 0 }]);
  });

  it('leaves a visit of a plan alone, with its findings, where the file tells of it too', () => {
    const one = after(EMPTY, compare(aDistrict(), EMPTY));
    const planned = {
      ...one,
      visits: one.visits.map((visit) => ({ ...visit, meeting_id: 'm', score: 9_000 })),
      findings: [],
    };
    const { changes, counts } = compare(aDistrict(), planned);
    expect([changes, counts.visits.unchanged]).toEqual([[], 1]);
  });

  it('leaves out of use what is so already', () => {
    const one = after(EMPTY, compare(withRows(aDistrict(), 'Ban', [['BTG', 'Ban Tuyên giáo']]), EMPTY));
    const gone = compare(aDistrict(), one);
    expect(gone.counts.departments).toMatchObject({ unchanged: 1, removed: 1 });
    expect(compare(aDistrict(), after(one, gone)).changes).toEqual([]);
  });
});

function sorted(row: Row): Row {
  return Object.fromEntries(Object.entries(row).sort(([a], [b]) => (a < b ? -1 : 1)));
}
