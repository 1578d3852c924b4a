import type { AccountId, Id, SpecialistId } from '../../../kernel/id.ts';
import type { Day } from '../../../kernel/month.ts';
import type { LaidSheet, Sheet } from '../../../kernel/workbook.ts';
import type { CsvSource } from '../domain/import/csv/csv-source.ts';
import type { Answers } from '../domain/import/question.ts';
import type { ImportGround } from '../domain/import/import-ground.ts';
import type { ParsedDistrict } from '../domain/import/parse-district.ts';
import type { Hours } from '../../../kernel/hours.ts';
import type { AbsenceKind } from '../../../kernel/vocabulary.ts';

/** A workbook, or a list as CSV, as uploaded or to be downloaded. */
export interface DistrictFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** An import file with the content of its sheets. */
export interface ReadDistrict extends ParsedDistrict {
  readonly sheets: readonly Sheet[];
  /** How a CSV file was interpreted; null for a workbook. */
  readonly csv: CsvSource | null;
}

/** Reads and writes spreadsheet files. */
export abstract class Workbooks {
  /**
   * @param leaves aborted when nobody waits for the result any more @throws DomainError xlsx.…, csv.… for a file that
   * is neither a workbook nor a list, or too large; the signal's reason
   */
  abstract readDistrict(
    file: DistrictFile,
    answers: Answers,
    ground: ImportGround,
    leaves?: AbortSignal,
  ): Promise<ReadDistrict>;
  abstract write(sheets: readonly LaidSheet[]): Promise<Uint8Array>;
}

/** The connection between an account and a specialist of the acting committee. */
export interface SpecialistAccess {
  readonly accountId: AccountId;
  readonly email: string;
  readonly specialistId: SpecialistId;
}

export interface AccessChange {
  readonly email: string;
  readonly name: string;
  readonly accountId: AccountId;
  /** The account's specialist before and after; null: none. */
  readonly before: SpecialistId | null;
  readonly after: SpecialistId | null;
}

export type AbsenceId = Id<'Absence'>;

export interface Absence {
  readonly id: AbsenceId;
  readonly specialistId: SpecialistId;
  /** Away on the days [startsOn, endsBefore). */
  readonly startsOn: Day;
  readonly endsBefore: Day;
  readonly kind: AbsenceKind;
  /** Between these hours on each of the days; null: all day. */
  readonly hours: Hours | null;
  /** The account that recorded it; null for an import. */
  readonly toldBy: string | null;
}
