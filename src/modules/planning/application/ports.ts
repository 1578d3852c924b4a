import type { Id } from '../../../kernel/id.ts';
import type { Month } from '../../../kernel/month.ts';
import type { Plan, PlanProblem, Progress } from '../../../solver/index.ts';
import type { ForeseenMeeting } from '../../meetings/index.ts';
import type { Visit } from '../../visits/index.ts';
import type { MonthFacts } from '../domain/month-facts.ts';
import type { MonthPlan, PlanAssignment, PlanHeader, PlanId, PlanSolution } from '../domain/month-plan.ts';
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
  /** Of the month's plan that counts: the published one, before that the variant that was chosen. */
  abstract findHeader(month: Month): Promise<PlanHeader | null>;
  abstract findPublished(month: Month): Promise<PlanHeader | null>;
  /** The plan that counts, whole: for pages that show how it came about. */
  abstract find(month: Month): Promise<MonthPlan | null>;
  abstract getSolution(id: PlanId): Promise<PlanSolution>;
  abstract listAssignments(id: PlanId): Promise<PlanAssignment[]>;
  /** Serialises solving and publishing of one month until the transaction ends. */
  abstract lock(month: Month): Promise<void>;
  /** Puts a draft in the place of the one of the same name. */
  abstract replaceDraft(plan: MonthPlan): Promise<void>;
  /** Stores the changed header and lets its revision rise. @throws DomainError plan.stale */
  abstract update(plan: PlanHeader): Promise<void>;
}

export type SolveId = Id<'Solve'>;
export type SolveState = 'waiting' | 'running' | 'done' | 'failed' | 'cancelled';

export interface Solve {
  readonly id: SolveId;
  readonly month: Month;
  readonly state: SolveState;
  /** From 0 to 1; null while that is not known. */
  readonly share: number | null;
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

export interface DutyNotice {
  readonly id: Id<'Document'>;
  readonly symbol: string;
}

/** What the office does when a plan becomes known. */
export abstract class DutyNotices {
  /** Issues the numbered duty notice, and mails each person their visits with calendar invitations. */
  abstract issue(plan: PlanHeader, visits: readonly Visit[]): Promise<DutyNotice>;
  /** One that was issued. */
  abstract get(id: Id<'Document'>): Promise<DutyNotice>;
}
