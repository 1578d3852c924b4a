import type { FormRating } from '../form-rating.ts';
import { cellOf, type Column, ratingColumns, type RatingColumns } from './rating-columns.ts';
import { FaultList, type RatingFault } from './rating-fault.ts';

export interface ReadRatings {
  /** Empty where anything is wrong. */
  readonly forms: readonly FormRating[];
  readonly faults: readonly RatingFault[];
  /** All of them, also those that are too many to be listed. */
  readonly faultCount: number;
}

/** A form under way; a table may have a row for each of its criteria. */
interface OpenForm {
  readonly form: Omit<FormRating, 'points' | 'scores'>;
  points: number | null;
  readonly pointsAt: string;
  readonly scores: Map<string, { readonly score: number; readonly place: string }>;
}

/**
 * Reads a table with a row for each form and a column for each criterion, or with a row for each criterion of a form.
 * @param records fields of each record, the first with the heads
 */
export function readRatingsTable(records: readonly (readonly string[])[]): ReadRatings {
  const faults = new FaultList();
  const [heads = []] = records;
  if (records.length < 2) faults.add(cellOf(0, 0), { code: 'no_forms' });
  const columns = faults.count > 0 ? null : ratingColumns(heads, faults);
  const forms = columns === null ? [] : new Table(columns, heads, faults).read(records);
  return faults.count > 0
    ? { forms: [], faults: faults.faults, faultCount: faults.count }
    : { forms, faults: [], faultCount: 0 };
}

class Table {
  private readonly open = new Map<string, OpenForm>();
  private readonly isLong: boolean;

  constructor(
    private readonly columns: RatingColumns,
    private readonly heads: readonly string[],
    private readonly faults: FaultList,
  ) {
    this.isLong = columns.known.criterion !== undefined && columns.known.score !== undefined;
  }

  read(records: readonly (readonly string[])[]): FormRating[] {
    for (let row = 1; row < records.length; row += 1) {
      const record = records[row] ?? [];
      if (record.every((field) => field.trim() === '')) continue;
      const beyond = record.findIndex((field, i) => i >= this.heads.length && field.trim() !== '');
      if (beyond >= 0) this.faults.add(cellOf(row, beyond), { code: 'cell_without_column' });
      this.readRow(row, record);
    }
    if (this.open.size === 0 && this.faults.count === 0) this.faults.add(cellOf(1, 0), { code: 'no_forms' });
    return [...this.open.values()].map(({ form, points, scores }) => ({
      ...form,
      ...(points !== null && { points }),
      scores: Object.fromEntries([...scores].map(([id, { score }]) => [id, score])),
    }));
  }

  private readRow(row: number, record: readonly string[]): void {
    const text = (column: Column) => (record[this.columns.known[column] ?? -1] ?? '').trim();
    const place = (column: Column) => cellOf(row, this.columns.known[column] ?? 0);
    const [observer, branch, meeting, branchType] = [
      text('observer'),
      text('branch'),
      text('meeting'),
      text('branchType'),
    ];
    for (const [column, value] of [
      ['observer', observer],
      ['branch', branch],
    ] as const) {
      if (value === '') this.faults.add(place(column), { code: 'empty', column: this.headOf(column) });
    }
    const month = text('month') === '' ? null : monthOf(text('month'));
    if (text('month') !== '' && month === null) {
      this.faults.add(place('month'), { code: 'not_a_month', value: text('month') });
    }
    const isNamed = meeting !== '';
    // Without a name of the meeting, an observer may have been at two meetings of a branch in one month.
    const key = JSON.stringify([observer, branch, month, meeting, this.isLong || isNamed ? '' : row]);
    const before = this.open.get(key);
    if (before !== undefined && !this.isLong) {
      this.faults.add(cellOf(row, 0), { code: 'form_twice', other: before.pointsAt });
      return;
    }
    const open: OpenForm = before ?? {
      form: {
        observer,
        branch,
        ...(month !== null && { month }),
        ...(isNamed && { meeting }),
        ...(branchType !== '' && { branchType }),
      },
      points: null,
      pointsAt: cellOf(row, this.columns.known.points ?? 0),
      scores: new Map(),
    };
    this.open.set(key, open);
    this.readPoints(open, row, text('points'));
    if (this.isLong) {
      if (text('criterion') === '')
        this.faults.add(place('criterion'), { code: 'empty', column: this.headOf('criterion') });
      else this.readScore(open, text('criterion'), text('score'), place('score'));
    }
    for (const { id, column } of this.columns.criteria) {
      this.readScore(open, id, (record[column] ?? '').trim(), cellOf(row, column));
    }
  }

  private readPoints(open: OpenForm, row: number, text: string): void {
    if (text === '') return;
    const place = cellOf(row, this.columns.known.points ?? 0);
    const points = numberOf(text);
    if (points === null) this.faults.add(place, { code: 'not_a_number', value: text });
    else if (open.points !== null && open.points !== points) {
      this.faults.add(place, { code: 'points_differ', value: text, other: open.pointsAt });
    } else open.points = points;
  }

  private readScore(open: OpenForm, criterion: string, text: string, place: string): void {
    if (text === '') return;
    const other = open.scores.get(criterion);
    const score = numberOf(text);
    if (other !== undefined) this.faults.add(place, { code: 'score_twice', criterion, other: other.place });
    else if (score === null) this.faults.add(place, { code: 'not_a_number', value: text });
    else open.scores.set(criterion, { score, place });
  }

  private headOf(column: Column): string {
    return (this.heads[this.columns.known[column] ?? -1] ?? column).trim();
  }
}

/** A number with a decimal comma or point; null for any other text. */
function numberOf(text: string): number | null {
  return /^[-−]?\d{1,12}([.,]\d{1,6})?$/.test(text) ? Number(text.replace('−', '-').replace(',', '.')) : null;
}

/** `2026-05` of `2026-05`, `05/2026`, `2026-05-13` or `13/05/2026`; null for any other text. */
export function monthOf(text: string): string | null {
  const iso = /^(\d{4})-(\d{1,2})(?:-\d{1,2})?(?:[T ].*)?$/.exec(text);
  const local = /^(?:\d{1,2}[/.])?(\d{1,2})[/.](\d{4})$/.exec(text);
  const [year, month] = iso ? [iso[1], iso[2]] : local ? [local[2], local[1]] : [];
  if (year === undefined || month === undefined || Number(month) < 1 || Number(month) > 12) return null;
  return `${year}-${month.padStart(2, '0')}`;
}
