import type { Meeting, PlanProblem, Specialist } from '../problem.ts';
import { localClock } from './local-clock.ts';
import { PairEvaluator } from './pair-evaluator.ts';

/** What visits add to a person's load, in hundredths of an ordinary visit. */
export interface Points {
  /** Every weight is a multiple of this unit. */
  readonly unit: number;
  /** The weight of a visit of this person to this meeting, in units. */
  readonly units: (specialist: Specialist) => (meeting: Meeting) => number;
}

const ORDINARY = 100;

/** Null where every visit weighs the same, so that loads are counted in visits. */
export function pointsOf({ meetings, policy }: PlanProblem): Points | null {
  const { load } = policy;
  if (load === undefined && meetings.every(({ points }) => points === undefined)) return null;
  const { evening = 0, combined = 0, thematic = 0, far } = load ?? {};
  const weights = [ORDINARY, evening, combined, thematic, far?.points ?? 0, ...meetings.map((one) => one.points ?? 0)];
  const unit = weights.reduce(greatestDivisor, 0);
  const clock = localClock(policy.calendar);
  const ofMeeting = ({ points, kind, start }: Meeting): number =>
    (points ?? ORDINARY) +
    (kind === 'combined' ? combined : kind === 'thematic' ? thematic : 0) +
    (evening > 0 && clock(start).part === 'evening' ? evening : 0);
  return {
    unit,
    units: (specialist) => {
      const judge = far === undefined ? null : new PairEvaluator(specialist, policy);
      return (meeting) => {
        const way = judge?.way(meeting) ?? null;
        const extra = far !== undefined && way !== null && way > far.km * 1000 ? far.points : 0;
        return (ofMeeting(meeting) + extra) / unit;
      };
    },
  };
}

function greatestDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestDivisor(b, a % b);
}

/** An upper limit on the units of a person's month, from the heaviest visit and the number of visits. */
export function mostUnits({ maxVisits }: Specialist, eligible: number, heaviest: number): number {
  return Math.min(maxVisits, eligible) * heaviest;
}

/** The summed weight of a person's visits, in hundredths of an ordinary visit. */
export function pointsCounter(problem: PlanProblem): (specialist: Specialist, visits: readonly Meeting[]) => number {
  const points = pointsOf(problem);
  if (points === null) return (_, visits) => ORDINARY * visits.length;
  return (specialist, visits) => {
    const unitsAt = points.units(specialist);
    return visits.reduce((sum, meeting) => sum + points.unit * unitsAt(meeting), 0);
  };
}
