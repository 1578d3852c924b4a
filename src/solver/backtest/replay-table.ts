import type { Locale } from '../../kernel/actor.ts';
import type { Replay, ReplayedMonth } from './backtest.ts';

interface TableWords {
  readonly header: readonly string[];
  readonly status: Readonly<Record<ReplayedMonth['status'], string>>;
  readonly all: string;
}

const WORDS: Readonly<Record<Locale, TableWords>> = {
  vi: {
    header: [
      'tháng',
      'phương án',
      'kết quả',
      'đủ người',
      'giá trị mất',
      'trong hạn',
      'số lượt',
      'độ lệch',
      'km',
      'trở lại sớm nhất',
    ],
    status: {
      optimal: 'tốt nhất',
      feasible: 'chưa chắc tốt nhất',
      infeasible: 'không có',
      unknown: 'chưa có',
      actual: 'thực tế',
    },
    all: 'tất cả',
  },
  en: {
    header: ['month', 'replay', 'status', 'met', 'lost', 'in cycle', 'load', 'spread', 'km', 'least gap'],
    status: {
      optimal: 'optimal',
      feasible: 'feasible',
      infeasible: 'infeasible',
      unknown: 'unknown',
      actual: 'actual',
    },
    all: 'all',
  },
};

/** The replays side by side as plain text, one line per month, for terminals and mails. */
export function replayTable(replays: readonly Replay[], locale: Locale = 'en'): string {
  const words = WORDS[locale];
  const months = replays[0]?.months.map(({ name }) => name) ?? [];
  const rows = months.flatMap((name, index) =>
    replays.flatMap(({ name: replay, months: played }) => {
      const month = played[index];
      if (month === undefined) return [];
      const { figures, inCycle, branches, rotationGaps, status } = month;
      const { load, met, meetings, lostCoverage, metres } = figures;
      return [
        [
          name,
          replay,
          words.status[status],
          `${met}/${meetings}`,
          String(lostCoverage),
          `${inCycle}/${branches}`,
          `${load.least}–${load.most}`,
          load.spread.toFixed(2),
          (metres / 1000).toFixed(1),
          rotationGaps.length === 0 ? '–' : String(Math.min(...rotationGaps)),
        ],
      ];
    }),
  );
  const totals = replays.map(({ name, total }) => [
    words.all,
    name,
    '',
    '',
    String(total.lostCoverage),
    `${(100 * total.cycleKept).toFixed(1)}%`,
    `${total.load.least}–${total.load.most}`,
    total.load.spread.toFixed(2),
    (total.metres / 1000).toFixed(1),
    total.leastRotationGap === null ? '–' : String(total.leastRotationGap),
  ]);
  return aligned([words.header, ...rows, ...totals]);
}

/** Columns as wide as their widest cell; texts aligned left, figures right. */
function aligned(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  return rows
    .map((row) =>
      row
        .map((cell, column) => (column < 3 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
