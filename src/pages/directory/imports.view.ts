import type { Ref } from '../../kernel/id.ts';
import type { IMPORT_ORDERS, ImportScope, ImportState, NeededSheet } from '../../modules/directory/index.ts';
import type { Pagination } from '../../platform/views/page-context.ts';
import type { SortHead } from './page-rows.ts';

/** `pages/imports`: uploads a file, and lists earlier ones. */
export interface ImportsPage {
  /** Takes the POST with the file. */
  readonly action: string;
  readonly templateHref: string;
  /** The sheets that must be filled before a first month can be planned, with their required columns. */
  readonly minimum: readonly NeededSheet[];
  /** The scope that is preselected. */
  readonly scope: ImportScope;
  /** The data in use as an import file. */
  readonly currentHref: string;
  /** Such as that no file was chosen, or that it cannot be read. */
  readonly error: string | null;
  /** How many files there are, and those of the page. */
  readonly total: number;
  readonly heads: Readonly<Record<(typeof IMPORT_ORDERS)[number], SortHead>>;
  readonly history: readonly ImportRow[];
  readonly pagination: Pagination | null;
}

export interface ImportRow {
  readonly importId: Ref<'Import'>;
  readonly fileName: string;
  readonly state: ImportState;
  readonly madeAt: Date;
  readonly madeBy: string | null;
  /** For whom, where a deputy did it. */
  readonly madeFor: string | null;
  readonly rows: number;
  readonly faults: number;
  readonly changes: number;
}
