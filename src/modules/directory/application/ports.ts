import type { Id } from '../../../kernel/id.ts';
import type { Day } from '../../../kernel/month.ts';
import type { LaidSheet, Sheet } from '../../../kernel/workbook.ts';
import type { RowChange } from '../domain/changes/compare-rows.ts';
import type { DirectoryRows } from '../domain/changes/import-tables.ts';
import type { ImportId, ImportRecord } from '../domain/import-record.ts';
import type { KnownCommittee } from '../domain/import/blank-template.ts';
import type { ParsedDistrict } from '../domain/import/parse-district.ts';
import type { AbsenceKind } from '../domain/import/vocabulary.ts';
import type { ImportUse } from '../errors.ts';

/** A workbook on its way in or out. */
export interface DistrictFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Spreadsheet files. */
/** An import file with what its sheets say. */
export interface ReadDistrict extends ParsedDistrict {
  readonly sheets: readonly Sheet[];
}

export abstract class Workbooks {
  /** @throws DomainError xlsx.… for what is no workbook or too large. */
  abstract readDistrict(bytes: Uint8Array): Promise<ReadDistrict>;
  abstract write(sheets: readonly LaidSheet[]): Promise<Uint8Array>;
}

export abstract class Imports {
  /** @throws DomainError import.not_found */
  abstract get(id: ImportId): Promise<ImportRecord>;
  abstract getForUpdate(id: ImportId): Promise<ImportRecord>;
  abstract fileOf(id: ImportId): Promise<Uint8Array>;
  /** The same file, checked and not carried out yet. */
  abstract findPending(fileHash: string): Promise<ImportRecord | null>;
  abstract insert(record: ImportRecord, file: Uint8Array): Promise<void>;
  abstract update(record: ImportRecord): Promise<void>;
}

/** The acting committee's directory as an import sees and changes it. */
export abstract class Directory {
  /** Serialises whoever changes the directory, until the transaction ends. */
  abstract lock(): Promise<void>;
  abstract read(): Promise<DirectoryRows>;
  /** Null where neither a set-up nor an import has said anything of it. */
  abstract knownCommittee(): Promise<KnownCommittee | null>;
  /** Makes the changes and notes them under the import, row by row. */
  abstract apply(importId: ImportId, changes: readonly RowChange[]): Promise<void>;
  /** Rows of the import that are no longer as it left them. */
  abstract changedSince(importId: ImportId): Promise<{ count: number; examples: string[] }>;
  /** What has come to refer to rows that the import added. */
  abstract usesOf(importId: ImportId): Promise<ImportUse[]>;
  /** Puts every row back to where it was before the import. */
  abstract revert(importId: ImportId): Promise<void>;
}

/** That an account is a specialist of the acting committee. */
export interface SpecialistAccess {
  readonly accountId: string;
  readonly email: string;
  readonly specialistId: string;
}

export interface AccessChange {
  readonly email: string;
  readonly name: string;
  readonly accountId: string;
  /** Which specialist the account was and is; null: none. */
  readonly before: string | null;
  readonly after: string | null;
}

export abstract class SpecialistAccesses {
  abstract list(): Promise<SpecialistAccess[]>;
  /** Notes under the import what it did to the accounts' roles. */
  abstract note(importId: ImportId, changes: readonly AccessChange[]): Promise<void>;
  abstract noted(importId: ImportId): Promise<AccessChange[]>;
}

export type AbsenceId = Id<'Absence'>;

export interface Absence {
  readonly id: AbsenceId;
  readonly specialistId: string;
  /** Away on the days [startsOn, endsBefore). */
  readonly startsOn: Day;
  readonly endsBefore: Day;
  readonly kind: AbsenceKind;
}

export abstract class Absences {
  abstract specialistExists(id: string): Promise<boolean>;
  /** Inserts, or gives the same span its new kind; answers the absence as it stands. */
  abstract record(absence: Absence): Promise<Absence>;
  /** The absence that was removed. @throws DomainError absence.not_found */
  abstract remove(id: AbsenceId): Promise<Absence>;
}
