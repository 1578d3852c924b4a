import type { Fault } from '../kernel/domain-error.ts';
import type { MeetingRef, SpecialistRef } from '../kernel/id.ts';
import { hasInterestIn } from './model/pair-evaluator.ts';
import { pairKey } from './model/pair-key.ts';
import { isTimeZone } from './model/local-clock.ts';
import type { PlanPolicy, PlanProblem } from './problem.ts';

/** Facts of a well-formed problem that are invalid or contradict each other, each with its JSON pointer. */
export function problemFaults(problem: PlanProblem): Fault[] {
  const faults: Fault[] = [];
  const add = (pointer: string, code: string, params: Record<string, unknown> = {}): void => {
    faults.push({ pointer, code: `problem.${code}`, params });
  };
  const known = (list: string, ids: readonly string[]): Set<string> => {
    const seen = new Set<string>();
    ids.forEach((id, i) => {
      if (seen.has(id)) add(`/${list}/${i}${list === 'fields' ? '' : '/id'}`, 'duplicate_id', { id });
      seen.add(id);
    });
    return seen;
  };
  const idsOf = (items: readonly { readonly id: string }[]): string[] => items.map(({ id }) => id);
  const fields = known('fields', problem.fields);
  const departments = known('departments', idsOf(problem.departments));
  const branches = known('branches', idsOf(problem.branches));
  const specialists = known('specialists', idsOf(problem.specialists));
  const meetings = known('meetings', idsOf(problem.meetings));
  const refer = (pointer: string, id: string | null, among: Set<string>): void => {
    if (id !== null && !among.has(id)) add(pointer, 'unknown_id', { id });
  };
  const once = (pointer: string, items: readonly string[]): void => {
    const seen = new Set<string>();
    items.forEach((item, i) => {
      if (seen.has(item)) add(`${pointer}/${i}`, 'duplicate', {});
      seen.add(item);
    });
  };

  problem.departments.forEach(({ minVisits, maxVisits }, i) => {
    if (minVisits !== null && maxVisits !== null && minVisits > maxVisits) {
      add(`/departments/${i}/minVisits`, 'min_above_max', { min: minVisits, max: maxVisits });
    }
  });
  problem.specialists.forEach((specialist, i) => {
    const at = `/specialists/${i}`;
    refer(`${at}/departmentId`, specialist.departmentId, departments);
    if (specialist.minVisits > specialist.maxVisits) {
      add(`${at}/minVisits`, 'min_above_max', { min: specialist.minVisits, max: specialist.maxVisits });
    }
    specialist.fields.forEach(({ fieldId }, j) => refer(`${at}/fields/${j}/fieldId`, fieldId, fields));
    once(
      `${at}/fields`,
      specialist.fields.map(({ fieldId }) => fieldId),
    );
    specialist.unavailable.forEach(({ from, to }, j) => {
      if (to <= from) add(`${at}/unavailable/${j}/to`, 'ends_before_start', { from, to });
    });
    specialist.awayWeekly?.forEach(({ from, to }, j) => {
      if (to <= from) add(`${at}/awayWeekly/${j}/to`, 'ends_before_start', { from, to });
    });
    refer(`${at}/ownBranchId`, specialist.ownBranchId, branches);
    refer(`${at}/residenceBranchId`, specialist.residenceBranchId, branches);
    specialist.conflictBranchIds.forEach((id, j) => refer(`${at}/conflictBranchIds/${j}`, id, branches));
    specialist.knownBranchIds.forEach((id, j) => refer(`${at}/knownBranchIds/${j}`, id, branches));
    specialist.lastVisits.forEach(({ branchId }, j) => refer(`${at}/lastVisits/${j}/branchId`, branchId, branches));
    specialist.preferences.forEach(({ branchId }, j) => refer(`${at}/preferences/${j}/branchId`, branchId, branches));
    once(
      `${at}/preferences`,
      specialist.preferences.map(({ branchId }) => branchId),
    );
  });
  problem.meetings.forEach((meeting, i) => {
    const at = `/meetings/${i}`;
    refer(`${at}/branchId`, meeting.branchId, branches);
    if (meeting.end <= meeting.start) {
      add(`${at}/end`, 'ends_before_start', { from: meeting.start, to: meeting.end });
    }
    if (meeting.minObservers > meeting.maxObservers) {
      add(`${at}/minObservers`, 'min_above_max', { min: meeting.minObservers, max: meeting.maxObservers });
    }
    meeting.needs.forEach(({ fieldId }, j) => refer(`${at}/needs/${j}/fieldId`, fieldId, fields));
    once(
      `${at}/needs`,
      meeting.needs.map(({ fieldId }) => fieldId),
    );
    meeting.departmentIds?.forEach((id, j) => refer(`${at}/departmentIds/${j}`, id, departments));
  });

  const pairList = (
    pointer: string,
    pairs: readonly { specialistId: SpecialistRef; meetingId: MeetingRef }[],
  ): void => {
    // A country has hundreds of thousands of pairs, so a pointer is only written for a fault.
    const seen = new Map<string, Set<string>>();
    let hasRepeats = false;
    pairs.forEach(({ specialistId, meetingId }, i) => {
      if (!specialists.has(specialistId)) refer(`${pointer}/${i}/specialistId`, specialistId, specialists);
      if (!meetings.has(meetingId)) refer(`${pointer}/${i}/meetingId`, meetingId, meetings);
      const of = seen.get(specialistId) ?? new Set<string>();
      hasRepeats ||= of.has(meetingId);
      seen.set(specialistId, of.add(meetingId));
    });
    if (hasRepeats) once(pointer, pairs.map(pairKey));
  };
  pairList('/pairs', problem.pairs ?? []);
  pairList('/pins', problem.pins);
  problem.pins.forEach(({ kind, overrules = [] }, i) => {
    if (kind === 'must_not' && overrules.length > 0) add(`/pins/${i}/overrules`, 'overrules_for_nobody');
    if (kind === 'may' && overrules.length === 0) add(`/pins/${i}/overrules`, 'overrules_nothing');
    once(`/pins/${i}/overrules`, overrules);
  });
  pairList('/published/assignments', problem.published?.assignments ?? []);
  problem.published?.changedMeetingIds.forEach((id, i) => refer(`/published/changedMeetingIds/${i}`, id, meetings));
  problem.conflicts?.forEach(({ meetingIds }, i) => {
    meetingIds.forEach((id, j) => refer(`/conflicts/${i}/meetingIds/${j}`, id, meetings));
    once(`/conflicts/${i}/meetingIds`, meetingIds);
  });
  problem.policy.limits.forEach(({ meetingIds = [] }, i) => {
    meetingIds.forEach((id, j) => refer(`/policy/limits/${i}/meetingIds/${j}`, id, meetings));
    once(`/policy/limits/${i}/meetingIds`, meetingIds);
  });
  policyFaults(problem.policy, add);
  pinsAgainstInterests(problem).forEach((i) => add(`/pins/${i}`, 'pin_against_conflict_of_interest'));
  return faults;
}

type AddFault = (pointer: string, code: string, params?: Record<string, unknown>) => void;

function policyFaults({ limits, calendar }: PlanPolicy, add: AddFault): void {
  limits.forEach(({ per, days, from, to, meetingIds = null }, i) => {
    const belongs = (name: string, value: unknown, isOwn: boolean): void => {
      if (isOwn !== (value !== null)) add(`/policy/limits/${i}/${name}`, isOwn ? 'missing' : 'not_used', { per });
    };
    belongs('days', days, per === 'days');
    belongs('from', from, per === 'interval');
    belongs('to', to, per === 'interval');
    belongs('meetingIds', meetingIds, per === 'meetings');
    if (from !== null && to !== null && to <= from) {
      add(`/policy/limits/${i}/to`, 'ends_before_start', { from, to });
    }
  });
  const { timeZone, afternoonFrom, eveningFrom } = calendar;
  if (!isTimeZone(timeZone)) add('/policy/calendar/timeZone', 'unknown_time_zone', { timeZone });
  if (eveningFrom < afternoonFrom) {
    add('/policy/calendar/eveningFrom', 'min_above_max', { min: afternoonFrom, max: eveningFrom });
  }
}

function pinsAgainstInterests({ pairs, pins, specialists, meetings }: PlanProblem): number[] {
  if (pairs !== null) return [];
  const people = new Map(specialists.map((specialist) => [specialist.id, specialist]));
  const branchOf = new Map(meetings.map((meeting) => [meeting.id, meeting.branchId]));
  return pins.flatMap((pin, i) => {
    const [specialist, branchId] = [people.get(pin.specialistId), branchOf.get(pin.meetingId)];
    if (pin.kind !== 'must' || specialist === undefined || branchId === undefined) return [];
    return hasInterestIn(specialist, branchId) ? [i] : [];
  });
}
