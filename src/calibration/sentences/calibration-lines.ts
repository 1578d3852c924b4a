import type { Locale } from '../../kernel/actor.ts';
import { formatNumber } from '../../kernel/plain-format.ts';
import type { Calibration } from '../calibrate.ts';
import type { Estimate } from '../estimate.ts';
import { observerNotes } from './observer-notes.ts';
import { reasonPhrase, verdictHeadline } from './reason-phrases.ts';
import { textTable } from './text-table.ts';

const WORDS = {
  vi: {
    advisory: 'Chỉ để tham khảo, bên cạnh điểm chính thức; không thay điểm nào.',
    counts: (forms: string, observers: string, branches: string) =>
      `${forms} phiếu, ${observers} người dự, ${branches} chi bộ`,
    observers: 'Độ chặt của từng người dự (trên 0: chấm thấp hơn mức trung bình của mọi người)',
    branches: 'Điểm của từng chi bộ nếu do người dự trung bình chấm',
    criteria: 'Tiêu chí',
    doubles: 'Nên có hai người cùng dự, giúp so sánh nhiều nhất',
    observer: 'người dự',
    branch: 'chi bộ',
    criterion: 'tiêu chí',
    forms: 'số phiếu',
    severity: 'độ chặt, điểm',
    logits: 'độ chặt, logit',
    interval: 'khoảng 95%',
    mean: 'điểm TB',
    adjusted: 'điều chỉnh',
    difficulty: 'độ khó, logit',
    widest: 'sai số lớn nhất còn',
    narrows: 'mọi sai số giảm',
    notes: 'ghi chú',
    points: (observer: string, branch: string, chance: string) =>
      `Điểm chênh lệch (độ lệch chuẩn): giữa người dự ${observer}, giữa chi bộ ${branch}, còn lại ${chance}.`,
    drawn: 'Tập phiếu rất lớn: sai số được tính bằng mô phỏng, lệch khoảng 2%.',
    leftOut: (names: string) => `Không so theo mức (quá nhiều giá trị, hoặc chỉ một): ${names}.`,
    more: (count: string) => `… và ${count} dòng nữa; --json có đủ.`,
  },
  en: {
    advisory: 'Advisory, beside the official points; it changes none of them.',
    counts: (forms: string, observers: string, branches: string) =>
      `${forms} forms, ${observers} observers, ${branches} branches`,
    observers: 'Severity of each observer (above 0: gives less than the average observer)',
    branches: 'Points of each branch as an average observer would give them',
    criteria: 'Criteria',
    doubles: 'Double visits that would help most to compare',
    observer: 'observer',
    branch: 'branch',
    criterion: 'criterion',
    forms: 'forms',
    severity: 'points',
    logits: 'logits',
    interval: '95% interval',
    mean: 'mean',
    adjusted: 'adjusted',
    difficulty: 'difficulty, logits',
    widest: 'widest error then',
    narrows: 'all errors fall by',
    notes: 'notes',
    points: (observer: string, branch: string, chance: string) =>
      `Points differ (standard deviation) between observers by ${observer}, between branches by ${branch}, otherwise by ${chance}.`,
    drawn: 'A very large set of forms: errors are simulated, to about 2%.',
    leftOut: (names: string) => `Not compared by levels (too many different scores, or only one): ${names}.`,
    more: (count: string) => `… and ${count} more rows; --json has all.`,
  },
} as const satisfies Record<Locale, object>;

const MOST_ROWS = 60;

/** A calibration for a terminal: the verdict first, then observers, branches, criteria and double visits. */
export function calibrationLines(calibration: Calibration, locale: Locale): string[] {
  const words = WORDS[locale];
  const { verdict, points, levels } = calibration;
  const count = (value: number) => formatNumber(locale, value);
  const size = (value: number) => formatNumber(locale, value, 1);
  // The first reason of "cannot" stands in the headline.
  const listed = verdict.kind === 'cannot' ? verdict.reasons.slice(1) : verdict.reasons;
  const { forms, observers, branches, doubleVisits } = calibration;
  return [
    verdictHeadline(verdict, locale),
    ...listed.map((reason) => `  - ${reasonPhrase(reason, locale)}`),
    `${words.counts(count(forms), count(observers.length), count(branches.length))}. ${words.advisory}`,
    ...(points === null
      ? []
      : [
          words.points(
            size(points.deviations.observer),
            size(points.deviations.branch),
            size(points.deviations.chance),
          ),
        ]),
    ...(points?.isExact === false || levels?.isExact === false ? [words.drawn] : []),
    ...(levels !== null && levels.leftOut.length > 0 ? [words.leftOut(levels.leftOut.join(', '))] : []),
    ...table(words.observers, observerRows(calibration, locale), locale),
    ...table(words.branches, branchRows(calibration, locale), locale),
    ...table(words.criteria, criterionRows(calibration, locale), locale),
    ...table(
      words.doubles,
      doubleVisits.length === 0
        ? []
        : [
            [words.branch, words.widest, words.narrows, words.observer],
            ...doubleVisits.map(({ observers: pair, branch, widestAfter, narrows }) => [
              branch,
              formatNumber(locale, widestAfter, 2),
              `${formatNumber(locale, 100 * narrows, 1)}%`,
              pair.join(' + '),
            ]),
          ],
      locale,
    ),
  ];
}

function table(title: string, [head, ...rows]: readonly (readonly string[])[], locale: Locale): string[] {
  if (head === undefined || rows.length === 0) return [];
  const more = rows.length - MOST_ROWS;
  return [
    '',
    title,
    ...textTable([head, ...rows.slice(0, MOST_ROWS)]).map((line) => `  ${line}`),
    ...(more > 0 ? [`  ${WORDS[locale].more(formatNumber(locale, more))}`] : []),
  ];
}

function observerRows({ observers }: Calibration, locale: Locale): string[][] {
  const words = WORDS[locale];
  const head = [words.observer, words.forms, words.severity, words.interval, words.logits, words.interval, words.notes];
  const rows = observers
    .toSorted((a, b) => severityOf(b) - severityOf(a))
    .map((observer) => [
      observer.id,
      formatNumber(locale, observer.points?.forms ?? observer.levels?.forms ?? 0),
      ...figure(observer.points?.severity, 1, locale),
      ...figure(observer.levels?.severity, 2, locale),
      observerNotes(observer, locale).join('; '),
    ]);
  return [head, ...rows];
}

function severityOf({ points, levels }: Calibration['observers'][number]): number {
  return points?.severity.value ?? levels?.severity.value ?? 0;
}

function branchRows({ branches }: Calibration, locale: Locale): string[][] {
  const words = WORDS[locale];
  const rows = branches.flatMap(({ id, points }) =>
    points === null
      ? []
      : [
          [
            id,
            formatNumber(locale, points.forms),
            formatNumber(locale, points.mean, 1),
            ...figure(points.adjusted, 1, locale),
          ],
        ],
  );
  return [[words.branch, words.forms, words.mean, words.adjusted, words.interval], ...rows];
}

function criterionRows({ criteria }: Calibration, locale: Locale): string[][] {
  const rows = criteria.map(({ id, difficulty, infit, outfit }) => [
    id,
    signed(difficulty, 2, locale),
    formatNumber(locale, infit, 2),
    formatNumber(locale, outfit, 2),
  ]);
  return [[WORDS[locale].criterion, WORDS[locale].difficulty, 'infit', 'outfit'], ...rows];
}

function figure(estimate: Estimate | undefined, digits: number, locale: Locale): [string, string] {
  if (estimate === undefined) return ['–', '–'];
  const written = (value: number) => signed(value, digits, locale);
  return [written(estimate.value), `${written(estimate.low)} … ${written(estimate.high)}`];
}

/** With the sign of minus, and none for what is rounded to 0. */
function signed(value: number, digits: number, locale: Locale): string {
  const figureOf = formatNumber(locale, Math.abs(value), digits);
  return value < 0 && /[1-9]/.test(figureOf) ? `−${figureOf}` : figureOf;
}
