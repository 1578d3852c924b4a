import type { Day } from '../../../../kernel/month.ts';
import { aDistrict } from '../../../../../test/support/import/a-district.ts';
import { parseSheets } from '../../../../../test/support/import/parse-sheets.ts';
import { compareRows } from '../changes/compare-rows.ts';
import {
  type DirectoryRows,
  IMPORT_TABLE_NAMES,
  type ImportTable,
  type Row,
  textOf,
} from '../changes/import-tables.ts';
import { wantedRows } from '../changes/wanted-rows.ts';
import type { TableName } from '../import/column.ts';
import type { KnownRow } from '../import/import-ground.ts';
import { changeAway, changeTo, membersOf } from './compare-change.ts';
import { changeQuestion } from '../../register-messages.ts';
import { type FieldFault, readChange } from './read-change.ts';
import { addressOf, findThing, type Register, REGISTERS, revisionOf } from './register.ts';
import { type TypedRow, typedRows } from './typed-rows.ts';

const TODAY = '2026-11-29' as Day;
const NOW = new Date('2026-11-29T01:00:00Z');

function stored(): DirectoryRows {
  const { district, faults } = parseSheets(aDistrict(), {}, { today: TODAY });
  if (!district) throw new Error(JSON.stringify(faults));
  const empty = Object.fromEntries(IMPORT_TABLE_NAMES.map((table) => [table, []])) as unknown as DirectoryRows;
  const rows: Partial<Record<ImportTable, Row[]>> = {};
  for (const table of IMPORT_TABLE_NAMES) rows[table] = [];
  for (const { table, after } of compareRows(wantedRows(district, empty), empty, NOW).changes) {
    if (after) rows[table]?.push(after);
  }
  return rows as DirectoryRows;
}

function knownIn(rows: DirectoryRows): Partial<Record<TableName, KnownRow[]>> {
  const of = (table: ImportTable, names: readonly string[]) =>
    rows[table].map((row) => ({
      code: textOf(row, 'code'),
      names: names.map((name) => textOf(row, name)),
      isInUse: (row['archived_at'] ?? null) === null,
    }));
  return {
    fields: of('fields', ['name']),
    branchTypes: of('branch_types', ['name']),
    organisations: of('organisations', []),
    departments: of('departments', ['name', 'short_name']),
    branches: of('branches', ['short_name']),
    specialists: of('specialists', []),
  };
}

describe('a change of one thing', () => {
  const current = stored();
  const read = (register: Register, thing: Row | null, rows: readonly TypedRow[], ground = current) =>
    readChange(ground, { register, thing, rows }, { today: TODAY, known: knownIn(ground) });
  const first = (register: Register): Row => {
    const table = { conflicts: 'conflicts_of_interest', branchTypes: 'branch_types' } as const;
    const [row] = current[register === 'conflicts' || register === 'branchTypes' ? table[register] : register];
    if (!row) throw new Error(`nothing in ${register}`);
    return row;
  };
  const asTyped = (register: Register) => typedRows(current, register, first(register));
  const codes = (faults: readonly FieldFault[]) => faults.map(({ key, fault }) => [key, fault.code]);

  it.each(REGISTERS)('of %s that changes nothing is none', (register) => {
    const thing = first(register);
    expect(findThing(current, register, addressOf(register, thing))).toBe(thing);
    const { faults, questions, district } = read(register, thing, asTyped(register));
    expect([faults, questions]).toEqual([[], []]);
    expect(district && changeTo(district, current, NOW).changes).toEqual([]);
  });

  it.each([
    ['branches', { name: '' }, ['name', 'required']],
    ['branches', { members: 'nhiều' }, ['members', 'not_a_number']],
    ['branches', { members: '99', official: '1', probationary: '1' }, ['members', 'sum_differs']],
    ['branches', { organisation: 'KHONG' }, ['organisation', 'reference_unknown']],
    ['branches', { meetingTime: '25:00' }, ['meetingTime', 'not_a_time']],
    ['branches', { meetingDay: '32' }, ['meetingDay', 'out_of_range']],
    ['branches', { meetingDay: 'T3' }, ['meetingDay', 'meeting_day_malformed']],
    ['branches', { secretaryMail: 'nguyễn@quan.vn' }, ['secretaryMail', 'not_a_mail']],
    ['branches', { lat: '10,76', lng: '' }, ['lat', 'place_incomplete']],
    ['branches', { weakFields: 'XYZ:0,5' }, ['weakFields', 'reference_unknown']],
    ['branches', { name: 'Chi bộ Кhu phố 1' }, ['name', 'letters_foreign']],
    ['specialists', { mail: 'a@b' }, ['mail', 'not_a_mail']],
    ['specialists', { minVisits: '5', maxVisits: '4', targetVisits: '' }, ['minVisits', 'more_than']],
    ['specialists', { department: 'Ban không có' }, ['department', 'reference_unknown']],
    ['specialists', { ownBranch: 'P9.99' }, ['ownBranch', 'reference_unknown']],
    ['organisations', { parent: 'KHONG' }, ['parent', 'reference_unknown']],
    ['organisations', { validFrom: '31/02/2020' }, ['validFrom', 'day_impossible']],
    ['departments', { shortName: 'x'.repeat(61) }, ['shortName', 'too_long']],
    ['conflicts', { reason: 'không thích' }, ['reason', 'not_a_choice']],
    ['fields', { name: '' }, ['name', 'required']],
    ['branchTypes', { name: '=1+1' }, ['name', 'formula_without_result']],
  ] as const)('of %s to %j is refused at its field', (register, change, fault) => {
    const rows = asTyped(register).map((row) => ({ ...row, ...change }));
    const found = read(register, first(register), rows);
    expect(codes(found.faults)).toContainEqual(fault);
    expect(found.faults.every(({ row }) => row !== null)).toBe(true);
    expect(found.district).toBeNull();
  });

  it('that is new and blank lacks whatever is required', () => {
    expect(codes(read('departments', null, [{}]).faults)).toEqual([
      ['code', 'required'],
      ['name', 'required'],
    ]);
  });

  it('says what it repeats', () => {
    const [typed = {}] = asTyped('branches');
    const { faults } = read('branches', null, [typed]);
    expect(codes(faults)).toEqual([
      ['code', 'duplicate'],
      ['shortLabel', 'duplicate'],
    ]);
    expect(faults[0]?.other).toContain(textOf(first('branches'), 'name'));
  });

  it('asks whether a new one is one that is there', () => {
    const [typed = {}] = asTyped('specialists');
    const found = read('specialists', null, [{ ...typed, code: 'MOI', mail: 'moi@mau.example' }]);
    expect(found.faults).toEqual([]);
    expect(found.questions.map(({ code }) => code)).toEqual(['one_person']);
    expect(found.questions[0]?.params).toMatchObject({ examples: [{ codes: [typed['code'], 'MOI'] }] });
  });

  it.each([
    ['branches', { secretaryName: 'Chưa có' }, 'placeholder'],
    ['branches', { secretaryName: 'Lê A và Lê B' }, 'people_several'],
    ['branches', { meetingTime: '1:30' }, 'hour_unusual'],
    ['departments', { name: 'n/a' }, 'placeholder_required'],
  ] as const)('of %s to %j is asked about in words of a form, which has no cells', (register, change, code) => {
    const rows = asTyped(register).map((row) => ({ ...row, ...change }));
    const { questions } = read(register, first(register), rows);
    expect(questions.map((question) => question.code)).toEqual([code]);
    for (const locale of ['vi', 'en'] as const) {
      const sentences = questions.map((question) => changeQuestion(question, locale)).join();
      expect(sentences).not.toMatch(/\b[A-Z]+\d+\b|Cột|column/);
    }
  });

  it('under the code of one that is out of use is told of that', () => {
    const retired: DirectoryRows = {
      ...current,
      branches: current.branches.map((row, i) => (i === 0 ? { ...row, archived_at: NOW.toISOString() } : row)),
    };
    const [typed = {}] = asTyped('branches');
    const found = read('branches', null, [{ ...typed, code: String(typed['code']).toLowerCase() }], retired);
    expect(codes(found.faults)).toEqual([['code', 'code_retired']]);
    const back = read('branches', retired.branches[0] ?? null, [typed], retired);
    expect(back.faults).toEqual([]);
    expect(back.district && changeTo(back.district, retired, NOW).changes).toMatchObject([
      { table: 'branches', after: { archived_at: null } },
    ]);
  });

  it('that ends an organisation names the branches that would lose it', () => {
    const organisation = current.organisations.find((row) => row['id'] === first('branches')['organisation_id']);
    if (!organisation) throw new Error('no organisation');
    const rows = typedRows(current, 'organisations', organisation).map((row) => ({ ...row, validTo: '30/06/2026' }));
    const { faults } = read('organisations', organisation, rows);
    expect(faults.map(({ row, fault, other }) => [row, fault.code, other])).toContainEqual([
      null,
      'organisation_ended',
      expect.stringContaining(textOf(first('branches'), 'name')),
    ]);
  });

  it('gives an organisation a new name from a day on', () => {
    const organisation = current.organisations.find((row) => row['id'] === first('branches')['organisation_id']);
    if (!organisation) throw new Error('no organisation');
    const [row = {}] = typedRows(current, 'organisations', organisation);
    const renamed = [
      { ...row, validTo: '30/11/2026' },
      { ...row, name: 'Đảng bộ phường mới', validFrom: '01/12/2026', validTo: '' },
    ];
    const { faults, questions, district } = read('organisations', organisation, renamed);
    expect([faults, questions]).toEqual([[], []]);
    const changes = district ? changeTo(district, current, NOW).changes : [];
    expect(changes.map(({ table, before, after }) => [table, before !== null, after?.['valid_before']])).toEqual([
      ['organisation_versions', true, '2026-12-01'],
      ['organisation_versions', false, null],
    ]);
  });

  it('is read by what was typed alone: faults of other rows are not its own', () => {
    const broken: DirectoryRows = {
      ...current,
      specialists: current.specialists.map((row, i) => (i === 0 ? row : { ...row, email: 'không phải thư' })),
      branches: current.branches.map((row, i) => (i === 0 ? row : { ...row, secretary_email: 'hỏng' })),
    };
    for (const register of ['specialists', 'branches'] as const) {
      const rows = typedRows(broken, register, first(register)).map((row) => ({ ...row, name: 'Tên mới' }));
      expect(read(register, first(register), rows, broken).faults).toEqual([]);
    }
  });

  it('archives what can be referred to, and drops a rule between two', () => {
    const away = (register: Register) => changeAway(register, first(register), current, NOW).changes;
    expect(away('branches')).toMatchObject([{ table: 'branches', after: { archived_at: NOW.toISOString() } }]);
    expect(away('conflicts')).toMatchObject([{ table: 'conflicts_of_interest', after: null }]);
    const gone = { ...first('branches'), archived_at: '2020-01-01' };
    expect(changeAway('branches', gone, current, NOW).changes).toEqual([]);
    const [person = {}] = current.specialists;
    const department = current.departments.find((row) => row['id'] === person['department_id']) ?? {};
    expect(membersOf('departments', department, current)).toContain(person['name']);
  });

  it('gives a thing another revision', () => {
    const branch = first('branches');
    expect(revisionOf(current, 'branches', { ...branch, name: 'khác' })).not.toBe(
      revisionOf(current, 'branches', branch),
    );
    const organisation = first('organisations');
    const renamed = {
      ...current,
      organisation_versions: current.organisation_versions.map((row) => ({ ...row, name: 'khác' })),
    };
    expect(revisionOf(renamed, 'organisations', organisation)).not.toBe(
      revisionOf(current, 'organisations', organisation),
    );
  });
});
