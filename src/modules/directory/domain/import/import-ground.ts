import type { Day } from '../../../../kernel/month.ts';
import type { TableName } from './column.ts';

/** A row of the directory, by what a file may call it. */
export interface KnownRow {
  readonly code: string;
  readonly names: readonly string[];
  readonly isInUse: boolean;
}

/** What a file is read against, as far as that is known. */
export interface ImportGround {
  /** The office's day; without it nothing is said of what has ended, begins later or lies in the future. */
  readonly today?: Day | undefined;
  /** What the directory has already. */
  readonly known?: Readonly<Partial<Record<TableName, readonly KnownRow[]>>> | undefined;
  /** Whether a sheet that is missing means that nothing is said of it. */
  readonly isPartial?: boolean | undefined;
}
