import type { SpecialistRef } from '../../kernel/id.ts';
import { bindingAcceptances } from '../model/binding-acceptances.ts';
import { limitWindows } from '../model/limit-windows.ts';
import { localClock } from '../model/local-clock.ts';
import { type PairOfIds, pairKey } from '../model/pair-key.ts';
import type { Department, Meeting, PlanProblem, Specialist, VisitLimit } from '../problem.ts';
import { asRead, isRead } from '../read-problem.ts';

/** So few visits are enough in this month, although the problem asks for more. */
export interface LoweredTo {
  readonly kind: 'specialist' | 'department';
  readonly id: string;
  readonly visits: number;
}

/**
 * The month in which limits give way to visits that the board insists on, so that a later solve can keep them: those
 * limits alone that such a visit falls under, for its own person, department and meeting alone, and as far as the
 * demanded visits need. Rest between days and one visit per branch are the same for everybody, so they stay.
 * @param problem its must pins demand the visits; what they overrule stands in the pins.
 * @param overruled visits among the demanded ones for which the board has overruled limits.
 * @returns the very same problem where nothing has to give way.
 */
export function withOverruled(
  problem: PlanProblem,
  overruled: readonly PairOfIds[],
  lowered: readonly LoweredTo[] = [],
): PlanProblem {
  const month = new DemandedVisits(problem, overruled);
  // Lists that stay are the same ones, because what is made of them is kept with them.
  const specialists = sameOr(problem.specialists, (one) => [month.person(lowerOf(one, 'specialist', lowered))]);
  const departments = sameOr(problem.departments, (one) => [month.department(lowerOf(one, 'department', lowered))]);
  const meetings = sameOr(problem.meetings, (one) => [month.meeting(one)]);
  const limits = sameOr(problem.policy.limits, (one) => month.limit(one));
  const policy = limits === problem.policy.limits ? problem.policy : { ...problem.policy, limits };
  const isSame =
    specialists === problem.specialists &&
    departments === problem.departments &&
    meetings === problem.meetings &&
    policy === problem.policy;
  if (isSame) return problem;
  const changed = { ...problem, specialists, departments, meetings, policy };
  // Limits that give way are as well formed as those that stay, so that a month that was read need not be read again.
  return isRead(problem) ? asRead(changed) : changed;
}

function lowerOf<T extends { readonly id: string; readonly minVisits: number | null }>(
  one: T,
  kind: LoweredTo['kind'],
  lowered: readonly LoweredTo[],
): T {
  const visits = lowered.find((to) => to.kind === kind && to.id === one.id)?.visits ?? Infinity;
  return one.minVisits === null || one.minVisits <= visits ? one : { ...one, minVisits: visits };
}

/** What pins and accepted visits demand, and for whom the board has overruled limits. */
class DemandedVisits {
  private readonly demanded: readonly { readonly specialist: Specialist; readonly meeting: Meeting }[];
  private readonly people: ReadonlySet<string>;
  private readonly places: ReadonlySet<string>;
  private readonly pairs: ReadonlySet<string>;

  constructor(
    private readonly problem: PlanProblem,
    overruled: readonly PairOfIds[],
  ) {
    const specialists = new Map(problem.specialists.map((one) => [one.id, one]));
    const meetings = new Map(problem.meetings.map((one) => [one.id, one]));
    const pairs = [...problem.pins.filter(({ kind }) => kind === 'must'), ...bindingAcceptances(problem)];
    this.demanded = [...new Map(pairs.map((pair) => [pairKey(pair), pair])).values()].flatMap((pair) => {
      const [specialist, meeting] = [specialists.get(pair.specialistId), meetings.get(pair.meetingId)];
      return specialist === undefined || meeting === undefined ? [] : [{ specialist, meeting }];
    });
    this.people = new Set(overruled.map(({ specialistId }) => specialistId));
    this.places = new Set(overruled.map(({ meetingId }) => meetingId));
    this.pairs = new Set(overruled.map(pairKey));
  }

  person(one: Specialist): Specialist {
    const visits = this.people.has(one.id) ? this.monthOf(one.id).length : 0;
    return visits > one.maxVisits ? { ...one, maxVisits: visits } : one;
  }

  department(one: Department): Department {
    const sent = this.demanded.filter(({ specialist }) => specialist.departmentId === one.id);
    const isOverruled = sent.some(({ specialist, meeting }) => this.isOverruled(specialist, meeting));
    return isOverruled && one.maxVisits !== null && sent.length > one.maxVisits
      ? { ...one, maxVisits: sent.length }
      : one;
  }

  meeting(one: Meeting): Meeting {
    if (!this.places.has(one.id)) return one;
    const team = this.demanded.flatMap(({ specialist, meeting }) => (meeting === one ? [specialist] : []));
    const isMixed = new Set(team.map(({ departmentId }) => departmentId)).size === team.length;
    const rules = {
      differentDepartments: one.team.differentDepartments && isMixed,
      lead: one.team.lead && team.some(({ mayLead }) => mayLead),
    };
    const maxObservers = Math.max(one.maxObservers, team.length);
    const isSame =
      maxObservers === one.maxObservers &&
      rules.lead === one.team.lead &&
      rules.differentDepartments === one.team.differentDepartments;
    return isSame ? one : { ...one, maxObservers, team: rules };
  }

  /**
   * The limit for all others, and for those for whom it gives way one for each of its windows: as high as their demanded
   * visits there where an overruled one is among them, as it was everywhere else.
   */
  limit(limit: VisitLimit): VisitLimit[] {
    const { specialists, meetings, policy } = this.problem;
    const clock = localClock(policy.calendar);
    const holds = ({ id }: Specialist): boolean => limit.specialistIds === null || limit.specialistIds.includes(id);
    const concerned = specialists.filter((one) => this.people.has(one.id) && holds(one));
    if (concerned.length === 0) return [limit];
    const windows = limitWindows(limit, meetings, clock)
      .map((positions) => positions.flatMap((m) => meetings[m] ?? []))
      .filter((window) => window.length > limit.most);
    const needs = windows.map(
      (window) => new Map(concerned.map((one) => [one.id, this.neededIn(one, new Set(window), limit.most)])),
    );
    const freed = concerned.filter(({ id }) => needs.some((need) => (need.get(id) ?? 0) > limit.most));
    if (freed.length === 0) return [limit];
    const isFreed = (id: string): boolean => freed.some((one) => one.id === id);
    const others = (limit.specialistIds ?? specialists.map(({ id }) => id)).filter((id) => !isFreed(id));
    const narrow = windows.flatMap((window, at): VisitLimit[] => {
      const starts = window.map(({ start }) => start);
      const byMost = new Map<number, string[]>();
      for (const { id } of freed) {
        const most = needs[at]?.get(id) ?? limit.most;
        byMost.set(most, [...(byMost.get(most) ?? []), id]);
      }
      return [...byMost].map(([most, specialistIds]) => ({
        most,
        ...(limit.per === 'meetings'
          ? { per: 'meetings', days: null, from: null, to: null, meetingIds: window.map(({ id }) => id) }
          : { per: 'interval', days: null, from: Math.min(...starts), to: Math.max(...starts) + 1 }),
        part: limit.part,
        specialistIds,
      }));
    });
    return [...(others.length > 0 ? [{ ...limit, specialistIds: others }] : []), ...narrow];
  }

  private neededIn(one: Specialist, window: ReadonlySet<Meeting>, most: number): number {
    const inside = this.monthOf(one.id).filter((meeting) => window.has(meeting));
    return inside.some((meeting) => this.isOverruled(one, meeting)) ? Math.max(most, inside.length) : most;
  }

  private monthOf(specialistId: SpecialistRef): Meeting[] {
    return this.demanded.flatMap(({ specialist, meeting }) => (specialist.id === specialistId ? [meeting] : []));
  }

  private isOverruled(specialist: Specialist, meeting: Meeting): boolean {
    return this.pairs.has(pairKey({ specialistId: specialist.id, meetingId: meeting.id }));
  }
}

function sameOr<T>(list: readonly T[], make: (one: T) => readonly T[]): readonly T[] {
  const made = list.flatMap(make);
  return made.length === list.length && made.every((one, i) => one === list[i]) ? list : made;
}
