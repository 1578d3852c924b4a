import type { DocumentId, Id, MeetingRef, SpecialistId, SpecialistRef } from '../../../kernel/id.ts';
import type { Month } from '../../../kernel/month.ts';
import type {
  KnownPlan,
  MonthEvent,
  OpenableMonth,
  Plan,
  PlanProblem,
  Progress,
  Repairs,
  RepairsOptions,
  WhyNot,
} from '../../../solver/index.ts';
import type { MailDraft } from '../../notifications/index.ts';
import type { Visit } from '../../visits/index.ts';
import type { Amendment } from '../domain/amendment.ts';
import type { MonthFacts } from '../domain/month-facts.ts';
import type { PlanHeader } from '../domain/month-plan.ts';
import type { PastVisit } from '../domain/past-month.ts';
import type { SolveFailure } from '../domain/solve-failure.ts';
import type { PlanningPolicy } from '../domain/planning-policy.ts';

export interface PastFacts {
  readonly facts: MonthFacts;
  readonly visits: readonly PastVisit[];
}

export type SolveId = Id<'Solve'>;
export type SolveState = 'waiting' | 'running' | 'done' | 'failed' | 'cancelled';

export interface SolveProgress extends Progress {
  /** Whether stopping now would leave a plan. */
  readonly hasPlan: boolean;
}

export interface Solve {
  readonly id: SolveId;
  readonly month: Month;
  readonly state: SolveState;
  /** From 0 to 1; null while unknown. */
  readonly share: number | null;
  readonly progress: SolveProgress | null;
  /** Somebody has asked it to stop. */
  readonly isStopping: boolean;
  /** Why it failed, as far as known. */
  readonly failure: SolveFailure | null;
  readonly startedAt: Date;
  /** Its process has died, and no other process has taken it over yet. */
  readonly isAbandoned: boolean;
}

export interface Stops {
  /** Somebody wants the best plan so far; the engine takes the time to hand it over. */
  readonly asked: AbortSignal;
  /** The process ends: nothing is waited for. */
  readonly atOnce: AbortSignal;
}

export abstract class Engine {
  abstract solve(
    problem: PlanProblem,
    policy: PlanningPolicy,
    onProgress: (progress: Progress) => void,
    stops: Stops,
  ): Promise<{ readonly plan: Plan; readonly isVerified: boolean }>;

  /** Whether months that were asked about are still open. */
  abstract readonly keepsMonthsOpen: boolean;

  /** Why this person is not at this meeting; fast where the month was asked about before. */
  abstract whyNot(
    month: OpenableMonth,
    wish: { readonly specialistId: SpecialistRef; readonly meetingId: MeetingRef },
  ): Promise<WhyNot>;

  /** The best repairs of one break in a published month; in the time that the options give. */
  abstract repairs(
    problem: PlanProblem,
    known: KnownPlan,
    events: readonly MonthEvent[],
    options: RepairsOptions,
  ): Promise<Repairs>;
}

export interface DutyNotice {
  readonly id: DocumentId;
  readonly symbol: string;
}

/** What would go out if the draft of a month were published now. */
export abstract class DutyMails {
  /**
   * One person's mail; joins the ambient transaction.
   *
   * @throws DomainError plan.not_found also where they go nowhere; plan.already_published
   */
  abstract mail(
    month: Month,
    specialistId: SpecialistId,
  ): Promise<Extract<MailDraft, { template: 'visits-published' }>>;
}

/** What the office does when a plan becomes known. */
export abstract class DutyNotices {
  /**
   * Issues the numbered duty notice, and mails each person their visits with calendar invitations. `given`: the number
   * that the office's own register gave; null for the next one. `leftOut`: how many duties are none any more, because
   * their meetings had begun. @throws DomainError register.number_taken
   */
  abstract issue(
    plan: PlanHeader,
    visits: readonly Visit[],
    asked: { readonly given: number | null; readonly leftOut: number },
  ): Promise<DutyNotice>;
  /** A notice that was issued. */
  abstract get(id: DocumentId): Promise<DutyNotice>;
}

/** What the office issues when a published plan is amended. */
export abstract class AmendmentNotices {
  /**
   * The numbered notice of an amendment, once its visits are stored; takes part in the amending transaction. `given`: as
   * of a duty notice. @throws DomainError register.number_taken
   */
  abstract issue(plan: PlanHeader, amendment: Omit<Amendment, 'noticeId'>, given: number | null): Promise<DutyNotice>;
  /** A notice that was issued. */
  abstract get(id: DocumentId): Promise<DutyNotice>;
}
