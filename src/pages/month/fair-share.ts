import type { PlanProblem } from '../../solver/index.ts';
import type { Month } from '../../kernel/month.ts';
import { daysThere, owedShare } from '../../modules/planning/index.ts';
import type { MonthScreen, ScreenPerson } from './month-screen-read-model.ts';

/** A person's share of a month, in visits. */
export interface FairShare {
  readonly min: number;
  readonly max: number;
  /** By the days of presence in this month only. */
  readonly target: number;
  /** The same with the balance of earlier months; never below 0. */
  readonly share: number;
  /** Visits above (+) or below (−) the shares of earlier months. */
  readonly balance: number;
}

/** A load less than a whole visit from the share counts as fair, because visits cannot be divided. */
const WHOLE = 1;

/** The shares with which the plan was made; before there is one, those with which it would be made. */
export function fairShares({
  plan,
  ground,
}: Pick<MonthScreen, 'plan'> & Partial<Pick<MonthScreen, 'ground'>>): ReadonlyMap<string, FairShare> {
  const asked = (plan ?? ground)?.problem.specialists ?? [];
  return new Map(asked.map((specialist) => [specialist.id, fairShare(specialist)]));
}

function fairShare({ minVisits, maxVisits, target, balance }: PlanProblem['specialists'][number]): FairShare {
  return {
    min: minVisits,
    max: maxVisits,
    target: target / 100,
    share: owedShare({ target, balance }) / 100,
    balance: balance / 100,
  };
}

/** Visits above (+) or below (−) the share. */
export function offShare({ share }: FairShare, visits: number): number {
  return Math.round((visits - share) * 100) / 100;
}

export function isHigh(share: FairShare, visits: number): boolean {
  return offShare(share, visits) >= WHOLE;
}

export function isLow(share: FairShare, visits: number): boolean {
  return offShare(share, visits) <= -WHOLE;
}

/** Away on every day of the month, so that no load is compared. */
export function isAwayAllMonth({ absences }: Pick<ScreenPerson, 'absences'>, month: Month): boolean {
  return absences.length > 0 && daysThere(absences, month).there === 0;
}
