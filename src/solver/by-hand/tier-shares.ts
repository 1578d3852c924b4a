import { coverageValue, seatValues } from '../model/coverage-value.ts';
import { linkageCosts } from '../model/linkage.ts';
import { deviationAt } from '../model/load-price.ts';
import { type PairOfIds, pairKey } from '../model/pair-key.ts';
import { PairEvaluator, sumOfTerms } from '../model/pair-evaluator.ts';
import { pointsOf } from '../model/points.ts';
import { type CostTerms, type Meeting, type PlanProblem, type Specialist, type Tier, TIERS } from '../problem.ts';

export type TierSums = Record<Tier, number>;

const NO_SUMS: TierSums = { coverage: 0, fairness: 0, quality: 0, stability: 0, linkage: 0 };

export function summed(parts: readonly TierSums[]): TierSums {
  const sums = { ...NO_SUMS };
  for (const part of parts) for (const tier of TIERS) sums[tier] += part[tier];
  return sums;
}

/** What each pair, each person's visits and each meeting's observers add to the tiers; their sum is the objective. */
export class TierShares {
  /** The price of taking back all that was published; each visit that is kept gives its own part back. */
  readonly publishedPrice: number;
  private readonly values: ReadonlyMap<string, readonly number[]>;
  private readonly prices: ReadonlyMap<string, number>;
  private readonly priceOfNew: number;
  private readonly judges = new Map<string, PairEvaluator>();
  private readonly listed: ReadonlyMap<string, CostTerms> | null;
  private readonly known = new Map<string, number>();
  private readonly linkage: ReturnType<typeof linkageCosts>;
  private readonly points: ReturnType<typeof pointsOf>;

  constructor(private readonly problem: PlanProblem) {
    const { meetings, branches, policy, published, pairs } = problem;
    const branchOf = new Map(branches.map((branch) => [branch.id, branch]));
    this.values = new Map(
      meetings.map((meeting) => {
        const branch = branchOf.get(meeting.branchId);
        return [
          meeting.id,
          branch === undefined ? [] : seatValues(meeting, coverageValue(meeting, branch, policy.coverage)),
        ];
      }),
    );
    this.prices = new Map(published?.assignments.map((one) => [pairKey(one), one.price]));
    this.publishedPrice = published?.assignments.reduce((sum, { price }) => sum + price, 0) ?? 0;
    this.priceOfNew = published?.priceOfNew ?? 0;
    this.listed = pairs === null ? null : new Map(pairs.map((pair) => [pairKey(pair), pair.costs]));
    this.linkage = linkageCosts(problem);
    this.points = pointsOf(problem);
  }

  pair(specialist: Specialist, meeting: Meeting): TierSums {
    const price = this.prices.get(pairKey({ specialistId: specialist.id, meetingId: meeting.id }));
    return {
      ...NO_SUMS,
      quality: this.cost(specialist, meeting),
      stability: price === undefined ? this.priceOfNew : -price,
      linkage: this.linkage(specialist.id)(meeting.branchId),
    };
  }

  person(specialist: Specialist, month: readonly Meeting[]): TierSums {
    return { ...NO_SUMS, fairness: this.deviation(specialist, month) ** 2 };
  }

  /** @param reward what those who are there together are worth. */
  meeting(meeting: Meeting, observers: number, reward: number): TierSums {
    const lost = (this.values.get(meeting.id) ?? []).slice(observers).reduce((sum, value) => sum + value, 0);
    return { ...NO_SUMS, coverage: lost, quality: 0 - reward };
  }

  /** Hundredths of a visit. */
  deviation(specialist: Specialist, month: readonly Meeting[]): number {
    const { points } = this;
    if (points === null) return deviationAt(specialist, 100 * month.length);
    const unitsAt = points.units(specialist);
    return deviationAt(
      specialist,
      month.reduce((sum, meeting) => sum + points.unit * unitsAt(meeting), 0),
    );
  }

  /** Metres by road from where the person sets out; null where an end is unknown. */
  way(specialist: Specialist, meeting: Meeting): number | null {
    return this.judge(specialist).way(meeting);
  }

  /** Also of a pair that is not eligible, unless the pairs are given: those that are not listed cost nothing. */
  private cost(specialist: Specialist, meeting: Meeting): number {
    const key = pairKey({ specialistId: specialist.id, meetingId: meeting.id } satisfies PairOfIds);
    if (this.listed !== null) return sumOfTerms(this.listed.get(key) ?? {});
    const cost = this.known.get(key) ?? sumOfTerms(this.judge(specialist).costs(meeting));
    this.known.set(key, cost);
    return cost;
  }

  private judge(specialist: Specialist): PairEvaluator {
    const judge = this.judges.get(specialist.id) ?? new PairEvaluator(specialist, this.problem.policy);
    this.judges.set(specialist.id, judge);
    return judge;
  }
}
