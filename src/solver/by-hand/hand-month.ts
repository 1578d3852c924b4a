import type { Fault } from '../../kernel/domain-error.ts';
import type { MeetingRef, SpecialistRef } from '../../kernel/id.ts';
import { type PairOfIds, pairKey } from '../model/pair-key.ts';
import type { Department, Meeting, PlanProblem, Specialist, Tier } from '../problem.ts';
import { reasonsAgainst } from '../verify/pair-facts.ts';
import { type AddFault, RuleJudge } from '../verify/rule-judge.ts';
import { canBeMade } from './may-overrule.ts';
import { newFaults } from './new-faults.ts';
import { type MonthIds, monthIds, AssignedVisits, type Visits, withVisit } from './assigned-visits.ts';
import { summed, TierShares, type TierSums } from './tier-shares.ts';

/** What a change of the assignments costs. Loads are in hundredths of a visit, ways in metres by road. */
export interface ChangeCost {
  /** Whether the change can be made: freely, if the board says why, or not at all. */
  readonly can: 'yes' | 'with_reason' | 'no';
  /** Hard rules that are broken after it and were not before, or not so far; codes as in `judgeAssignments`. */
  readonly faults: readonly Fault[];
  /** In the order of the policy; less is better. */
  readonly tiers: readonly { readonly tier: Tier; readonly before: number; readonly after: number }[];
  /** Those whose visits differ. */
  readonly people: readonly ChangedPerson[];
  /** Those to which another number of people goes. */
  readonly meetings: readonly {
    readonly meetingId: MeetingRef;
    readonly observersBefore: number;
    readonly observersAfter: number;
  }[];
}

export interface ChangedPerson {
  readonly specialistId: SpecialistRef;
  readonly visitsBefore: number;
  readonly visitsAfter: number;
  /** From the target, the balance of earlier months included. */
  readonly deviationBefore: number;
  readonly deviationAfter: number;
  /** From where the person sets out to each meeting, added up; ways of which an end is unknown are left out. */
  readonly metresBefore: number;
  readonly metresAfter: number;
  readonly added: readonly string[];
  readonly dropped: readonly string[];
}

/** Somebody who is not at a meeting, and what sending them there beside all others would cost. */
export interface HandCandidate {
  readonly specialistId: SpecialistRef;
  readonly can: ChangeCost['can'];
  /** As in `ChangeCost`. */
  readonly faults: readonly Fault[];
  /** The objective with the visit less the one without it. */
  readonly tiers: readonly { readonly tier: Tier; readonly difference: number }[];
  /** Without this visit. */
  readonly visits: number;
  readonly deviation: number;
  /** The way to this meeting; null where an end is unknown. */
  readonly metres: number | null;
}

/**
 * A month whose assignments people change by hand: made once for a problem, it answers many questions. A visit that
 * breaks a rule is counted like any other, so that its cost is known before the board decides. Pins and accepted visits
 * are rules as well: whoever changes them too asks a month of the changed problem.
 * Lists of assignments must not be changed once they were asked about.
 * @param problem must have been read (`readProblem`).
 */
export class HandMonth {
  private readonly ids: MonthIds;
  private readonly rules: RuleJudge;
  private readonly shares: TierShares;
  private readonly counted = new WeakMap<readonly PairOfIds[], Counted>();
  private readonly colleagues: ReadonlyMap<string, readonly Specialist[]>;

  constructor(private readonly problem: PlanProblem) {
    this.ids = monthIds(problem);
    this.rules = new RuleJudge(problem);
    this.shares = new TierShares(problem);
    const colleagues = new Map(problem.departments.map(({ id }): [string, Specialist[]] => [id, []]));
    for (const one of problem.specialists) colleagues.get(one.departmentId)?.push(one);
    this.colleagues = colleagues;
  }

  /** Every hard rule that these assignments break, as `judgeAssignments` finds them. */
  faultsOf(assignments: readonly PairOfIds[]): Fault[] {
    const { departments, pins, published } = this.problem;
    const wished = new Map([...pins, ...(published?.assignments ?? [])].map((pair) => [pairKey(pair), pair]));
    return this.broken(new AssignedVisits(this.ids, assignments), {
      people: [...this.ids.specialists.values()],
      departments,
      meetings: [...this.ids.meetings.values()],
      pairs: [...wished.values()],
    });
  }

  /** What the assignments come to, tier by tier in the order of the policy, also where they break rules. */
  objectivesOf(assignments: readonly PairOfIds[]): { readonly tier: Tier; readonly objective: number }[] {
    const { objectives } = this.known(assignments);
    return this.problem.policy.tiers.map((tier) => ({ tier, objective: objectives[tier] }));
  }

  /** The ways from where people set out to their meetings, in metres by road; those of which an end is unknown are counted. */
  waysOf(assignments: readonly PairOfIds[]): { readonly metres: number; readonly unknown: number } {
    const { standing } = this.known(assignments);
    const ways = [...standing.pairs.values()].map(({ specialist, meeting }) => this.shares.way(specialist, meeting));
    const known = ways.filter((way) => way !== null);
    return { metres: known.reduce((sum, way) => sum + way, 0), unknown: ways.length - known.length };
  }

  costOfChange(before: readonly PairOfIds[], after: readonly PairOfIds[]): ChangeCost {
    const { standing: from, objectives } = this.known(before);
    const to = new AssignedVisits(this.ids, after);
    const added = without(to, from);
    const dropped = without(from, to);
    const touched = this.touchedBy([...added, ...dropped]);
    const faults = newFaults(this.broken(from, touched), this.broken(to, touched));
    const [less, more] = [this.sharesOf(from, touched, dropped), this.sharesOf(to, touched, added)];
    const of = (list: readonly PairOfIds[], id: string): string[] =>
      list.flatMap(({ specialistId, meetingId }) => (specialistId === id ? [meetingId] : []));
    return {
      can: canBeMade(faults),
      faults,
      tiers: this.problem.policy.tiers.map((tier) => ({
        tier,
        before: objectives[tier],
        after: objectives[tier] + more[tier] - less[tier],
      })),
      people: touched.people.map((one) => ({
        specialistId: one.id,
        visitsBefore: from.monthOf(one.id).length,
        visitsAfter: to.monthOf(one.id).length,
        deviationBefore: this.shares.deviation(one, from.monthOf(one.id)),
        deviationAfter: this.shares.deviation(one, to.monthOf(one.id)),
        metresBefore: this.metres(one, from),
        metresAfter: this.metres(one, to),
        added: of(added, one.id),
        dropped: of(dropped, one.id),
      })),
      meetings: touched.meetings
        .filter(({ id }) => from.teamAt(id).length !== to.teamAt(id).length)
        .map(({ id }) => ({
          meetingId: id,
          observersBefore: from.teamAt(id).length,
          observersAfter: to.teamAt(id).length,
        })),
    };
  }

  /**
   * Everybody who is not at the meeting: first those who can go, then those whom only the board can send, and of each
   * those first who cost least, tier by tier. Nobody where there is no such meeting.
   */
  candidatesAt(meetingId: MeetingRef, assignments: readonly PairOfIds[]): HandCandidate[] {
    const meeting = this.ids.meetings.get(meetingId);
    if (meeting === undefined) return [];
    const { shares } = this;
    const { standing } = this.known(assignments);
    const team = standing.teamAt(meetingId);
    return this.problem.specialists
      .filter((one) => !team.includes(one))
      .map((one): HandCandidate => {
        const pair = { specialistId: one.id, meetingId };
        const month = standing.monthOf(one.id);
        const joined = withVisit(standing, one, meeting);
        const touched = this.touchedBy([pair]);
        const faults = newFaults(this.broken(standing, touched), this.broken(joined, touched));
        const [less, more] = [this.sharesOf(standing, touched, []), this.sharesOf(joined, touched, [pair])];
        return {
          specialistId: one.id,
          can: canBeMade(faults),
          faults,
          tiers: this.problem.policy.tiers.map((tier) => ({ tier, difference: more[tier] - less[tier] })),
          visits: month.length,
          deviation: shares.deviation(one, month),
          metres: shares.way(one, meeting),
        };
      })
      .sort(
        (a, b) =>
          ORDER.indexOf(a.can) - ORDER.indexOf(b.can) || byTiers(a, b) || (a.specialistId < b.specialistId ? -1 : 1),
      );
  }

  /** People ask one question after another about the same assignments, so what was counted of them is kept. */
  private known(assignments: readonly PairOfIds[]): Counted {
    const known = this.counted.get(assignments);
    if (known !== undefined) return known;
    const standing = new AssignedVisits(this.ids, assignments);
    const pairs = [...standing.pairs.values()].map(idsOf);
    const { specialists, meetings } = this.problem;
    const shares = this.sharesOf(standing, { people: specialists, departments: [], meetings, pairs: [] }, pairs);
    const objectives = { ...shares, stability: shares.stability + this.shares.publishedPrice };
    this.counted.set(assignments, { standing, objectives });
    return { standing, objectives };
  }

  /** What these people and meetings, and these pairs of theirs, add to the tiers. */
  private sharesOf(standing: Visits, { people, meetings }: Touched, pairs: readonly PairOfIds[]): TierSums {
    const { shares, rules, ids } = this;
    return summed([
      ...people.map((one) => shares.person(one, standing.monthOf(one.id))),
      ...meetings.map((one) => {
        const team = standing.teamAt(one.id);
        return shares.meeting(one, team.length, rules.reward(team));
      }),
      ...pairs.flatMap(({ specialistId, meetingId }) => {
        const [specialist, meeting] = [ids.specialists.get(specialistId), ids.meetings.get(meetingId)];
        return specialist === undefined || meeting === undefined ? [] : [shares.pair(specialist, meeting)];
      }),
    ]);
  }

  private metres(one: Specialist, standing: Visits): number {
    return standing.monthOf(one.id).reduce((sum, meeting) => sum + (this.shares.way(one, meeting) ?? 0), 0);
  }

  /** Whom and what these pairs speak of, in the order of the problem. */
  private touchedBy(pairs: readonly PairOfIds[]): Touched {
    const people = new Set(pairs.map(({ specialistId }) => specialistId));
    const meetings = new Set(pairs.map(({ meetingId }) => meetingId));
    const touched = this.problem.specialists.filter(({ id }) => people.has(id));
    const departments = new Set(touched.map(({ departmentId }) => departmentId));
    return {
      people: touched,
      departments: this.problem.departments.filter(({ id }) => departments.has(id)),
      meetings: this.problem.meetings.filter(({ id }) => meetings.has(id)),
      pairs,
    };
  }

  /** What is broken of the rules of these people, departments, meetings and pairs. */
  private broken(standing: Visits, touched: Touched): Fault[] {
    const { problem, rules } = this;
    const faults: Fault[] = [];
    const fault: AddFault = (pointer, code, params = {}) => faults.push({ pointer, code: `verify.${code}`, params });
    for (const pair of standing.unknown) fault('/assignments', 'unknown_id', { ...pair });
    for (const pair of standing.twice) fault('/assignments', 'duplicate', { ...pair });
    const asked = new Set(touched.meetings.map(({ id }) => id));
    for (const specialist of touched.people) {
      const { id: specialistId } = specialist;
      const month = standing.monthOf(specialistId);
      month.forEach((meeting, i) => {
        if (asked.has(meeting.id) && rules.costsOf(specialist, meeting) === null) {
          const reasons = reasonsAgainst(problem, specialist, meeting);
          fault('/assignments', 'ineligible', { specialistId, meetingId: meeting.id, reasons });
        }
        for (const other of month.slice(0, i)) {
          if (!(asked.has(meeting.id) || asked.has(other.id)) || !rules.clashes(other, meeting)) continue;
          fault('/assignments', 'cannot_attend_both', { specialistId, meetingIds: [other.id, meeting.id] });
        }
      });
      rules.person(specialist, month, fault);
    }
    for (const department of touched.departments) {
      const people = this.colleagues.get(department.id) ?? [];
      const visits = people.reduce((sum, { id }) => sum + standing.monthOf(id).length, 0);
      rules.department(department, visits, fault);
    }
    for (const meeting of touched.meetings) rules.team(meeting, standing.teamAt(meeting.id), fault);
    for (const pair of touched.pairs) rules.wish(pair, standing.has(pair), fault);
    return faults;
  }
}

/** Assignments with the objective of each tier. */
interface Counted {
  readonly standing: AssignedVisits;
  readonly objectives: TierSums;
}

interface Touched {
  readonly people: readonly Specialist[];
  readonly departments: readonly Department[];
  readonly meetings: readonly Meeting[];
  readonly pairs: readonly PairOfIds[];
}

const ORDER: readonly ChangeCost['can'][] = ['yes', 'with_reason', 'no'];

function byTiers(a: HandCandidate, b: HandCandidate): number {
  const first = a.tiers.findIndex(({ difference }, i) => difference !== b.tiers[i]?.difference);
  return first < 0 ? 0 : (a.tiers[first]?.difference ?? 0) - (b.tiers[first]?.difference ?? 0);
}

function without(some: AssignedVisits, others: AssignedVisits): PairOfIds[] {
  return [...some.pairs].flatMap(([key, { specialist, meeting }]) =>
    others.pairs.has(key) ? [] : [idsOf({ specialist, meeting })],
  );
}

function idsOf(pair: { readonly specialist: Specialist; readonly meeting: Meeting }): PairOfIds {
  return { specialistId: pair.specialist.id, meetingId: pair.meeting.id };
}
