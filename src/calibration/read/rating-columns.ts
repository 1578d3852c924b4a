import { searchKey } from '../../kernel/search-key.ts';
import type { FaultList } from './rating-fault.ts';

export const COLUMNS = [
  'observer',
  'branch',
  'month',
  'meeting',
  'branchType',
  'points',
  'criterion',
  'score',
] as const;
export type Column = (typeof COLUMNS)[number];

/** Heads by which a column is known, as `searchKey` writes them. */
const HEADS: Readonly<Record<Column, readonly string[]>> = {
  observer: ['observer', 'rater', 'judge', 'specialist', 'chuyen vien', 'nguoi du', 'can bo', 'ma chuyen vien'],
  branch: ['branch', 'chi bo', 'ma chi bo', 'ten chi bo'],
  month: ['month', 'thang', 'date', 'ngay'],
  meeting: ['meeting', 'buoi sinh hoat', 'buoi', 'ma buoi'],
  branchType: ['branch type', 'type', 'loai chi bo', 'loai'],
  points: ['points', 'total', 'diem', 'tong diem'],
  criterion: ['criterion', 'tieu chi'],
  score: ['score', 'level', 'rating', 'muc', 'diem tieu chi'],
};

export interface RatingColumns {
  readonly known: Readonly<Partial<Record<Column, number>>>;
  /** Every other column with a head is a criterion, unless each row names its own. */
  readonly criteria: readonly { readonly id: string; readonly column: number }[];
}

/** @returns null where the table cannot be read for want of a column; the faults say of which */
export function ratingColumns(heads: readonly string[], faults: FaultList): RatingColumns | null {
  const known: Partial<Record<Column, number>> = {};
  const criteria: { id: string; column: number }[] = [];
  const seen = new Map<string, number>();
  heads.forEach((head, column) => {
    const key = searchKey(head.replaceAll('_', ' ')).replace(/\s+/g, ' ').trim();
    if (key === '') return;
    const name = COLUMNS.find((one) => HEADS[one].includes(key)) ?? key;
    const before = seen.get(name);
    if (before !== undefined) {
      faults.add(cellOf(0, column), { code: 'column_twice', name: head.trim(), other: cellOf(0, before) });
      return;
    }
    seen.set(name, column);
    const isKnown = COLUMNS.find((one) => one === name);
    if (isKnown === undefined) criteria.push({ id: head.trim(), column });
    else known[isKnown] = column;
  });
  const found = heads.map((head) => head.trim()).filter((head) => head !== '');
  for (const column of ['observer', 'branch'] as const) {
    if (known[column] === undefined) faults.add(cellOf(0, 0), { code: 'missing_column', column, found });
  }
  // A score of no criterion is the form's own.
  if (known.criterion === undefined && known.points === undefined && known.score !== undefined) {
    known.points = known.score;
    delete known.score;
  }
  const isLong = known.criterion !== undefined && known.score !== undefined;
  if (known.points === undefined && criteria.length === 0 && !isLong) faults.add(cellOf(0, 0), { code: 'no_scores' });
  return faults.count > 0 ? null : { known, criteria: isLong ? [] : criteria };
}

/** `C7`, as a spreadsheet names the cell; both are counted from 0. */
export function cellOf(row: number, column: number): string {
  let letters = '';
  for (let rest = column; rest >= 0; rest = Math.floor(rest / 26) - 1) {
    letters = String.fromCharCode(65 + (rest % 26)) + letters;
  }
  return `${letters}${row + 1}`;
}
