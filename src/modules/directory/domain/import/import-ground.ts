import type { Day } from '../../../../kernel/month.ts';
import type { TableName } from './column.ts';

/** A row of the directory, with the names that a file may use for it. */
export interface KnownRow {
  readonly code: string;
  readonly names: readonly string[];
  /** Of a person, whom a file does not refer to by it. */
  readonly name?: string | null;
  readonly isInUse: boolean;
}

/** What a file is checked against, as far as known. */
export interface ImportGround {
  /** The office's day; without it, checks of what has ended, begins later or lies in the future are skipped. */
  readonly today?: Day | undefined;
  /** The rows that the directory has already. */
  readonly known?: Readonly<Partial<Record<TableName, readonly KnownRow[]>>> | undefined;
  /** Whether a missing sheet leaves its register unchanged. */
  readonly isPartial?: boolean | undefined;
}
