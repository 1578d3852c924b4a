import { DomainError, type Fault } from '../kernel/domain-error.ts';
import type { History, HistoryMonth } from './backtest/history.ts';
import type { Variant } from './compare/compare-variants.ts';
import { leaveOutUnknown } from './leave-out-unknown.ts';
import { pairKey } from './model/pair-key.ts';
import { problemFaults } from './problem-faults.ts';
import type { LeftOut } from './problem.ts';
import type { KnownPlan, MonthEvent } from './repair/month-event.ts';
import { faultsOf, MOST_FAULTS, orTooDeep } from './schema-faults.ts';
import type { Input } from './validators/input-names.ts';
import { validators } from './validators/validators.ts';

/**
 * Reads a known plan.
 * @throws DomainError `input.invalid`, each fault with its JSON pointer; likewise for everything read in this file.
 */
export function readKnownPlan(json: unknown): KnownPlan {
  return read('knownPlan', json) as KnownPlan;
}

export function readEvents(json: unknown): MonthEvent[] {
  return read('events', json) as MonthEvent[];
}

export function readVariants(json: unknown): Variant[] {
  return read('variants', json) as Variant[];
}

/** Reads a history; the problem of each month is checked as `readProblem` does. */
export function readHistory(json: unknown): History {
  const given = read('history', json) as History;
  const history = { ...given, months: given.months.map(withoutUnknown) };
  const faults = history.months.flatMap((month, i) =>
    [
      ...problemFaults(month.problem).map((fault) => ({ ...fault, pointer: `/problem${fault.pointer}` })),
      ...visitFaults(given.months[i]),
    ].map((fault): Fault => ({ ...fault, pointer: `/months/${i}${fault.pointer}` })),
  );
  if (faults.length > 0) {
    throw new DomainError('input.invalid', { count: faults.length }, faults.slice(0, MOST_FAULTS));
  }
  return history;
}

/**
 * A month without references to people, branches or meetings that it does not contain; its problem lists them in
 * `leftOut`.
 */
function withoutUnknown(month: HistoryMonth): HistoryMonth {
  const problem = leaveOutUnknown(month.problem);
  const specialists = new Set(problem.specialists.map(({ id }) => id));
  const meetings = new Set(problem.meetings.map(({ id }) => id));
  const leftOut: LeftOut[] = [];
  const visits = month.visits?.filter(({ specialistId, meetingId }, i) => {
    if (!specialists.has(specialistId)) leftOut.push({ pointer: `/visits/${i}/specialistId`, id: specialistId });
    else if (!meetings.has(meetingId)) leftOut.push({ pointer: `/visits/${i}/meetingId`, id: meetingId });
    else return true;
    return false;
  });
  return {
    ...month,
    problem: leftOut.length === 0 ? problem : { ...problem, leftOut: [...(problem.leftOut ?? []), ...leftOut] },
    ...(visits && { visits }),
  };
}

/** Visits listed twice. */
function visitFaults({ visits = [] }: Pick<HistoryMonth, 'visits'> = {}): Fault[] {
  const told = new Set<string>();
  return visits.flatMap((visit, i) => {
    const key = pairKey(visit);
    const isTold = told.has(key);
    told.add(key);
    return isTold ? [{ pointer: `/visits/${i}`, code: 'problem.duplicate', params: {} }] : [];
  });
}

function read(name: Input, json: unknown): unknown {
  const validate = validators('inputs')[name];
  const copy: unknown = orTooDeep(() => structuredClone(json));
  if (validate(copy)) return copy;
  const faults = faultsOf(validate.errors ?? []);
  throw new DomainError('input.invalid', { count: faults.length }, faults.slice(0, MOST_FAULTS));
}
