import type { Day } from '../../../kernel/month.ts';
import { capitals, cleanLine } from './clean-text.ts';

/** Who goes where in a month, as one large table for the wall: a row for each person, a column for each day. */
export interface WallPlan {
  /** Printed in capitals above the title, the superior body first. */
  readonly issuers: readonly [superior: string, issuer: string];
  readonly title: string;
  /** Under the title: as of when. */
  readonly note: string;
  /** For the properties of the file. */
  readonly date: Day;
  /** Marked on each page. */
  readonly isDraft: boolean;
  readonly heads: { readonly row: string; readonly total: string };
  readonly days: readonly WallDay[];
  readonly groups: readonly WallGroup[];
  /** At the foot of each page, before the page's number. */
  readonly foot: string;
}

export interface WallDay {
  readonly weekday: string;
  readonly number: string;
  /** A weekend or a day off, which is shaded. */
  readonly isOff: boolean;
  /** Nothing takes place: the column is narrow. */
  readonly isEmpty: boolean;
}

export interface WallGroup {
  readonly name: string;
  readonly rows: readonly WallRow[];
  /** Set apart from the others, such as the meetings that nobody visits. */
  readonly isApart: boolean;
}

export interface WallRow {
  readonly label: string;
  readonly total: string;
  /** One for each day. */
  readonly cells: readonly (readonly WallEntry[])[];
}

export interface WallEntry {
  readonly text: string;
  /** `HH:mm` */
  readonly time: string;
}

/** The same with all texts as they are printed; the Typst template reads it as JSON. */
export interface ComposedWallPlan extends Omit<WallPlan, 'isDraft' | 'date'> {
  readonly draft: string | null;
  readonly date: { readonly year: number; readonly month: number; readonly day: number };
  /** Letters of the longest text of a cell, which the size of letters depends on. */
  readonly longest: number;
}

export function composeWallPlan({ isDraft, date, issuers, groups, ...plan }: WallPlan): ComposedWallPlan {
  const [year = 1, month = 1, day = 1] = date.split('-').map(Number);
  const cleaned = groups.map(({ name, rows, isApart }) => ({
    name: cleanLine(name),
    isApart,
    rows: rows.map(({ label, total, cells }) => ({
      label: cleanLine(label),
      total,
      cells: cells.map((cell) => cell.map(({ text, time }) => ({ text: cleanLine(text), time }))),
    })),
  }));
  const texts = cleaned.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells.flat().map(({ text }) => text)));
  return {
    ...plan,
    issuers: [capitals(issuers[0]), capitals(issuers[1])],
    title: cleanLine(plan.title),
    note: cleanLine(plan.note),
    foot: cleanLine(plan.foot),
    groups: cleaned,
    draft: isDraft ? 'DỰ THẢO' : null,
    date: { year, month, day },
    longest: texts.reduce((longest, text) => Math.max(longest, text.length), 5),
  };
}
