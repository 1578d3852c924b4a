import type { Locale } from '../../../kernel/actor.ts';
import { formatMinutes, formatNumber, formatPercent } from '../../../kernel/plain-format.ts';
import { type Hundredths, type Ratio, showPoints } from './points.ts';
import type { IndicatorName, Rubric } from './rubric.ts';
import type { CriterionScore, GroupScore, Score } from './score.ts';
import type { ScoreCriterionView, ScoreGroupView, ScoreView } from './score-view.ts';

/** Figures that are shares; the others are counts. */
const SHARES: readonly IndicatorName[] = ['attendance', 'speaking', 'targets'];

/** A score as a page shows it: points in the reader's notation, each with its reason. */
export function showScore(score: Score, rubric: Pick<Rubric, 'source'>, locale: Locale): ScoreView {
  return {
    source: rubric.source[locale],
    isComplete: score.complete,
    total: showPoints(score.total, locale),
    maximum: showPoints(score.maximum, locale),
    sum: score.unreachable && {
      earned: showPoints(score.earned, locale),
      reachable: showPoints(score.reachable, locale),
      unreachable: score.unreachable,
    },
    self: pointsOf(score.self, locale),
    difference: differenceOf(score.difference, locale),
    rating: score.rating?.text[locale] ?? null,
    gates: score.gates.map((gate) => gate.text[locale]),
    groups: score.groups.map((group) => showGroup(group, locale)),
  };
}

function showGroup(group: GroupScore, locale: Locale): ScoreGroupView {
  return {
    title: group.title[locale],
    points: showPoints(group.points, locale),
    maximum: showPoints(group.maximum, locale),
    self: pointsOf(group.self, locale),
    isKnown: group.criteria.every((criterion) => criterion.points !== null),
    criteria: [
      ...group.criteria.map((criterion) => showCriterion(criterion, locale)),
      ...group.caps.map((cap) => ({
        title: cap.text[locale],
        points: `−${showPoints(cap.cut, locale)}`,
        maximum: '',
        ground: null,
      })),
    ],
  };
}

function showCriterion({ title, points, maximum, ground }: CriterionScore, locale: Locale): ScoreCriterionView {
  const parts = [
    ground.figure && showFigure(ground.figure.indicator, ground.figure.ratio, locale),
    ground.text?.[locale],
    ...ground.bonuses.map((bonus) => `${bonus.text[locale]} +${showPoints(bonus.points, locale)}`),
  ].filter((part) => part !== null && part !== undefined && part !== '');
  return {
    title: title[locale],
    points: pointsOf(points, locale),
    maximum: showPoints(maximum, locale),
    ground: parts.length > 0 ? parts.join(' · ') : null,
  };
}

/** `85,7% (36/42)`: a share is always shown with its counts. */
function showFigure(indicator: IndicatorName, { numerator, denominator }: Ratio, locale: Locale): string {
  if (SHARES.includes(indicator)) {
    return `${formatPercent(locale, numerator / denominator)} (${numerator}/${denominator})`;
  }
  if (indicator === 'duration') return `${numerator}/${formatMinutes(locale, denominator)}`;
  return denominator === 1 ? formatNumber(locale, numerator) : `${numerator}/${denominator}`;
}

function pointsOf(points: Hundredths | null, locale: Locale): string | null {
  return points === null ? null : showPoints(points, locale);
}

function differenceOf(difference: number | null, locale: Locale): string | null {
  if (difference === null) return null;
  const points = showPoints(Math.abs(difference), locale);
  return difference > 0 ? `+${points}` : difference < 0 ? `−${points}` : points;
}
