import { canonicalJson } from '../../../kernel/canonical-json.ts';
import { DomainError } from '../../../kernel/domain-error.ts';
import type { AccountId, Id } from '../../../kernel/id.ts';
import type { Month } from '../../../kernel/month.ts';
import type { ImportScope } from './changes/import-scope.ts';
import type { Comparison, Counts } from './changes/compare-rows.ts';
import type { ImportKind } from './changes/import-tables.ts';
import { type ToldChange, toldChanges } from './changes/told-changes.ts';
import type { CsvSource } from './import/csv/csv-source.ts';
import type { ImportFault } from './import/fault.ts';
import type { ParsedDistrict } from './import/parse-district.ts';
import { type Answers, type ImportQuestion, unanswered } from './import/question.ts';
import type { TableName } from './import/column.ts';
import type {} from '../errors.ts';

export type ImportId = Id<'Import'>;
export const IMPORT_STATES = ['checked', 'refused', 'committed', 'taken_back'] as const;
export type ImportState = (typeof IMPORT_STATES)[number];

/** An uploaded file from its check to its outcome; also a change on a page, which is an import of one row. */
export interface ImportRecord {
  readonly id: ImportId;
  readonly fileName: string;
  readonly fileHash: string;
  readonly state: ImportState;
  readonly summary: ImportSummary;
  /** The first faults; the summary has their number. */
  readonly faults: readonly ImportFault[];
  /** What has to be answered before the file is imported. */
  readonly questions: readonly ImportQuestion[];
  /** The answers so far, which the check has taken into account. */
  readonly answers: Answers;
  readonly scope: ImportScope;
  readonly source: 'file' | 'page';
  /** Hash of the changes that the check found; null where it found faults. */
  readonly changesHash: string | null;
  readonly madeBy: AccountId | null;
  readonly madeAt: Date;
  readonly committedAt: Date | null;
  readonly takenBackAt: Date | null;
}

/** What can be shown of an import without reading its file again. */
export interface ImportSummary {
  /** Rows found in each sheet. */
  readonly rows: Readonly<Record<TableName, number>>;
  readonly faults: number;
  /** Outcomes for the things in the file and in the database; null where the file has faults. */
  readonly counts: Readonly<Record<ImportKind, Counts>> | null;
  /** Number of rows of the database that are added, changed or removed. */
  readonly changes: number;
  /** Some of the changes; records of earlier releases have neither names nor fields. */
  readonly examples: readonly (Pick<ToldChange, 'kind' | 'subject' | 'outcome'> & Partial<ToldChange>)[];
  /** Months whose calendar depends on what changes. */
  readonly months?: readonly Month[];
  /** Rows left out as examples of the template; records of earlier releases lack them. */
  readonly templateRows?: Readonly<Partial<Record<TableName, number>>>;
  /** How a CSV file was interpreted; null for a workbook. */
  readonly csv?: CsvSource | null;
}

export const KEPT_FAULTS = 500;

export interface Verdict {
  readonly state: 'checked' | 'refused';
  readonly summary: ImportSummary;
  readonly faults: readonly ImportFault[];
  readonly questions: readonly ImportQuestion[];
  readonly changesHash: string | null;
}

/** The result of a check: a file with faults is refused as a whole. */
export function verdict(
  { counts: rows, examples, csv }: Pick<ParsedDistrict, 'counts' | 'examples'> & { readonly csv: CsvSource | null },
  faults: readonly ImportFault[],
  questions: readonly ImportQuestion[],
  comparison: Comparison | null,
  months: readonly Month[] = [],
): Verdict {
  return {
    state: faults.length === 0 ? 'checked' : 'refused',
    summary: {
      rows,
      faults: faults.length,
      counts: comparison?.counts ?? null,
      changes: comparison?.changes.length ?? 0,
      examples: comparison ? toldChanges(comparison) : [],
      months,
      templateRows: examples,
      csv,
    },
    faults: faults.slice(0, KEPT_FAULTS),
    questions,
    changesHash: comparison?.hash ?? null,
  };
}

const RULE_COLUMNS = [
  'meeting_day',
  'meeting_weekday',
  'meeting_time',
  'meeting_minutes',
  'rolls_forward',
  'thematic_months',
  'thematic_day',
  'thematic_weekday',
  'archived_at',
] as const;

/** Whether calendars that exist already would be made differently after this import. */
export function movesMeetings({ changes }: Pick<Comparison, 'changes'>): boolean {
  return changes.some(({ table, before, after }) => {
    if (table === 'holidays') return true;
    if (table !== 'branches') return false;
    return (
      before === null ||
      after === null ||
      RULE_COLUMNS.some((column) => canonicalJson(before[column]) !== canonicalJson(after[column]))
    );
  });
}

/** @throws DomainError import.already_committed, import.already_taken_back */
export function mustBePending(record: ImportRecord): void {
  if (record.state === 'committed') throw new DomainError('import.already_committed', { importId: record.id });
  if (record.state === 'taken_back') throw new DomainError('import.already_taken_back', { importId: record.id });
}

/** @throws DomainError import.refused, import.already_committed, import.already_taken_back */
export function mustBeFaultless(record: ImportRecord): void {
  mustBePending(record);
  if (record.state === 'refused') throw new DomainError('import.refused', { faults: record.summary.faults });
}

/** @throws DomainError import.unanswered, and as mustBeFaultless does */
export function commit(record: ImportRecord, at: Date): ImportRecord {
  mustBeFaultless(record);
  const open = unanswered(record.questions, record.answers);
  if (open.length > 0) throw new DomainError('import.unanswered', { questions: open.length });
  return { ...record, state: 'committed', committedAt: at };
}

/** @throws DomainError import.not_committed, import.already_taken_back */
export function takeBack(record: ImportRecord, at: Date): ImportRecord {
  if (record.state === 'taken_back') throw new DomainError('import.already_taken_back', { importId: record.id });
  if (record.state !== 'committed') throw new DomainError('import.not_committed', { importId: record.id });
  return { ...record, state: 'taken_back', takenBackAt: at };
}
