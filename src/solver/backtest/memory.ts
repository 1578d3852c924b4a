import type { BranchRef, SpecialistRef } from '../../kernel/id.ts';
import type { Branch, PlanProblem, Specialist } from '../problem.ts';

interface Seen {
  readonly specialistId: SpecialistRef;
  readonly branchId: BranchRef;
}

/** What a replay carries from month to month: who visited which branch when, and each person's balance. */
export class Memory {
  /** By person and branch: months since that visit; 1 is last month. */
  private readonly seen = new Map<string, Map<string, number>>();
  private readonly branches = new Map<string, number | null>();
  private readonly balances = new Map<string, number>();

  /** Starts with the earlier visits and balances of the first month. */
  constructor(first: PlanProblem) {
    for (const { id, monthsSinceVisit } of first.branches) this.branches.set(id, monthsSinceVisit);
    for (const { id, balance, lastVisits } of first.specialists) {
      this.balances.set(id, balance);
      this.seen.set(id, new Map(lastVisits.map(({ branchId, monthsAgo }) => [branchId, monthsAgo])));
    }
  }

  /**
   * The month with its earlier visits and balances (in hundredths of a visit) replaced by those remembered, and without
   * pins or a published plan. Of a person or branch not seen before, what the month states is kept.
   */
  recall(problem: PlanProblem): PlanProblem {
    return {
      ...problem,
      pins: [],
      published: null,
      specialists: problem.specialists.map((specialist): Specialist => {
        const seen = this.seen.get(specialist.id);
        return {
          ...specialist,
          balance: this.balances.get(specialist.id) ?? specialist.balance,
          lastVisits:
            seen === undefined
              ? specialist.lastVisits
              : [...seen].map(([branchId, monthsAgo]) => ({ branchId, monthsAgo })),
        };
      }),
      branches: problem.branches.map((branch): Branch => {
        const months = this.branches.get(branch.id);
        return months === undefined ? branch : { ...branch, monthsSinceVisit: months };
      }),
    };
  }

  /** Months since this person last visited the branch; null for never. */
  monthsSince({ specialistId, branchId }: Seen): number | null {
    return this.seen.get(specialistId)?.get(branchId) ?? null;
  }

  /** Closes a month: everything remembered is a month older, and these visits are one month ago. */
  pass(problem: PlanProblem, visits: readonly Seen[]): void {
    const loads = new Map<string, number>();
    for (const seen of this.seen.values()) for (const [branchId, months] of seen) seen.set(branchId, months + 1);
    for (const { id, monthsSinceVisit } of problem.branches) {
      const months = this.branches.has(id) ? this.branches.get(id) : monthsSinceVisit;
      this.branches.set(id, months === null || months === undefined ? null : months + 1);
    }
    for (const { specialistId, branchId } of visits) {
      this.seen.set(specialistId, (this.seen.get(specialistId) ?? new Map<string, number>()).set(branchId, 1));
      this.branches.set(branchId, 1);
      loads.set(specialistId, (loads.get(specialistId) ?? 0) + 1);
    }
    for (const { id, target, balance } of problem.specialists) {
      const before = this.balances.get(id) ?? balance;
      this.balances.set(id, before + 100 * (loads.get(id) ?? 0) - target);
    }
  }

  /** Months since anybody visited each branch, by branch id; null for never. */
  unseen(): ReadonlyMap<string, number | null> {
    return this.branches;
  }
}
