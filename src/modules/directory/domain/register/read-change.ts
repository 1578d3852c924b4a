import { canonicalJson } from '../../../../kernel/canonical-json.ts';
import type { CellValue, Sheet } from '../../../../kernel/workbook.ts';
import { type DirectoryRows, type Row, textOf } from '../changes/import-tables.ts';
import { isActive } from '../changes/compare-rows.ts';
import type { Columns, RowContent, TableName } from '../import/column.ts';
import { faultAt, type ImportFault } from '../import/fault.ts';
import { textKey } from '../import/fold.ts';
import { TABLES } from '../import/format.ts';
import type { ImportGround } from '../import/import-ground.ts';
import { type DistrictImport, districtOf, readSheets, type ReadSheets } from '../import/parse-district.ts';
import type { Answers, ImportQuestion } from '../import/question.ts';
import { addressOf, REGISTER_FACTS, type Register } from './register.ts';
import { cellsOf, type RegisterCells, typedCells, type TypedRow } from './typed-rows.ts';

/** What somebody typed for a thing. */
export interface TypedThing {
  readonly register: Register;
  /** The thing that is changed; null: a new one. */
  readonly thing: Row | null;
  readonly rows: readonly TypedRow[];
}

/** A fault in what was typed. */
export interface FieldFault {
  /** Index of the typed row; null where the typed rows make something else wrong. */
  readonly row: number | null;
  /** Key of its column; null for the whole row. */
  readonly key: string | null;
  readonly fault: ImportFault | CodeOfRetired;
  /** The other row involved, as code and name. */
  readonly other: string | null;
}

/** A new thing was given the code of one out of use, which would return with all of its history. */
export interface CodeOfRetired {
  readonly code: 'code_retired';
  readonly params: { readonly name: string; readonly address: string };
}

export interface ReadChange {
  readonly faults: readonly FieldFault[];
  readonly questions: readonly ImportQuestion[];
  /** The typed rows; null where something is wrong. */
  readonly district: DistrictImport | null;
}

/** Further sheets needed to check a change of a register. */
const JUDGED_WITH: Readonly<Partial<Record<Register, readonly TableName[]>>> = {
  branches: ['organisations'],
  organisations: ['branches'],
};
/** Questions about whole columns: a typed day is always read day first. */
const OF_COLUMNS: ReadonlySet<string> = new Set(['days_swapped', 'days_month_first', 'days_ambiguous']);
const FIRST_ROW = 2;

/**
 * Reads typed values as an import of one row would: with the columns' readers and against the register. What was wrong
 * or doubtful before and was not changed is not reported again.
 */
export function readChange(
  current: DirectoryRows,
  typed: TypedThing,
  ground: Omit<ImportGround, 'isPartial'>,
  answers: Answers = {},
): ReadChange {
  const retired = retiredCode(current, typed);
  const cells = cellsOf(current, typed.register, typed.thing);
  const rows = typed.rows.map((row, index) => typedCells(typed.register, row, cells.own[index]));
  const blank = rows.flatMap((row, index) => (row.every((cell) => cell === null) ? missingIn(typed, index) : []));
  if (retired !== null || blank.length > 0) {
    return { faults: retired === null ? blank : [retired], questions: [], district: null };
  }
  const read = (own: readonly (readonly CellValue[])[]) =>
    readSheets(sheetsWith(typed.register, cells, own), answers, { ...ground, isPartial: true });
  const found = read(rows);
  const first = FIRST_ROW + cells.others.length;
  const before =
    found.faults.length + found.questions.length > 0 ? read(cells.own.map((row) => asCells(typed, row))) : null;
  const faults = faultsOf(typed, found, before, first, cells);
  return {
    faults,
    questions: questionsOf(typed, found, before, first),
    district: faults.length > 0 ? null : ownDistrict(typed.register, found, first),
  };
}

function retiredCode(current: DirectoryRows, { register, thing, rows }: TypedThing): FieldFault | null {
  if (thing !== null || REGISTER_FACTS[register].retires !== 'archived') return null;
  const code = textKey(rows[0]?.['code'] ?? '');
  const other = current[REGISTER_FACTS[register].table].find(
    (row) => !isActive(row) && textKey(textOf(row, 'code')) === code,
  );
  if (other === undefined) return null;
  const params = { name: textOf(other, 'name'), address: addressOf(register, other) };
  return { row: 0, key: 'code', fault: { code: 'code_retired', params }, other: null };
}

function missingIn({ register }: TypedThing, row: number): FieldFault[] {
  const columns: Columns = TABLES[register].columns;
  const sheet = TABLES[register].name.vi;
  return Object.entries(columns).flatMap(([key, { required, header }]): FieldFault[] =>
    required ? [{ row, key, fault: faultAt({ sheet, header: header.vi }, 'required', {}), other: null }] : [],
  );
}

function asCells({ register }: TypedThing, row: RowContent): CellValue[] {
  return Object.keys(TABLES[register].columns).map((key) => row[key] ?? null);
}

/** The typed row is placed last, so that a value it repeats is reported for it. */
function sheetsWith(
  register: Register,
  { others, tables }: RegisterCells,
  own: readonly (readonly CellValue[])[],
): Sheet[] {
  return [register, ...(JUDGED_WITH[register] ?? [])].map((name): Sheet => {
    const keys = Object.keys(TABLES[name].columns);
    const columns: Columns = TABLES[name].columns;
    const rows: readonly RowContent[] = name === register ? others : tables[name];
    const heads = keys.map((key) => columns[key]?.header.vi ?? key);
    const cells = rows.map((row) => keys.map((key) => row[key] ?? null));
    return { name: TABLES[name].name.vi, rows: [heads, ...cells, ...(name === register ? own : [])] };
  });
}

function faultsOf(
  typed: TypedThing,
  found: ReadSheets,
  before: ReadSheets | null,
  first: number,
  cells: RegisterCells,
): FieldFault[] {
  const sheet = TABLES[typed.register].name.vi;
  const keys = Object.keys(TABLES[typed.register].columns);
  const known = new Set(before?.faults.map(canonicalJson));
  return found.faults.flatMap((fault): FieldFault[] => {
    const isOwn = fault.sheet === sheet && fault.row !== null && fault.row >= first;
    if (!isOwn && known.has(canonicalJson(fault))) return [];
    const otherRow = 'otherRow' in fault.params ? fault.params.otherRow : isOwn ? null : fault.row;
    const others: readonly RowContent[] =
      fault.sheet === sheet ? cells.others : (tableOf(fault.sheet, cells) ?? cells.others);
    return [
      {
        row: isOwn && fault.row !== null ? fault.row - first : null,
        key: isOwn && fault.column !== null ? (keys[indexOf(fault.column)] ?? null) : null,
        fault,
        other: otherRow === null ? null : calledIn(others[otherRow - FIRST_ROW]),
      },
    ];
  });
}

function tableOf(sheet: string, { tables }: RegisterCells): readonly RowContent[] | undefined {
  const name = (Object.keys(tables) as TableName[]).find((each) => TABLES[each].name.vi === sheet);
  return name && tables[name];
}

function questionsOf(
  { register }: TypedThing,
  found: ReadSheets,
  before: ReadSheets | null,
  first: number,
): ImportQuestion[] {
  const sheet = TABLES[register].name.vi;
  const asked = new Set(before?.questions.map(({ code, params, rows }) => canonicalJson([code, params, rows])));
  return found.questions
    .filter(({ code, params, rows, sheet: at, row }) => {
      if (OF_COLUMNS.has(code) || asked.has(canonicalJson([code, params, rows]))) return false;
      return at !== sheet || row === null || rows.some((each) => each >= first);
    })
    .map((question) => ofTyped(question, first));
}

/** Of the pairs that may be one thing, those with the typed row. */
function ofTyped(question: ImportQuestion, first: number): ImportQuestion {
  const { params } = question;
  if (!('examples' in params)) return question;
  const own = params.examples.filter((one) => typeof one === 'object' && 'rows' in one && one.rows[1] >= first);
  return own.length === 0 ? question : ({ ...question, params: { ...params, examples: own } } as ImportQuestion);
}

function ownDistrict(register: Register, { tables, committee }: ReadSheets, first: number): DistrictImport {
  const table = tables[register];
  const rows = (table?.rows ?? []).filter(({ row }) => row >= first);
  return districtOf(committee, table === undefined ? {} : { [register]: { ...table, rows } });
}

/** Sheets of registers have no more columns than there are letters. */
function indexOf(letter: string): number {
  return letter.charCodeAt(0) - 'A'.charCodeAt(0);
}

function calledIn(row: RowContent | undefined): string | null {
  if (row === undefined) return null;
  return [row['code'] ?? row['specialist'], row['name'] ?? row['branch']]
    .filter((part) => typeof part === 'string')
    .join(' ');
}
