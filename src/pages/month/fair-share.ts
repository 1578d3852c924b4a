import type { PlanProblem } from '../../solver/index.ts';
import type { Month } from '../../kernel/month.ts';
import { daysThere } from '../../modules/planning/index.ts';
import type { MonthScreen, ScreenPerson } from './month-screen-read-model.ts';

/** What a month asks of somebody, in visits. */
export interface FairShare {
  readonly min: number;
  readonly max: number;
  /** Of the month alone, by the days on which they are there. */
  readonly target: number;
  /** The same with what earlier months left over; never below 0. */
  readonly share: number;
  /** What earlier months left over: more (+) or less (−) than their share. */
  readonly balance: number;
}

/** Whose load counts as fair: within less than a whole visit of their share, for visits cannot be divided. */
const WHOLE = 1;

/** What the plan was made with, before there is one what it would be made with. */
export function fairShares({ plan, ground }: Pick<MonthScreen, 'plan' | 'ground'>): ReadonlyMap<string, FairShare> {
  const asked = (plan?.problem ?? ground.problem).specialists;
  return new Map(asked.map((specialist) => [specialist.id, fairShare(specialist)]));
}

function fairShare({ minVisits, maxVisits, target, balance }: PlanProblem['specialists'][number]): FairShare {
  return {
    min: minVisits,
    max: maxVisits,
    target: target / 100,
    share: Math.max(0, target - balance) / 100,
    balance: balance / 100,
  };
}

/** Visits beyond (+) or short of (−) the share. */
export function offShare({ share }: FairShare, visits: number): number {
  return Math.round((visits - share) * 100) / 100;
}

export function isHigh(share: FairShare, visits: number): boolean {
  return offShare(share, visits) >= WHOLE;
}

export function isLow(share: FairShare, visits: number): boolean {
  return offShare(share, visits) <= -WHOLE;
}

/** Away on every day of the month: no load is to be compared. */
export function isAwayAllMonth({ absences }: Pick<ScreenPerson, 'absences'>, month: Month): boolean {
  return daysThere(absences, month).there === 0;
}
