import { randomFrom } from '../../src/kernel/random.ts';
import type { PlanProblem } from '../../src/solver/problem.ts';

/**
 * The same month with the largest numbers that the schema allows, and with acceptances of people who can no longer go.
 */
export function withExtremes(problem: PlanProblem, seed: number): PlanProblem {
  const random = randomFrom(seed);
  const extreme = (): number => [0, 1, 7, 50_000, 999_999, 1_000_000][random.below(6)] ?? 0;
  const everything = problem.specialists.flatMap(({ id: specialistId }) =>
    problem.meetings.map(({ id: meetingId }) => ({ specialistId, meetingId })),
  );
  const tiers = random.chance(20) ? [...problem.policy.tiers].sort(() => random.below(3) - 1) : problem.policy.tiers;
  return {
    ...problem,
    specialists: problem.specialists.map((one) => ({
      ...one,
      target: random.chance(20) ? 50_000 : one.target,
      balance: random.chance(10) ? -50_000 : one.balance,
    })),
    meetings: problem.meetings.map((meeting) => ({
      ...meeting,
      value: random.chance(20) ? extreme() : meeting.value,
      valueOfExtra: random.chance(20) ? extreme() : meeting.valueOfExtra,
    })),
    pairs: problem.pairs?.map((pair) => (random.chance(50) ? { ...pair, costs: { a: extreme() } } : pair)) ?? null,
    published: random.chance(50)
      ? {
          assignments: everything
            .filter(() => random.chance(40))
            .map((pair) => ({ ...pair, accepted: random.chance(40), price: extreme() })),
          priceOfNew: extreme(),
          changedMeetingIds: [],
        }
      : problem.published,
    pins: random.chance(30)
      ? everything
          .filter(() => random.chance(10))
          .map((pair) => ({ ...pair, kind: random.chance(60) ? ('must' as const) : ('must_not' as const) }))
      : problem.pins,
    policy: { ...problem.policy, tiers },
  };
}
