import type { MeetingKind } from '../../../kernel/meeting-kind.ts';
import type { DraftAnswers } from './answers.ts';
import { bandOf } from './bands.ts';
import { decide, isMissing, measure, type Missing } from './conditions.ts';
import { difference, hundredths, type Hundredths, isPoints, lesser, NO_POINTS, type Ratio, sumOf } from './points.ts';
import {
  type Case,
  countsIn,
  type Criterion,
  type Gate,
  type Group,
  type IndicatorName,
  type Rating,
  type Rubric,
  type RubricVersion,
  type Sheet,
  sheetFor,
  type UnreachablePoints,
} from './rubric.ts';
import type { Text } from './text.ts';

/** Why a criterion has its points, in the rubric's words and with the figure as counted. */
export interface Ground {
  readonly by: 'case' | 'choice' | 'points' | 'automatic' | 'missing';
  readonly text: Text | null;
  readonly figure: { readonly indicator: IndicatorName; readonly ratio: Ratio } | null;
  readonly bonuses: readonly { readonly points: Hundredths; readonly text: Text }[];
}

export interface CriterionScore {
  readonly id: string;
  readonly title: Text;
  /** Null while answers are missing. */
  readonly points: Hundredths | null;
  readonly maximum: Hundredths;
  readonly ground: Ground;
  /** JSON pointers to the missing answers. */
  readonly missing: readonly string[];
}

/** The branch's own score, and the observer's score minus it, both in hundredths. */
export interface SelfComparison {
  readonly self: Hundredths | null;
  readonly difference: number | null;
}

export interface GroupScore extends SelfComparison {
  readonly id: string;
  readonly title: Text;
  readonly points: Hundredths;
  /** The most that this meeting can reach in this group, after caps. */
  readonly maximum: Hundredths;
  readonly criteria: readonly CriterionScore[];
  readonly caps: readonly { readonly id: string; readonly text: Text; readonly cut: Hundredths }[];
}

export interface Score extends SelfComparison {
  readonly rubric: RubricVersion;
  readonly sheet: string;
  readonly groups: readonly GroupScore[];
  /** The sum of the groups, and the most that this meeting can reach. */
  readonly earned: Hundredths;
  readonly reachable: Hundredths;
  /** `earned` converted by the rule `unreachable`; rounded, but never up to a rating that was not reached. */
  readonly total: Hundredths;
  readonly maximum: Hundredths;
  /** How unreachable points were treated; null where this meeting could reach all points. */
  readonly unreachable: UnreachablePoints | null;
  readonly complete: boolean;
  readonly missing: readonly string[];
  /** Null while answers are missing. */
  readonly rating: Rating | null;
  /** The rating by points alone, where a gate has lowered it. */
  readonly ratingByPoints: Rating | null;
  /** The rating of the plain sum, with unreachable points not considered; null while answers are missing. */
  readonly ratingOfSum: Rating | null;
  readonly gates: readonly { readonly id: string; readonly text: Text; readonly lacking: readonly string[] }[];
}

/** Scores a form, finished or not. Criteria for other kinds of meeting are left out. */
export function score(rubric: Rubric, answers: DraftAnswers): Score {
  const sheet = sheetFor(rubric, answers.meetingKind);
  const kind = answers.meetingKind ?? sheet.kinds[0] ?? 'regular';
  const groups = sheet.groups
    .map((group) => scoreGroup(group, sheet, kind, rubric, answers))
    .filter((each) => each !== null);
  const missing = [...new Set(groups.flatMap((group) => group.criteria.flatMap((criterion) => criterion.missing)))];
  for (const gate of sheet.gates) {
    const truth = gate.condition ? decide(gate.condition, answers, rubric.policy) : true;
    if (isMissing(truth)) missing.push(...truth.missing.filter((each) => !missing.includes(each)));
  }
  if (answers.meetingKind === undefined && !missing.includes('/meetingKind')) missing.unshift('/meetingKind');

  const earned = sumOf(groups.map((group) => group.points));
  const reachable = sumOf(groups.map((group) => group.maximum));
  const maximum = hundredths(sheet.maximum);
  const worth = exactTotal(earned, reachable, maximum, rubric.policy.unreachablePoints);
  const total = rounded(worth, sheet);
  const complete = missing.length === 0;
  const rate = (points: Ratio) => {
    const byPoints = complete ? ratingOf(sheet, points) : null;
    const gated = byPoints ? applyGates(sheet, byPoints, groups, rubric, answers) : { rating: null, gates: [] };
    return { byPoints, ...gated };
  };
  const rated = rate(worth);
  return {
    rubric: { id: rubric.id, version: rubric.version },
    sheet: sheet.id,
    groups,
    earned,
    reachable,
    total,
    maximum,
    unreachable: reachable < maximum ? rubric.policy.unreachablePoints : null,
    complete,
    missing,
    rating: rated.rating,
    ratingByPoints: rated.gates.length > 0 ? rated.byPoints : null,
    ratingOfSum: rate({ numerator: earned, denominator: 1 }).rating,
    gates: rated.gates,
    ...compared(selfTotal(groups, answers), complete ? total : null),
  };
}

function scoreGroup(
  group: Group,
  sheet: Sheet,
  kind: MeetingKind,
  rubric: Rubric,
  answers: DraftAnswers,
): GroupScore | null {
  const criteria = group.criteria
    .filter((criterion) => countsIn(kind, criterion.kinds))
    .map((criterion) => scoreCriterion(criterion, rubric, answers));
  if (criteria.length === 0) return null;
  const caps = [];
  let points: number = sumOf(criteria.map((each) => each.points ?? NO_POINTS));
  let maximum: number = sumOf(criteria.map((each) => each.maximum));
  for (const cap of sheet.caps) {
    const capped = criteria.filter((each) => cap.criteria.includes(each.id));
    if (capped.length === 0 || !countsIn(kind, cap.kinds)) continue;
    const cut = Math.max(
      0,
      sumOf(capped.map((each) => each.points ?? NO_POINTS)) - hundredths(cap.maximum),
    ) as Hundredths;
    points -= cut;
    maximum -= Math.max(0, sumOf(capped.map((each) => each.maximum)) - hundredths(cap.maximum));
    if (cut > 0) caps.push({ id: cap.id, text: cap.text, cut });
  }
  const known = criteria.every((each) => each.points !== null);
  const own = answers.selfScores?.[group.id];
  const self = isPoints(own) ? hundredths(own) : null;
  return {
    id: group.id,
    title: group.title,
    points: points as Hundredths,
    maximum: maximum as Hundredths,
    criteria,
    caps,
    ...compared(self, known ? (points as Hundredths) : null),
  };
}

interface Given {
  readonly points: number;
  readonly by: 'case' | 'choice' | 'points' | 'automatic';
  readonly text: Text | null;
  /** The criterion does not count in this meeting. */
  readonly leftOut?: boolean;
}

function leftOutText({ vi, en }: Text): Text {
  return { vi: `${vi}, không tính vào tổng điểm`, en: `${en}, left out of the total` };
}

/** Whether a case holds only because something was not due when the form was sent. */
function isNotYetDue({ when }: Case): boolean {
  return 'field' in when && when.in.every((value) => value === 'not_due');
}

function scoreCriterion(criterion: Criterion, rubric: Rubric, answers: DraftAnswers): CriterionScore {
  const maximum = hundredths(criterion.maximum);
  const { scoring } = criterion;
  const indicator = scoring.by === 'cases' || scoring.by === 'bands' ? scoring.indicator : undefined;
  const measured = indicator === undefined ? null : measure(indicator, answers, rubric.policy);
  const figure =
    indicator !== undefined && measured && !isMissing(measured) ? { indicator, ratio: measured.ratio } : null;
  const common = { id: criterion.id, title: criterion.title, maximum };

  const given = give(criterion, rubric, answers);
  const bonuses = given.missing.length > 0 ? [] : (criterion.bonuses ?? []);
  const truths = bonuses.map((bonus) => ({ bonus, truth: decide(bonus.when, answers, rubric.policy) }));
  const missing = [...given.missing, ...truths.flatMap(({ truth }) => (isMissing(truth) ? truth.missing : []))];
  if (missing.length > 0 || !given.value) {
    return { ...common, points: null, missing, ground: { by: 'missing', text: null, figure, bonuses: [] } };
  }
  const earned = truths
    .filter(({ truth }) => truth === true)
    .map(({ bonus }) => ({ points: hundredths(bonus.points), text: bonus.text }));
  const points = lesser(maximum, sumOf([hundredths(given.value.points), ...earned.map((bonus) => bonus.points)]));
  const { by, text } = given.value;
  if (given.value.leftOut) {
    const ground = { by, text: text && leftOutText(text), figure, bonuses: [] };
    return { ...common, maximum: NO_POINTS, points: NO_POINTS, missing: [], ground };
  }
  return {
    ...common,
    points,
    missing: [],
    ground: { by, text, figure, bonuses: earned },
  };
}

function give(criterion: Criterion, rubric: Rubric, answers: DraftAnswers): Missing & { readonly value?: Given } {
  const automatic = firstCase(criterion.automatic ?? [], rubric, answers);
  if (isMissing(automatic)) return automatic;
  if (automatic) return { missing: [], value: { points: automatic.points, by: 'automatic', text: automatic.text } };

  const { scoring } = criterion;
  const pointer = `/scores/${criterion.id}`;
  const answer =
    answers.scores && Object.hasOwn(answers.scores, criterion.id) ? answers.scores[criterion.id] : undefined;
  switch (scoring.by) {
    case 'cases': {
      const found = firstCase(scoring.cases, rubric, answers);
      if (isMissing(found)) return found;
      const { points, text } = found ?? scoring.otherwise;
      const leftOut = found !== null && rubric.policy.notYetDue === 'leave_out' && isNotYetDue(found);
      return { missing: [], value: { points, by: 'case', text, leftOut } };
    }
    case 'bands': {
      const measured = measure(scoring.indicator, answers, rubric.policy);
      if (isMissing(measured)) return measured;
      const { points, text } = bandOf(scoring, measured.ratio);
      return { missing: [], value: { points, by: 'case', text } };
    }
    case 'choice': {
      const option = scoring.options.find((each) => each.value === answer);
      return option
        ? { missing: [], value: { points: option.points, by: 'choice', text: option.text } }
        : { missing: [pointer] };
    }
    case 'points': {
      const given = isPoints(answer) && answer <= criterion.maximum;
      return given ? { missing: [], value: { points: answer, by: 'points', text: null } } : { missing: [pointer] };
    }
  }
}

/** The first case that holds; null also where an earlier case is undecided. */
function firstCase(cases: readonly Case[], rubric: Rubric, answers: DraftAnswers): Case | Missing | null {
  for (const each of cases) {
    const truth = decide(each.when, answers, rubric.policy);
    if (isMissing(truth)) return truth;
    if (truth) return each;
  }
  return null;
}

/** Rounded half up to the nearest hundredth; rounded down where rounding up would reach the next rating. */
function rounded(worth: Ratio, sheet: Sheet): Hundredths {
  const down = Math.floor(worth.numerator / worth.denominator);
  const nearest = Math.floor((2 * worth.numerator + worth.denominator) / (2 * worth.denominator));
  const lifts = ratingOf(sheet, { numerator: nearest, denominator: 1 }) !== ratingOf(sheet, worth);
  return (lifts ? down : nearest) as Hundredths;
}

/** In hundredths, as an exact fraction. */
function exactTotal(earned: number, reachable: number, maximum: number, policy: UnreachablePoints): Ratio {
  if (reachable >= maximum || reachable === 0 || policy === 'leave') {
    return { numerator: Math.min(earned, maximum), denominator: 1 };
  }
  if (policy === 'grant') return { numerator: earned + maximum - reachable, denominator: 1 };
  return { numerator: earned * maximum, denominator: reachable };
}

function ratingOf(sheet: Sheet, worth: Ratio): Rating | null {
  return sheet.ratings.find((rating) => worth.numerator >= hundredths(rating.from) * worth.denominator) ?? null;
}

function applyGates(
  sheet: Sheet,
  byPoints: Rating,
  groups: readonly GroupScore[],
  rubric: Rubric,
  answers: DraftAnswers,
): { rating: Rating; gates: Score['gates'] } {
  const rank = (id: string) => sheet.ratings.findIndex((rating) => rating.id === id);
  const criteria = groups.flatMap((group) => group.criteria);
  let rating = byPoints;
  const gates = [];
  for (const gate of sheet.gates) {
    if (rank(byPoints.id) > rank(gate.rating)) continue;
    const lacking = lackingOf(gate, criteria);
    const barred = gate.condition !== undefined && decide(gate.condition, answers, rubric.policy) === false;
    if (lacking.length === 0 && !barred) continue;
    gates.push({ id: gate.id, text: gate.text, lacking });
    if (rank(gate.otherwise) > rank(rating.id)) rating = sheet.ratings[rank(gate.otherwise)] ?? rating;
  }
  return { rating, gates };
}

function lackingOf(gate: Gate, criteria: readonly CriterionScore[]): string[] {
  return criteria.filter((each) => gate.full.includes(each.id) && each.points !== each.maximum).map((each) => each.id);
}

/** The branch's own total: the sum of its groups where it scored all of them, else the total that it gave. */
function selfTotal(groups: readonly GroupScore[], answers: DraftAnswers): Hundredths | null {
  const own = groups.map((group) => group.self).filter((each) => each !== null);
  if (own.length === groups.length) return sumOf(own);
  return isPoints(answers.selfTotal) ? hundredths(answers.selfTotal) : null;
}

function compared(self: Hundredths | null, observed: Hundredths | null): SelfComparison {
  return { self, difference: self !== null && observed !== null ? difference(observed, self) : null };
}

/** A score with its totals converted to `scale` points, so that scores of several sheets can be compared and added. */
export function onScale(score: Score, scale: number): Score {
  const maximum = hundredths(scale);
  if (score.maximum === maximum) return score;
  const scaled = (points: Hundredths) => Math.floor((points * maximum) / score.maximum) as Hundredths;
  const total = scaled(score.total);
  const self = score.self === null ? null : scaled(score.self);
  return { ...score, total, maximum, ...compared(self, score.complete ? total : null) };
}
