import { PairEvaluator } from '../../src/solver/model/pair-evaluator.ts';
import { pairKey } from '../../src/solver/model/pair-key.ts';
import { OVERRULABLE, type Overrulable, type Pin, type PlanProblem } from '../../src/solver/problem.ts';
import { randomFrom } from '../../src/kernel/random.ts';

/**
 * The month with pins that overrule rules on some of the pairs that a board can release: most overrule all rules
 * against the pair, some too few, and some demand nothing. Pairs that are already pinned stay as they are. @param
 * percent how many of such pairs get a pin
 */
export function withOverrulingPins(problem: PlanProblem, seed: number, percent: number): PlanProblem {
  if (problem.pairs !== null) return problem;
  const random = randomFrom(seed);
  const pinned = new Set(problem.pins.map(pairKey));
  const pins = problem.specialists.flatMap((specialist): Pin[] => {
    const judge = new PairEvaluator(specialist, problem.policy);
    return problem.meetings.flatMap((meeting): Pin[] => {
      const reasons = judge.ineligibilities(meeting);
      const pair = { specialistId: specialist.id, meetingId: meeting.id };
      const isFixed = pinned.has(pairKey(pair)) || reasons.includes('conflict_of_interest');
      if (reasons.length === 0 || isFixed || !random.chance(percent)) return [];
      const [first = 'too_far', ...others] = random.chance(85)
        ? OVERRULABLE.filter((reason) => reasons.includes(reason))
        : ([OVERRULABLE[random.below(OVERRULABLE.length)]] as Overrulable[]);
      return [{ ...pair, kind: random.chance(65) ? 'must' : 'may', overrules: [first, ...others] }];
    });
  });
  return pins.length === 0 ? problem : { ...problem, pins: [...problem.pins, ...pins] };
}
