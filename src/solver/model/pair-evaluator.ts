import type { BranchRef } from '../../kernel/id.ts';
import type { CostTerms, Ineligibility, Meeting, PlanPolicy, Specialist } from '../problem.ts';
import { countedMetres } from './distance.ts';
import { type LocalClock, localClock } from './local-clock.ts';
import type { Overruled, SetAside } from './overruled.ts';
import { share } from './share.ts';
import { setsOutFrom, wayTo } from './way.ts';

/**
 * Evaluates the pairs of one specialist: what each costs, and why one is not eligible. Pins are ignored, apart from what
 * they overrule. What depends on the person alone is computed once, because a month evaluates every pair.
 */
export class PairEvaluator {
  private readonly interests: ReadonlySet<string | null>;
  /** Months since this person last visited each branch. */
  private readonly lastVisits = new Map<string, number>();
  private readonly known: ReadonlySet<string>;
  private readonly strengths: ReadonlyMap<string, number>;
  private readonly likings: ReadonlyMap<string, number>;
  /** Branches that this person must not visit at all. */
  private readonly barred: Set<string | null>;
  /** Rotation, familiarity and preference together, for branches about which this person has any such fact. */
  private readonly branchCosts = new Map<string, number>();
  private readonly clock: LocalClock;
  private readonly setAside: SetAside | undefined;

  /** @param overruled left out, no reason is set aside for any pair. */
  constructor(
    private readonly specialist: Specialist,
    private readonly policy: PlanPolicy,
    overruled?: Overruled,
  ) {
    this.setAside = overruled?.of(specialist.id);
    this.clock = localClock(policy.calendar);
    const { ownBranchId, residenceBranchId, conflictBranchIds } = specialist;
    this.interests = new Set([ownBranchId, residenceBranchId, ...conflictBranchIds]);
    for (const { branchId, monthsAgo } of specialist.lastVisits) {
      this.lastVisits.set(branchId, Math.min(monthsAgo, this.lastVisits.get(branchId) ?? Infinity));
    }
    this.known = new Set(specialist.knownBranchIds);
    this.strengths = new Map(specialist.fields.map(({ fieldId, strength }) => [fieldId, strength]));
    this.likings = new Map(specialist.preferences.map(({ branchId, liking }) => [branchId, liking]));
    this.barred = new Set(this.interests);
    for (const branchId of this.lastVisits.keys()) if (this.sawTooRecently(branchId)) this.barred.add(branchId);
    for (const branchId of [...this.lastVisits.keys(), ...this.known, ...this.likings.keys()]) {
      const { rotation, familiarity, preference } = this.costsOfBranch(branchId);
      this.branchCosts.set(branchId, rotation + familiarity + preference);
    }
  }

  /** Every reason why this person is not eligible for this meeting; empty where they are. */
  ineligibilities(meeting: Meeting): Ineligibility[] {
    const reasons: Ineligibility[] = [];
    if (this.isAway(meeting)) reasons.push('leave');
    if (this.interests.has(meeting.branchId)) reasons.push('conflict_of_interest');
    if (this.sawTooRecently(meeting.branchId)) reasons.push('rotation_gap');
    if (this.isOfOtherDepartment(meeting)) reasons.push('department_rule');
    if (this.isTooFar(this.metres(meeting))) reasons.push('too_far');
    const setAside = this.setAside?.get(meeting.id);
    return setAside === undefined ? reasons : reasons.filter((reason) => !setAside.has(reason));
  }

  /** The cost terms of sending this person to this meeting, in the units of the policy's weights. */
  costs(meeting: Meeting): CostTerms {
    const { rotation, familiarity, preference } = this.costsOfBranch(meeting.branchId);
    const [expertise, travel] = [this.expertiseCost(meeting), this.travelCost(this.metres(meeting))];
    return { expertise, rotation, travel, familiarity, preference: preference + this.dayCost(meeting) };
  }

  /** The sum of the cost terms; null where this person is not eligible. */
  cost(meeting: Meeting): number | null {
    if (this.setAside?.has(meeting.id) === true) {
      return this.ineligibilities(meeting).length > 0 ? null : sumOfTerms(this.costs(meeting));
    }
    if (this.barred.has(meeting.branchId) || this.isOfOtherDepartment(meeting)) return null;
    const metres = this.metres(meeting);
    if (this.isTooFar(metres) || this.isAway(meeting)) return null;
    const ofBranch = this.branchCosts.get(meeting.branchId) ?? this.policy.weights.familiarity;
    return this.expertiseCost(meeting) + this.travelCost(metres) + ofBranch + this.dayCost(meeting);
  }

  /** Metres by road from where this person sets out at that hour; null where an end is unknown. */
  way(meeting: Meeting): number | null {
    return wayTo(this.specialist, meeting, this.policy);
  }

  private isAway(meeting: Meeting): boolean {
    const { unavailable, awayWeekly } = this.specialist;
    if (unavailable.some((away) => away.from < meeting.end && meeting.start < away.to)) return true;
    return awayWeekly !== undefined && this.isAwayThatWeekday(meeting, awayWeekly);
  }

  /** A meeting that lasts past midnight falls on two days of the week. */
  private isAwayThatWeekday({ start, end }: Meeting, hours: NonNullable<Specialist['awayWeekly']>): boolean {
    const first = this.clock(start);
    const from = first.minute;
    return hours.some(({ weekday, ...away }) => {
      const days = (((weekday - first.weekday) % 7) + 7) % 7;
      return away.from + 1440 * days < from + (end - start) && from < away.to + 1440 * days;
    });
  }

  private sawTooRecently(branchId: BranchRef): boolean {
    const monthsAgo = this.lastVisits.get(branchId);
    return monthsAgo !== undefined && monthsAgo <= this.policy.rotationGapMonths;
  }

  private isOfOtherDepartment({ departmentIds }: Meeting): boolean {
    return departmentIds !== null && !departmentIds.includes(this.specialist.departmentId);
  }

  private isTooFar(metres: number): boolean {
    const { maxKm } = this.policy.travel;
    return maxKm !== null && metres > maxKm * 1000;
  }

  private metres(meeting: Meeting): number {
    return countedMetres(setsOutFrom(this.specialist, meeting, this.policy), meeting.place, this.policy.travel);
  }

  private dayCost({ start }: Meeting): number {
    const likings = this.specialist.dayPreferences ?? [];
    if (likings.length === 0) return 0;
    const at = this.clock(start);
    return likings
      .filter(({ weekday, part }) => (weekday ?? at.weekday) === at.weekday && (part ?? at.part) === at.part)
      .reduce((cost, { liking }) => cost - share(this.policy.weights.preference, liking), 0);
  }

  private travelCost(metres: number): number {
    return Math.round((this.policy.weights.travel * metres) / 1000);
  }

  private expertiseCost(meeting: Meeting): number {
    return share(this.policy.weights.expertise, this.lackOfStrength(meeting));
  }

  private costsOfBranch(branchId: BranchRef): { rotation: number; familiarity: number; preference: number } {
    const { familiarity, preference } = this.policy.weights;
    return {
      rotation: this.rotationCost(branchId),
      familiarity: this.known.has(branchId) ? 0 : familiarity,
      preference: 0 - share(preference, this.likings.get(branchId) ?? 0),
    };
  }

  /** The needed strength that is missing: from 0 (every needed field covered) to 1 (none at all). */
  private lackOfStrength({ needs }: Meeting): number {
    let needed = 0;
    let lacking = 0;
    for (const { fieldId, weight } of needs) {
      needed += weight;
      lacking += weight * (1 - (this.strengths.get(fieldId) ?? 0));
    }
    return needed === 0 ? 0 : lacking / needed;
  }

  private rotationCost(branchId: BranchRef): number {
    const { rotationFadeMonths: fade, rotationGapMonths: gap, weights } = this.policy;
    const monthsAgo = this.lastVisits.get(branchId);
    if (monthsAgo === undefined || monthsAgo >= fade || fade <= gap) return 0;
    return Math.round((weights.rotation * (fade - monthsAgo)) / (fade - gap));
  }
}

/** The sum of the cost terms of a pair. */
export function sumOfTerms(costs: CostTerms): number {
  let sum = 0;
  for (const term in costs) sum += costs[term] ?? 0;
  return sum;
}

/** Every reason why this person is not eligible for this meeting; empty where they are. */
export function ineligibilities(
  specialist: Specialist,
  meeting: Meeting,
  policy: PlanPolicy,
  overruled?: Overruled,
): Ineligibility[] {
  return new PairEvaluator(specialist, policy, overruled).ineligibilities(meeting);
}

/** The cost terms of sending this person to this meeting, in the units of the policy's weights. */
export function costTerms(specialist: Specialist, meeting: Meeting, policy: PlanPolicy): CostTerms {
  return new PairEvaluator(specialist, policy).costs(meeting);
}

export function hasInterestIn(specialist: Specialist, branchId: BranchRef): boolean {
  return (
    specialist.ownBranchId === branchId ||
    specialist.residenceBranchId === branchId ||
    specialist.conflictBranchIds.includes(branchId)
  );
}
