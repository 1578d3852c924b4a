import type { AccountId, DocumentId, MeetingId, PlanId, PlanRef, SpecialistId } from '../../../kernel/id.ts';
import { DomainError } from '../../../kernel/domain-error.ts';
import { staleEdit } from '../../../kernel/edit.ts';
import type { Month } from '../../../kernel/month.ts';
import type { Plan, PlanProblem } from '../../../solver/index.ts';
import type {} from '../errors.ts';
import type { PolicyValues } from '../../policies/index.ts';
import type { DraftDifference } from './draft-difference.ts';
import { type ApprovalRule, type PlanState, type PlanStep, stateAfter } from './plan-state.ts';

/** The name of a variant that nobody has named. */
export const MAIN_VARIANT = 'main';

/** The variant that the engine has made beside a draft that people have changed. */
export const PROPOSAL = 'proposal';

/** A plan of a month without problem and solution: all that most readers need. */
export interface PlanHeader {
  readonly id: PlanId;
  readonly month: Month;
  /** Distinguishes the variants of a month. */
  readonly name: string;
  /** The variant of a month that people see. */
  readonly isChosen: boolean;
  /** What it decides otherwise than the committee's policy, by the keys of its fields; for this variant alone. */
  readonly ownPolicy: PolicyValues;
  readonly state: PlanState;
  readonly status: Plan['status'];
  /** Whether the independent verifier confirmed the plan. */
  readonly isVerified: boolean;
  /** Hash of the problem that the plan solves. */
  readonly inputHash: string;
  /** Number of edits by hand that stand. */
  readonly handMade: number;
  /** Number of specialists considered, whether or not they were sent anywhere. */
  readonly people: number;
  /** Number of meetings that were added to the round, because others collide. */
  readonly refilled: number;
  /** What it changes compared with the draft that it replaced; null for a first draft. */
  readonly difference: DraftDifference | null;
  /** Rises with every change, so that an outdated page cannot overwrite it. */
  readonly revision: number;
  readonly madeAt: Date;
  readonly madeBy: AccountId | null;
  readonly submittedAt: Date | null;
  readonly submittedBy: AccountId | null;
  readonly approvedAt: Date | null;
  readonly approvedBy: AccountId | null;
  readonly publishedAt: Date | null;
  readonly publishedBy: AccountId | null;
  readonly noticeId: DocumentId | null;
}

/** The problem given to the engine, and its answer. */
export interface PlanSolution {
  readonly problem: PlanProblem;
  readonly plan: Plan;
}

/** What a plan began as, before anybody changed it by hand. */
export interface PlanBeginning {
  /** Without what people have decided. */
  readonly ground: PlanProblem;
  readonly solved: Plan;
}

export interface MonthPlan extends PlanHeader, PlanSolution {}

/** One person's assignment in a plan; it becomes a visit when the plan is published. */
export interface PlanAssignment {
  readonly meetingId: MeetingId;
  readonly specialistId: SpecialistId;
  /** Prepared for plans that name the leader of a team; always false today. */
  readonly leads: boolean;
  readonly isPinned: boolean;
}

interface Draft {
  readonly id: PlanId;
  readonly month: Month;
  readonly name?: string;
  /** False where another variant was chosen. */
  readonly isChosen?: boolean;
  readonly ownPolicy?: PolicyValues;
  readonly isVerified: boolean;
  readonly refilled?: number;
  readonly difference?: DraftDifference | null;
  readonly madeAt: Date;
  readonly madeBy: AccountId | null;
}

/** A new draft: an answer of the engine with its problem. */
export function draftOf(
  {
    name = MAIN_VARIANT,
    isChosen = name === MAIN_VARIANT,
    ownPolicy = {},
    refilled = 0,
    difference = null,
    ...made
  }: Draft,
  { problem, plan }: PlanSolution,
): MonthPlan {
  return {
    ...made,
    name,
    isChosen,
    ownPolicy,
    state: 'draft',
    status: plan.status,
    inputHash: plan.inputHash,
    handMade: 0,
    people: problem.specialists.length,
    refilled,
    difference,
    revision: 1,
    submittedAt: null,
    submittedBy: null,
    approvedAt: null,
    approvedBy: null,
    publishedAt: null,
    publishedBy: null,
    noticeId: null,
    problem,
    plan,
  };
}

interface Act {
  readonly at: Date;
  readonly by: AccountId | null;
}

/** Whether the engine has found a plan; else it has only found that there is none, or run out of time. */
export function isPlan({ status }: Pick<PlanHeader, 'status'>): boolean {
  return status === 'optimal' || status === 'feasible';
}

/** The plan that somebody looked at, and whether it still answers today's facts. */
interface Reviewed extends Act {
  readonly planId: PlanRef;
  readonly revision: number;
}

interface Fit {
  /** Whether the facts have changed since the plan was made. */
  readonly isOutdated: boolean;
}

/**
 * Gives a draft to those who approve. @throws DomainError plan.already_published, edit.stale, plan.wrong_step,
 * plan.needs_no_approval, plan.not_publishable, plan.outdated
 */
export function submit(plan: PlanHeader, asked: Reviewed & Fit, rule: ApprovalRule): PlanHeader {
  const { month } = plan;
  const state = reviewedState('submit', plan, asked, rule);
  if (!rule.needsApproval) throw new DomainError('plan.needs_no_approval', { month });
  if (!isPlan(plan)) throw new DomainError('plan.not_publishable', { month });
  if (asked.isOutdated) throw new DomainError('plan.outdated', { month });
  return { ...plan, state, submittedAt: asked.at, submittedBy: asked.by };
}

/**
 * `isOwn`: whether the same person submitted it. @throws DomainError plan.already_published, edit.stale,
 * plan.wrong_step, plan.own_submission, plan.outdated_in_review
 */
export function approve(
  plan: PlanHeader,
  asked: Reviewed & Fit & { readonly isOwn: boolean },
  rule: ApprovalRule,
): PlanHeader {
  const { month } = plan;
  const state = reviewedState('approve', plan, asked, rule);
  if (asked.isOwn && !rule.submitterMayApprove) throw new DomainError('plan.own_submission', { month });
  if (asked.isOutdated) throw new DomainError('plan.outdated_in_review', { month });
  return { ...plan, state, approvedAt: asked.at, approvedBy: asked.by };
}

/**
 * Makes a plan a draft again; earlier submission and approval no longer count. Those who approve send it back, those who
 * submitted it withdraw it. @throws DomainError plan.already_published, edit.stale, plan.wrong_step
 */
export function takeToDraft(
  step: 'send_back' | 'withdraw',
  plan: PlanHeader,
  asked: Reviewed,
  rule: ApprovalRule,
): PlanHeader {
  const state = reviewedState(step, plan, asked, rule);
  return { ...plan, state, submittedAt: null, submittedBy: null, approvedAt: null, approvedBy: null };
}

/** A published plan is said to be that; otherwise whoever has looked at another state is told so first. */
function reviewedState(step: PlanStep, plan: PlanHeader, asked: Reviewed, rule: ApprovalRule): PlanState {
  if (plan.state === 'published') throw new DomainError('plan.already_published', { month: plan.month });
  if (plan.id !== asked.planId || plan.revision !== asked.revision) throw staleEdit();
  return stateAfter(step, plan, rule);
}

/** @throws DomainError plan.already_published, plan.under_review where the plan is no draft that people may change */
export function mustBeEditable(plan: PlanHeader): void {
  mustBeReplaceable(plan.month, plan);
}

/**
 * Throws unless a new draft may replace the plan. @throws DomainError plan.already_published, plan.under_review,
 * plan.wrong_step
 */
export function mustBeReplaceable(month: Month, plan: PlanHeader | null): void {
  if (!plan || plan.state === 'draft') return;
  const { state } = plan;
  if (state === 'published') throw new DomainError('plan.already_published', { month });
  if (state === 'submitted' || state === 'approved') throw new DomainError('plan.under_review', { month, state });
  throw new DomainError('plan.wrong_step', { month, state });
}

/** How much of a plan people are told, in assignments. */
export interface PlanSplit {
  readonly sent: number;
  /** Of meetings that have begun. */
  readonly leftOut: number;
}

/**
 * Publishes a plan around what has begun; `isOutdated`: it would be another question now, or lacks assignments that went
 * with meetings or people since; `seen` is the revision that was looked at, `seenLeftOut` how many assignments were left
 * out then. @throws DomainError plan.already_published, plan.needs_approval, edit.stale,
 * plan.not_publishable, plan.outdated, plan.outdated_in_review, plan.begun_meanwhile, plan.all_begun
 */
export function publish<P extends PlanHeader>(
  plan: P,
  asked: Act & {
    readonly planId: PlanRef;
    readonly seen: number;
    readonly seenLeftOut: number;
    readonly isOutdated: boolean;
  },
  { sent, leftOut }: PlanSplit,
  rule: ApprovalRule,
): P {
  const { month } = plan;
  const state = stateAfter('publish', plan, rule);
  if (plan.id !== asked.planId || asked.seen !== plan.revision) throw staleEdit();
  if (!isPlan(plan)) throw new DomainError('plan.not_publishable', { month });
  if (asked.isOutdated) {
    throw new DomainError(plan.state === 'approved' ? 'plan.outdated_in_review' : 'plan.outdated', { month });
  }
  if (leftOut !== asked.seenLeftOut) throw new DomainError('plan.begun_meanwhile', { month, leftOut });
  if (leftOut > 0 && sent === 0) throw new DomainError('plan.all_begun', { month });
  return { ...plan, state, publishedAt: asked.at, publishedBy: asked.by };
}

/** Marks a plan that another plan of the month replaces; the visits that came of it stay. */
export function supersede(plan: PlanHeader, rule: ApprovalRule): PlanHeader {
  return { ...plan, state: stateAfter('supersede', plan, rule) };
}
