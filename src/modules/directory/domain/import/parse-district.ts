import { addDays, type Day } from '../../../../kernel/month.ts';
import type { HolidayKind } from '../../../../kernel/vocabulary.ts';
import type { Sheet } from '../../../../kernel/workbook.ts';
import { checkOrganisationDays } from './check-organisation-days.ts';
import { checkOrganisationTree } from './check-organisation-tree.ts';
import { askAboutLongAbsences } from './check-absences.ts';
import { withoutRepeats } from './check-findings.ts';
import { askAboutNight } from './check-hours.ts';
import { askAboutHosts } from './check-mails.ts';
import { askAboutScale } from './check-scale.ts';
import { askAboutFarPlaces } from './check-places.ts';
import { askAboutSecretaries } from './check-secretaries.ts';
import { askAboutTwins } from './check-twins.ts';
import { askAboutFuture, checkYears } from './check-years.ts';
import { checkRows } from './check-rows.ts';
import type { Columns, RowOf, TableName } from './column.ts';
import { readCommittee, type CommitteeFacts } from './committee.ts';
import type { CsvSource } from './csv/csv-source.ts';
import type { ReadCsv } from './csv/read-csv.ts';
import type { ImportFault } from './fault.ts';
import { FaultLog, shown } from './fault-log.ts';
import type { ImportGround } from './import-ground.ts';
import { type Answers, type ImportQuestion, questionAbout } from './question.ts';
import { nearest, plainKey } from './fold.ts';
import { kindByName, readHolidayKinds } from './holiday-kinds.ts';
import {
  COMMITTEE_SHEET,
  FAULT_SHEET,
  FORMAT_VERSION,
  GUIDE_SHEET,
  TABLE_NAMES,
  TABLES,
  VERSION_MARK,
  type SheetFacts,
} from './format.ts';
import { readHours } from './read-hours.ts';
import { isBlank, readTable, type RawTable } from './read-table.ts';
import { type RawTables, resolveReferences } from './resolve-references.ts';
import { TEMPLATE_EXAMPLES } from './template-examples.ts';

/** A row that was read, with its row number in the spreadsheet. */
export type Imported<T> = T & { readonly row: number };
type TableRow<N extends TableName> = Imported<RowOf<(typeof TABLES)[N]['columns']>>;

export type ImportedField = TableRow<'fields'>;
export type ImportedBranchType = TableRow<'branchTypes'>;
/** One version of an organisation, valid on the days [validFrom, validBefore). */
export type ImportedOrganisation = Omit<TableRow<'organisations'>, 'validTo'> & { readonly validBefore: Day | null };
export type ImportedDepartment = TableRow<'departments'>;
export type ImportedBranch = TableRow<'branches'>;
export type ImportedSpecialist = TableRow<'specialists'>;
/** Away on the days [from, before). */
export type ImportedAbsence = Omit<TableRow<'absences'>, 'to'> & { readonly before: Day };
export type ImportedConflict = TableRow<'conflicts'>;
/** With the kind from its row or its name. */
export type ImportedHoliday = Omit<TableRow<'holidays'>, 'kind'> & { readonly kind: HolidayKind };
export type ImportedVisit = TableRow<'visits'>;
export type ImportedFinding = TableRow<'findings'>;

/** A whole district without faults; every reference is the code of a row that exists. */
export interface DistrictImport {
  readonly formatVersion: typeof FORMAT_VERSION;
  /** Null for a part of a directory without the committee's sheet. */
  readonly committee: CommitteeFacts | null;
  /** Columns that are missing from a sheet, by key; for existing rows nothing changes there. */
  readonly silent: Readonly<Partial<Record<TableName, readonly string[]>>>;
  readonly fields: readonly ImportedField[];
  readonly branchTypes: readonly ImportedBranchType[];
  readonly organisations: readonly ImportedOrganisation[];
  readonly departments: readonly ImportedDepartment[];
  readonly branches: readonly ImportedBranch[];
  readonly specialists: readonly ImportedSpecialist[];
  readonly absences: readonly ImportedAbsence[];
  readonly weeklyAbsences: readonly TableRow<'weeklyAbsences'>[];
  readonly conflicts: readonly ImportedConflict[];
  readonly pairings: readonly TableRow<'pairings'>[];
  readonly holidays: readonly ImportedHoliday[];
  readonly visits: readonly ImportedVisit[];
  readonly findings: readonly ImportedFinding[];
}

export interface ParsedDistrict {
  /** Null as soon as there is one fault: an import is all or nothing. */
  readonly district: DistrictImport | null;
  readonly faults: readonly ImportFault[];
  /** What somebody has to confirm before the import; also listed for a file with faults. */
  readonly questions: readonly ImportQuestion[];
  /** Rows found in each sheet, including faulty ones, for the summary of a check. */
  readonly counts: Readonly<Record<TableName, number>>;
  /** Rows of each sheet that were left out as examples of the template. */
  readonly examples: Readonly<Record<TableName, number>>;
}

/** The content of an import file's sheets, as far as it could be read. */
export interface ReadSheets {
  readonly tables: RawTables;
  readonly committee: CommitteeFacts | null;
  readonly faults: readonly ImportFault[];
  readonly questions: readonly ImportQuestion[];
}

/**
 * Checks an import file; both the dry run and the import use its result. Answers may choose another reading of what is
 * doubtful. The file may be a list of a single sheet, which does not change the others.
 */
export function parseFile(file: OpenedFile, answers: Answers, ground: ImportGround): ParsedDistrict {
  return parsed(readFile(file, answers, ground), groundOf(file, ground));
}

function parsed({ tables, committee, faults, questions }: ReadSheets, { isPartial }: ImportGround): ParsedDistrict {
  const counted = (count: (table: RawTable) => number) =>
    Object.fromEntries(
      TABLE_NAMES.map((name) => [name, tables[name] === undefined ? 0 : count(tables[name])]),
    ) as Record<TableName, number>;
  return {
    district: faults.length > 0 || (committee === null && isPartial !== true) ? null : districtOf(committee, tables),
    faults,
    questions,
    counts: counted(({ rows }) => rows.length),
    examples: counted(({ examples }) => examples),
  };
}

/** What is known of a file before its sheets are read. */
export type OpenedFile = Pick<ReadCsv, 'sheets' | 'faults' | 'questions'> & { readonly csv: CsvSource | null };

export function readFile(file: OpenedFile, answers: Answers, ground: ImportGround): ReadSheets {
  const read =
    file.sheets.length === 0 && file.csv !== null
      ? { tables: {}, committee: null, faults: [], questions: [] }
      : readSheets(file.sheets, answers, groundOf(file, ground));
  // Misplaced fields of a row explain every other fault in it, so those are not reported.
  const told = new Set(file.faults.map(({ row }) => row));
  return {
    ...read,
    faults: [...file.faults, ...read.faults.filter(({ row }) => row === null || !told.has(row))],
    questions: [...file.questions, ...read.questions],
  };
}

function groundOf({ csv }: OpenedFile, ground: ImportGround): ImportGround {
  return csv === null ? ground : { ...ground, isPartial: true };
}

export function readSheets(sheets: readonly Sheet[], answers: Answers = {}, ground: ImportGround = {}): ReadSheets {
  const { today = null, isPartial = false } = ground;
  const log = new FaultLog(answers);
  const found = sortSheets(sheets, isPartial, log);
  const tables: Partial<Record<TableName, RawTable>> = {};
  let committee: CommitteeFacts | null = null;
  if (found !== null) {
    for (const name of TABLE_NAMES) {
      const sheet = found.get(TABLES[name]);
      if (sheet !== undefined) tables[name] = readTable(sheet, TABLES[name].columns, log, TEMPLATE_EXAMPLES[name]);
    }
    const sheet = found.get(COMMITTEE_SHEET);
    committee = sheet === undefined ? null : readCommittee(sheet, log);
    resolveReferences(tables, ground, log);
    if (tables.specialists !== undefined) askAboutHosts(tables.specialists, 'mail', log);
    if (tables.branches !== undefined) askAboutHosts(tables.branches, 'secretaryMail', log);
    for (const name of TABLE_NAMES) {
      const table = tables[name];
      if (table === undefined) continue;
      if (name === 'absences' || name === 'weeklyAbsences') readHours(table, log);
      checkRows(name, table, log);
      checkYears(name, table, log);
    }
    if (tables.branches !== undefined) askAboutNight(tables.branches, log);
    if (tables.visits !== undefined) askAboutScale(tables.visits, 'score', log);
    if (tables.absences !== undefined) askAboutLongAbsences(tables.absences, log);
    if (tables.findings !== undefined) tables.findings = withoutRepeats(tables.findings, log);
    if (tables.organisations !== undefined) checkOrganisationTree(tables.organisations, log);
    if (tables.holidays !== undefined) readHolidayKinds(tables.holidays, log);
    checkOrganisationDays(tables, today, log);
    if (tables.visits !== undefined && today !== null) askAboutFuture(tables.visits, today, log);
    askAboutTwins(tables, ground.known, log);
    askAboutFarPlaces(tables, log);
    askAboutSecretaries(tables, log);
    if (TABLE_NAMES.every((name) => (tables[name]?.rows.length ?? 0) === 0)) {
      log.add({ sheet: found.get(GUIDE_SHEET)?.name ?? sheets[0]?.name ?? GUIDE_SHEET.name.vi }, 'file_empty', {});
    }
  }
  const sheetNames = sheets.map(({ name }) => name);
  return {
    tables,
    committee,
    faults: log.inOrderOf(sheetNames),
    questions: log.questionsInOrderOf(sheetNames),
  };
}

/** People number their sheets: “7. Chi bộ”. */
const NUMBERED = /^\s*\d+\s*[.)_-]\s*/;

/** Matches sheets with those of the template; null when reading on would only hide the cause under other faults. */
function sortSheets(sheets: readonly Sheet[], isPartial: boolean, log: FaultLog): Map<SheetFacts, Sheet> | null {
  const known: readonly SheetFacts[] = [GUIDE_SHEET, COMMITTEE_SHEET, ...Object.values(TABLES), FAULT_SHEET];
  const byName = new Map(
    known.flatMap((facts) =>
      [facts.name.vi, facts.name.en, ...facts.aliases].map((name) => [plainKey(name), facts] as const),
    ),
  );
  const found = new Map<SheetFacts, Sheet>();
  const unknown: Sheet[] = [];
  for (const sheet of sheets) {
    const facts = byName.get(plainKey(sheet.name)) ?? byName.get(plainKey(sheet.name.replace(NUMBERED, '')));
    if (facts === undefined) unknown.push(sheet);
    else if (found.has(facts)) log.add({ sheet: sheet.name }, 'sheet_twice', {});
    else found.set(facts, sheet);
  }
  if (found.size === 0) {
    log.add({ sheet: sheets[0]?.name ?? '' }, 'not_the_template', {});
    return null;
  }
  if (!isKnownVersion(found.get(GUIDE_SHEET), log)) return null;
  for (const sheet of unknown.filter(({ rows }) => !rows.every(isBlank))) {
    if (sheet.look?.hidden === true) {
      log.askAbout(questionAbout({ sheet: sheet.name }, 'sheet_hidden_unknown', {}));
      continue;
    }
    log.add({ sheet: sheet.name }, 'sheet_unknown', {
      near: nearest(
        sheet.name,
        known.map(({ name }) => name.vi),
      ),
    });
  }
  for (const [facts, { name, rows, look }] of found) {
    // The first of them is the head.
    const filled = rows.filter((cells) => !isBlank(cells)).length - 1;
    if (look?.hidden !== true || filled < 1 || facts === GUIDE_SHEET || facts === FAULT_SHEET) continue;
    log.askAbout(questionAbout({ sheet: name }, 'sheet_hidden', { rows: filled }));
  }
  for (const facts of known) {
    if (facts.required && !isPartial && !found.has(facts)) log.add({ sheet: facts.name.vi }, 'sheet_missing', {});
  }
  return found;
}

function isKnownVersion(guide: Sheet | undefined, log: FaultLog): boolean {
  if (guide === undefined) return true; // reported as a missing sheet
  const marks = [VERSION_MARK.vi, VERSION_MARK.en].map(plainKey);
  for (const [index, cells] of guide.rows.entries()) {
    const at = cells.findIndex((cell) => typeof cell === 'string' && marks.includes(plainKey(cell)));
    const version = at < 0 ? null : shown(cells.slice(at + 1).find((cell) => cell !== null) ?? null);
    if (version === null) continue;
    if (Number(version) === FORMAT_VERSION) return true;
    const place = { sheet: guide.name, row: index + 1, value: version };
    log.add(place, 'version_unknown', { version, known: FORMAT_VERSION });
    return false;
  }
  log.add({ sheet: guide.name }, 'version_missing', { known: FORMAT_VERSION });
  return true;
}

/** What was read, for a file without faults. */
export function districtOf(committee: CommitteeFacts | null, tables: RawTables): DistrictImport {
  const rows = <N extends TableName>(name: N) => rowsOf<(typeof TABLES)[N]['columns']>(tables[name]);
  return {
    formatVersion: FORMAT_VERSION,
    committee,
    silent: Object.fromEntries(
      TABLE_NAMES.map((name) => [
        name,
        Object.keys(TABLES[name].columns).filter((key) => tables[name]?.places.has(key) === false),
      ]),
    ),
    fields: rows('fields'),
    branchTypes: rows('branchTypes'),
    organisations: rows('organisations').map(({ validTo, ...row }) => ({
      ...row,
      validBefore: validTo === null ? null : addDays(validTo, 1),
    })),
    departments: rows('departments'),
    branches: rows('branches'),
    specialists: rows('specialists'),
    absences: rows('absences').map(({ to, ...row }) => ({ ...row, before: addDays(to, 1) })),
    weeklyAbsences: rows('weeklyAbsences'),
    conflicts: rows('conflicts'),
    pairings: rows('pairings'),
    holidays: rows('holidays').map(({ kind, ...row }) => ({ ...row, kind: kind ?? kindByName(row.name, row.day) })),
    visits: rows('visits'),
    findings: rows('findings'),
  };
}

/** Without faults every required value is present, so rows have the type that their columns declare. */
function rowsOf<C extends Columns>(table: RawTable | undefined): Imported<RowOf<C>>[] {
  return (table?.rows ?? []).map(({ row, values }) => ({ ...values, row }) as Imported<RowOf<C>>);
}
