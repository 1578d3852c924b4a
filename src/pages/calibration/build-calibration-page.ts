import {
  type Calibration,
  type Estimate,
  namedReasons,
  type ObserverCalibration,
  observerNotes,
  reasonPhrase,
  verdictHeadline,
} from '../../calibration/index.ts';
import type { Locale } from '../../kernel/actor.ts';
import { formatNumber } from '../../kernel/format.ts';
import type { SpecialistRef } from '../../kernel/id.ts';
import { isOver } from '../../kernel/tracked-jobs.ts';
import type { KeptCalibration } from '../../modules/calibrations/index.ts';
import type { ChartView } from '../../platform/charts/chart.ts';
import type { JobProgress } from '../../platform/views/page-context.ts';
import type { CalibrationScreen } from './calibration-screen-read-model.ts';
import type {
  BranchRow,
  CalibrationFigures,
  CalibrationPage,
  CalibrationResult,
  DoubleRow,
  MySeverityPage,
  ObserverDetails,
  ObserverRow,
} from './calibration.view.ts';

export interface CalibrationReader {
  readonly locale: Locale;
  /** The board makes it and hands wishes to the planner. */
  readonly mayMake: boolean;
}

export function buildCalibrationPage(
  screen: CalibrationScreen,
  charts: readonly ChartView[],
  { locale, mayMake }: CalibrationReader,
): CalibrationPage {
  const { job, isAbandoned, last, seenByLeaders } = screen;
  const isRunning = job !== null && !isOver(job.state) && !isAbandoned;
  return {
    makeAction: mayMake && !isRunning ? '/calibration' : null,
    progress: isRunning ? progressOf(job) : null,
    trouble: !isRunning && (isAbandoned || job?.state === 'failed') ? { key: 'calibration.failed' } : null,
    result:
      last === null || (!mayMake && seenByLeaders === 'none')
        ? null
        : {
            ground: groundOf(last),
            outdated: last.digest === screen.now.digest ? null : { forms: screen.now.forms },
            verdict: verdictOf(screen, last.result, locale, mayMake || seenByLeaders === 'all'),
            figures:
              mayMake || seenByLeaders === 'all' ? figuresOf(screen, last.result, charts, locale, mayMake) : null,
          },
  };
}

/** Severities of everybody, the most severe first, for a chart. */
export function severities({ last, observers }: Pick<CalibrationScreen, 'last' | 'observers'>) {
  return (last?.result.observers ?? [])
    .flatMap(({ id, points }) =>
      points === null ? [] : [{ name: observers.get(id)?.name ?? id, estimate: points.severity }],
    )
    .sort((a, b) => b.estimate.value - a.estimate.value);
}

export function buildMySeverityPage(
  { last, now }: Pick<CalibrationScreen, 'last' | 'now'>,
  specialistId: SpecialistRef,
  locale: Locale,
): MySeverityPage {
  const own = last?.result.observers.find(({ id }) => id === specialistId);
  const { severity, forms } = own?.points ?? {};
  return {
    ground: last && groundOf(last),
    isOutdated: last !== null && last.digest !== now.digest,
    own:
      own === undefined || severity === undefined
        ? null
        : {
            forms: forms ?? 0,
            way: severity.low > 0 ? 'more_severe' : severity.high < 0 ? 'more_lenient' : 'unclear',
            severity: written(severity.value, locale),
            interval: intervalOf(severity, locale),
            notes: observerNotes(own, locale),
            details: detailsOf(own, locale),
            canCompare: last?.result.verdict.kind !== 'cannot',
          },
  };
}

function progressOf({ id, share, startedAt }: NonNullable<CalibrationScreen['job']>): JobProgress {
  return {
    label: { key: 'calibration.running' },
    share,
    detail: null,
    startedAt,
    streamHref: `/events?about=job/${id}`,
    cancel: null,
  };
}

function groundOf({ forms, firstMonth, lastMonth, askedAt, result }: KeptCalibration): CalibrationResult['ground'] {
  return {
    forms,
    first: firstMonth,
    last: lastMonth,
    observers: result.observers.length,
    branches: result.branches.length,
    at: askedAt,
  };
}

/** Reasons name people, so that they belong to those who see all of it. */
function verdictOf(
  { observers, branches }: CalibrationScreen,
  result: Calibration,
  locale: Locale,
  withNames: boolean,
): CalibrationResult['verdict'] {
  const reasons = namedReasons(result, {
    observer: (id) => observers.get(id)?.name ?? id,
    branch: (id) => branches.get(id)?.name ?? id,
  });
  const { kind } = result.verdict;
  const shown = withNames ? reasons : [];
  const listed = kind === 'cannot' ? shown.slice(1) : shown;
  return {
    kind,
    headline: verdictHeadline({ kind, reasons: withNames || kind !== 'cannot' ? reasons : [] }, locale),
    reasons: listed.map((reason) => reasonPhrase(reason, locale)),
  };
}

function figuresOf(
  screen: CalibrationScreen,
  result: Calibration,
  charts: readonly ChartView[],
  locale: Locale,
  mayMake: boolean,
): CalibrationFigures {
  const { observers, branches, nextMonth, wishes } = screen;
  const nameOf = (id: SpecialistRef) => observers.get(id)?.name ?? id;
  const { islands, points, doubleVisits } = result;
  return {
    islands:
      islands.length < 2
        ? []
        : islands.map((island, index) => ({
            number: index + 1,
            observers: island.observers.map(nameOf).join(', '),
            branches: island.branches.length,
            forms: island.forms,
          })),
    charts,
    deviations: points && {
      key: 'calibration.deviations',
      params: {
        observer: plain(points.deviations.observer, locale),
        branch: plain(points.deviations.branch, locale),
        chance: plain(points.deviations.chance, locale),
      },
    },
    observers: observerRows(screen, result, locale),
    branches: branchRows(screen, result, locale),
    doubles: doubleVisits.map(({ observers: pair, branch, widestBefore, widestAfter }): DoubleRow => ({
      branch: branches.get(branch)?.name ?? branch,
      people: pair.map(nameOf).join(' + '),
      before: plain(widestBefore, locale, 2),
      after: plain(widestAfter, locale, 2),
    })),
    hand:
      mayMake && doubleVisits.length > 0
        ? {
            month: nextMonth,
            count: wishes,
            action: `/calibration/wishes/${nextMonth}`,
            takeBackAction: wishes > 0 ? `/calibration/wishes/${nextMonth}/take-back` : null,
          }
        : null,
  };
}

function observerRows({ observers }: CalibrationScreen, result: Calibration, locale: Locale): ObserverRow[] {
  return result.observers
    .filter(({ points }) => points !== null)
    .toSorted((a, b) => (b.points?.severity.value ?? 0) - (a.points?.severity.value ?? 0))
    .map((observer) => {
      const { id, points } = observer;
      const { name = id, department = '' } = observers.get(id) ?? {};
      return {
        name,
        department,
        href: `/specialists/${id}`,
        forms: points?.forms ?? 0,
        severity: points === null ? '–' : written(points.severity.value, locale),
        interval: points === null ? '–' : intervalOf(points.severity, locale),
        notes: observerNotes(observer, locale),
        ...detailsOf(observer, locale),
      };
    });
}

function branchRows({ branches }: CalibrationScreen, result: Calibration, locale: Locale): BranchRow[] {
  return result.branches
    .flatMap(({ id, points }) => (points === null ? [] : [{ name: branches.get(id)?.name ?? id, points }]))
    .toSorted((a, b) => a.name.localeCompare(b.name, 'vi', { numeric: true }))
    .map(({ name, points: { forms, mean, adjusted } }) => ({
      name,
      forms,
      mean: plain(mean, locale),
      adjusted: plain(adjusted.value, locale),
      interval: `${plain(adjusted.low, locale)} … ${plain(adjusted.high, locale)}`,
    }));
}

/** Drift and types of branch in points, the rest as indices of which 1 is usual. */
function detailsOf({ points, levels }: ObserverCalibration, locale: Locale): ObserverDetails {
  const index = (value: number | undefined) => (value === undefined ? '–' : plain(value, locale, 2));
  const drift = points?.drift;
  return {
    drift: drift ? `${written(drift.value, locale)} (${intervalOf(drift, locale)})` : '–',
    types: (points?.atBranchTypes ?? []).map(
      ({ branchType, ...estimate }) =>
        `${branchType}: ${written(estimate.value, locale)} (${intervalOf(estimate, locale)})`,
    ),
    infit: index(levels?.infit),
    spread: index(levels?.spread?.index),
    apart: index(levels?.apart?.index),
  };
}

function intervalOf({ low, high }: Estimate, locale: Locale): string {
  return `${written(low, locale)} … ${written(high, locale)}`;
}

/** With a sign, but for what is rounded to 0. */
function written(value: number, locale: Locale): string {
  const figure = formatNumber(locale, Math.abs(value), 1);
  if (!/[1-9]/.test(figure)) return figure;
  return `${value < 0 ? '−' : '+'}${figure}`;
}

function plain(value: number, locale: Locale, digits = 1): string {
  return formatNumber(locale, value, digits);
}
