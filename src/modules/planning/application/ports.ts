import type { Id } from '../../../kernel/id.ts';
import type { Month } from '../../../kernel/month.ts';
import type { Plan, PlanProblem, Progress } from '../../../solver/index.ts';
import type { ForeseenMeeting } from '../../meetings/index.ts';
import type { Visit } from '../../visits/index.ts';
import type { MonthFacts } from '../domain/month-facts.ts';
import type { MonthPlan } from '../domain/month-plan.ts';
import type { PastVisit } from '../domain/past-month.ts';
import type { PlanningPolicy } from '../domain/planning-policy.ts';

export abstract class MonthReader {
  /** Null where there is no meeting or no specialist. */
  abstract find(month: Month): Promise<MonthFacts | null>;
  abstract policy(month: Month): Promise<PlanningPolicy>;
  /** A month that is over, with the foreseen meetings where it has no calendar. Null where nobody could have gone. */
  abstract findPast(month: Month, foreseen: readonly ForeseenMeeting<string>[]): Promise<PastFacts | null>;
}

export interface PastFacts {
  readonly facts: MonthFacts;
  readonly visits: readonly PastVisit[];
}

export abstract class Plans {
  abstract findDraft(month: Month): Promise<MonthPlan | null>;
  abstract findPublished(month: Month): Promise<MonthPlan | null>;
  /** Serialises solving and publishing of one month until the transaction ends. */
  abstract lock(month: Month): Promise<void>;
  /** Puts a draft in the place of the one before. */
  abstract replaceDraft(plan: MonthPlan): Promise<void>;
  abstract publish(plan: MonthPlan): Promise<void>;
}

export type SolveId = Id<'Solve'>;
export type SolveState = 'waiting' | 'running' | 'done' | 'failed' | 'cancelled';

export interface Solve {
  readonly id: SolveId;
  readonly month: Month;
  readonly state: SolveState;
  readonly progress: Progress | null;
  readonly startedAt: Date;
}

/** Solves as people follow them: what is asked for, how far it is, whether it shall stop. */
export abstract class Solves {
  abstract insert(id: SolveId, month: Month): Promise<void>;
  abstract findRunning(month: Month): Promise<Solve | null>;
  abstract find(id: SolveId): Promise<Solve | null>;
  abstract findLatest(month: Month): Promise<Solve | null>;
  /** Answers whether somebody has asked to stop. */
  abstract report(id: SolveId, progress: Progress): Promise<boolean>;
  abstract move(id: SolveId, state: SolveState): Promise<void>;
  abstract askToStop(id: SolveId): Promise<void>;
}

export abstract class Engine {
  abstract solve(
    problem: PlanProblem,
    policy: PlanningPolicy,
    onProgress: (progress: Progress) => void,
    signal: AbortSignal,
  ): Promise<{ readonly plan: Plan; readonly isVerified: boolean }>;
}

/** What the office does when a plan becomes known. */
export abstract class DutyNotices {
  /** Issues the numbered duty notice. */
  abstract issue(plan: MonthPlan, visits: readonly Visit[]): Promise<{ id: string; symbol: string; issuedOn: string }>;
  /** Mails each person their visits with calendar invitations. */
  abstract mail(
    plan: MonthPlan,
    visits: readonly Visit[],
    notice: { symbol: string; issuedOn: string },
  ): Promise<number>;
}
