import type { Month } from '../../kernel/month.ts';
import type { CSV_COLUMNS } from './plan-csv.ts';

/** `pages/export`: the files of a month's plan. */
export interface ExportPage {
  readonly month: Month;
  readonly isDraft: boolean;
  readonly isOutdated: boolean;
  readonly meetings: number;
  readonly visits: number;
  /** Rows of the CSV file without the heads. */
  readonly rows: number;
  readonly columns: typeof CSV_COLUMNS;
  readonly hrefs: {
    readonly pdf: string;
    readonly xlsx: string;
    readonly csv: string;
    readonly json: string;
  };
}
