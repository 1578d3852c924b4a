import { MEETING_KINDS } from '../../../kernel/meeting-kind.ts';
import { DomainError, type Fault } from '../../../kernel/domain-error.ts';

import { bandFaults } from './bands.ts';
import { canHold } from './can-hold.ts';
import { compareRatios, hundredths, ratioOf, sumOf } from './points.ts';
import { mostPoints, reachableIn } from './reachable-points.ts';
import { shapeFaults } from './rubric-shape.ts';
import { type Condition, countsIn, type Rubric, type RubricPolicy, type Scoring, type Sheet } from './rubric.ts';

/** All faults of rubric data, as JSON pointers with codes `rubric.*`. */
export function rubricFaults(raw: unknown): readonly Fault[] {
  const shape = shapeFaults(raw);
  // Rules between values can be checked only once the structure is right.
  return shape.length > 0 ? shape : senseFaults(raw as Rubric);
}

/** @throws DomainError `input.invalid` with all faults. */
export function readRubric(raw: unknown): Rubric {
  return withoutFaults(raw, rubricFaults(raw));
}

/** Of the structure only, for drafts. @throws DomainError `input.invalid` with all faults of the structure. */
export function readRubricShape(raw: unknown): Rubric {
  return withoutFaults(raw, shapeFaults(raw));
}

function withoutFaults(raw: unknown, faults: readonly Fault[]): Rubric {
  if (faults.length > 0) throw new DomainError('input.invalid', { count: faults.length }, faults);
  return raw as Rubric;
}

function senseFaults(rubric: Rubric): Fault[] {
  const faults: Fault[] = [];
  const fault: Report = (pointer, code, params) =>
    void faults.push(params ? { pointer, code, params } : { pointer, code });

  for (const kind of MEETING_KINDS) {
    const sheets = rubric.sheets.filter((sheet) => sheet.kinds.includes(kind)).length;
    const isWanted = countsIn(kind, rubric.kinds);
    if (isWanted && sheets !== 1) fault('/sheets', 'rubric.sheets_of_kind', { kind, sheets });
    if (!isWanted && sheets > 0) fault('/sheets', 'rubric.kind_not_meant', { kind });
  }
  rubric.sheets.forEach((sheet, index) => checkSheet(sheet, rubric, `/sheets/${index}`, fault));

  const ratings = rubric.sheets[0]?.ratings.map((rating) => rating.id) ?? [];
  rubric.sheets.forEach((sheet, index) => {
    if (sheet.ratings.map((rating) => rating.id).join() !== ratings.join())
      fault(`/sheets/${index}/ratings`, 'rubric.ratings_differ');
  });
  rubric.yearly.forEach((rule, index) => {
    const at = `/yearly/${index}`;
    const named = [rule.rating, ...rule.ways.flatMap((way) => [way.noneBelow, way.months?.rating])];
    for (const id of named) if (id !== undefined && !ratings.includes(id)) fault(at, 'rubric.unknown_rating', { id });
  });
  const last = rubric.yearly.at(-1);
  if (!last?.ways.some((way) => Object.keys(way).length === 0))
    fault(`/yearly/${rubric.yearly.length - 1}`, 'rubric.yearly_open');
  return faults;
}

type Report = (pointer: string, code: string, params?: Fault['params']) => void;

function checkSheet(sheet: Sheet, { policy }: Rubric, at: string, fault: Report): void {
  const seen = new Set<string>();
  const once = (id: string, there: string) => {
    if (seen.has(id)) fault(there, 'rubric.twice', { id });
    seen.add(id);
  };
  const groupOf = new Map<string, string>();
  sheet.groups.forEach((group, g) => {
    once(`group ${group.id}`, `${at}/groups/${g}/id`);
    group.criteria.forEach((criterion, c) => {
      const there = `${at}/groups/${g}/criteria/${c}`;
      once(criterion.id, `${there}/id`);
      groupOf.set(criterion.id, group.id);
      checkScoring(criterion.scoring, criterion.maximum, `${there}/scoring`, fault);
      for (const list of ['automatic', 'bonuses'] as const) {
        criterion[list]?.forEach((each, index) => {
          if (each.points > criterion.maximum) tooMany(`${there}/${list}/${index}/points`, criterion.maximum, fault);
          checkCondition(each.when, policy, `${there}/${list}/${index}/when`, fault);
        });
      }
      if (criterion.scoring.by === 'cases') {
        criterion.scoring.cases.forEach(({ when }, index) =>
          checkCondition(when, policy, `${there}/scoring/cases/${index}/when`, fault),
        );
      }
      const most = mostPoints(criterion);
      if (most < hundredths(criterion.maximum)) {
        fault(`${there}/maximum`, 'rubric.maximum_out_of_reach', { maximum: criterion.maximum, most: most / 100 });
      }
    });
  });
  checkSum(sheet, at, fault);
  sheet.caps.forEach((cap, index) => {
    const groups = new Set(cap.criteria.map((id) => groupOf.get(id)));
    if (groups.has(undefined)) fault(`${at}/caps/${index}/criteria`, 'rubric.unknown_criterion');
    else if (groups.size > 1) fault(`${at}/caps/${index}/criteria`, 'rubric.cap_over_groups');
  });
  sheet.ratings.forEach((rating, index) => {
    once(`rating ${rating.id}`, `${at}/ratings/${index}/id`);
    const better = sheet.ratings[index - 1];
    if (better ? rating.from >= better.from : rating.from > sheet.maximum)
      fault(`${at}/ratings/${index}/from`, 'rubric.order');
  });
  if (sheet.ratings.at(-1)?.from !== 0)
    fault(`${at}/ratings/${sheet.ratings.length - 1}/from`, 'rubric.last_from_zero');
  sheet.gates.forEach((gate, index) => {
    const there = `${at}/gates/${index}`;
    const rank = (id: string) => sheet.ratings.findIndex((rating) => rating.id === id);
    if (rank(gate.rating) < 0) fault(`${there}/rating`, 'rubric.unknown_rating', { id: gate.rating });
    else if (rank(gate.otherwise) <= rank(gate.rating)) fault(`${there}/otherwise`, 'rubric.gate_upwards');
    gate.full.forEach((id, f) => {
      if (!groupOf.has(id)) fault(`${there}/full/${f}`, 'rubric.unknown_criterion');
    });
    if (gate.full.length === 0 && !gate.condition) fault(there, 'rubric.empty_gate');
    if (gate.condition && !canHold(gate.condition, policy)) fault(`${there}/condition`, 'rubric.gate_never_met');
  });
}

/** A condition that no meeting can fulfil is a slip, such as 90 for a share that was meant as 90 %. */
function checkCondition(condition: Condition, policy: RubricPolicy, at: string, fault: Report): void {
  if (!canHold(condition, policy)) fault(at, 'rubric.never_holds');
}

/**
 * The points of a sheet add up where the criteria have its maximum together, or where some kind of meeting can reach
 * it; no meeting may reach more.
 */
function checkSum(sheet: Sheet, at: string, fault: Report): void {
  const maximum = hundredths(sheet.maximum);
  const sum = sumOf(sheet.groups.flatMap(({ criteria }) => criteria.map((each) => hundredths(each.maximum))));
  const reachable = sheet.kinds.map((kind) => ({ kind, points: reachableIn(sheet, kind) }));
  const over = reachable.find(({ points }) => points > maximum);
  if (over) {
    const params = { maximum: sheet.maximum, kind: over.kind, points: over.points / 100 };
    fault(`${at}/maximum`, 'rubric.more_than_sheet', params);
  } else if (sum !== maximum && reachable.every(({ points }) => points !== maximum)) {
    fault(`${at}/maximum`, 'rubric.points_do_not_sum', { maximum: sheet.maximum, sum: sum / 100 });
  }
}

function checkScoring(scoring: Scoring, maximum: number, at: string, fault: Report): void {
  switch (scoring.by) {
    case 'points':
      if (scoring.step === 0 || Math.round(maximum * 100) % Math.round(scoring.step * 100) !== 0)
        fault(`${at}/step`, 'rubric.step');
      break;
    case 'choice':
      scoring.options.forEach((option, index) => {
        if (option.points > maximum) tooMany(`${at}/options/${index}/points`, maximum, fault);
        if (scoring.options.findIndex((each) => each.value === option.value) !== index) {
          fault(`${at}/options/${index}/value`, 'rubric.twice', { id: option.value });
        }
      });
      break;
    case 'bands':
      scoring.bands.forEach((each, index) => {
        if (each.points > maximum) tooMany(`${at}/bands/${index}/points`, maximum, fault);
      });
      bandFaults(scoring, `${at}/bands`).forEach(({ pointer, code, params }) => fault(pointer, code, params));
      break;
    case 'cases':
      scoring.cases.forEach((each, index) => {
        if (each.points > maximum) tooMany(`${at}/cases/${index}/points`, maximum, fault);
        const earlier = scoring.cases.slice(0, index).some((before) => coversLater(before.when, each.when));
        if (earlier) fault(`${at}/cases/${index}/when`, 'rubric.unreachable_case');
      });
      if (scoring.otherwise.points > maximum) tooMany(`${at}/otherwise/points`, maximum, fault);
  }
}

function tooMany(pointer: string, maximum: number, fault: Report): void {
  fault(pointer, 'rubric.more_than_maximum', { maximum });
}

/** Whether a bound on a figure always holds where a later bound on the same side of the same figure holds. */
function coversLater(before: Condition, after: Condition): boolean {
  if (!('indicator' in before) || !('indicator' in after) || before.indicator !== after.indicator) return false;
  const [a, b] = [ratioOf(before.value), ratioOf(after.value)];
  if (!a || !b || before.is === '=' || before.is.charAt(0) !== after.is.charAt(0)) return false;
  const sign = compareRatios(a, b) * (before.is.startsWith('>') ? 1 : -1);
  return sign < 0 || (sign === 0 && (before.is === after.is || before.is.endsWith('=')));
}
