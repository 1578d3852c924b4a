import type { AccountId, DocumentId, MeetingId, PlanId, SpecialistId } from '../../../kernel/id.ts';
import { DomainError } from '../../../kernel/domain-error.ts';
import { staleEdit } from '../../../kernel/edit.ts';
import type { Month } from '../../../kernel/month.ts';
import type { Plan, PlanProblem } from '../../../solver/index.ts';
import type {} from '../errors.ts';
import type { DraftDifference } from './draft-difference.ts';
import { type ApprovalRule, type PlanState, stateAfter } from './plan-state.ts';

/** What a variant is called where nobody has named it. */
export const MAIN_VARIANT = 'main';

/** A plan of a month without what the engine was asked and what it answered: all that most readers want to know. */
export interface PlanHeader {
  readonly id: PlanId;
  readonly month: Month;
  /** Tells the variants of a month apart. */
  readonly name: string;
  /** Of the variants of a month, the one that people see. */
  readonly isChosen: boolean;
  readonly state: PlanState;
  readonly status: Plan['status'];
  /** Whether the independent checker came to the same. */
  readonly isVerified: boolean;
  /** Of the problem that it answers. */
  readonly inputHash: string;
  /** Specialists with whom it was made, whether or not they go anywhere. */
  readonly people: number;
  /** Meetings that its round took in beyond its places, because others collide. */
  readonly refilled: number;
  /** What it changes against the draft whose place it took; null where there was none. */
  readonly difference: DraftDifference | null;
  /** Rises with every change, so that a stale page cannot overwrite. */
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

/** What the engine was asked, and what it answered. */
export interface PlanSolution {
  readonly problem: PlanProblem;
  readonly plan: Plan;
}

export interface MonthPlan extends PlanHeader, PlanSolution {}

/** Somebody's duty in a plan; a visit once the plan is published. */
export interface PlanAssignment {
  readonly meetingId: MeetingId;
  readonly specialistId: SpecialistId;
  /** Built ahead for plans that say who leads a team; no plan does yet. */
  readonly leads: boolean;
  readonly isPinned: boolean;
}

interface Draft {
  readonly id: PlanId;
  readonly month: Month;
  readonly name?: string;
  /** False where another variant was chosen. */
  readonly isChosen?: boolean;
  readonly isVerified: boolean;
  readonly refilled?: number;
  readonly difference?: DraftDifference | null;
  readonly madeAt: Date;
  readonly madeBy: AccountId | null;
}

/** A new draft: an answer of the engine, with the question that it answers. */
export function draftOf(
  { name = MAIN_VARIANT, isChosen = name === MAIN_VARIANT, refilled = 0, difference = null, ...made }: Draft,
  { problem, plan }: PlanSolution,
): MonthPlan {
  return {
    ...made,
    name,
    isChosen,
    state: 'draft',
    status: plan.status,
    inputHash: plan.inputHash,
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

/** Submission and approval are built ahead for committees whose policy asks for them. */
export function submit(plan: PlanHeader, { at, by }: Act, rule: ApprovalRule): PlanHeader {
  return { ...plan, state: stateAfter('submit', plan, rule), submittedAt: at, submittedBy: by };
}

export function approve(plan: PlanHeader, { at, by }: Act, rule: ApprovalRule): PlanHeader {
  return { ...plan, state: stateAfter('approve', plan, rule), approvedAt: at, approvedBy: by };
}

/** To whoever made it: what it was submitted or approved as no longer counts. */
export function sendBack(plan: PlanHeader, rule: ApprovalRule): PlanHeader {
  const state = stateAfter('send_back', plan, rule);
  return { ...plan, state, submittedAt: null, submittedBy: null, approvedAt: null, approvedBy: null };
}

/** Whether the engine may put a new draft in its place. @throws DomainError plan.already_published, plan.wrong_step */
export function mustBeReplaceable(month: Month, plan: PlanHeader | null): void {
  if (!plan || plan.state === 'draft') return;
  if (plan.state === 'published') throw new DomainError('plan.already_published', { month });
  throw new DomainError('plan.wrong_step', { month, state: plan.state });
}

/**
 * Rules of publication; `currentHash` is that of the problem as it would be built now.
 * @throws DomainError plan.already_published, plan.needs_approval, edit.stale, plan.not_publishable, plan.outdated
 */
export function publish<P extends PlanHeader>(
  plan: P,
  asked: Act & { readonly planId: string; readonly currentHash: string },
  rule: ApprovalRule,
): P {
  const { month } = plan;
  const state = stateAfter('publish', plan, rule);
  if (plan.id !== asked.planId) throw staleEdit();
  if (plan.status !== 'optimal' && plan.status !== 'feasible') throw new DomainError('plan.not_publishable', { month });
  if (plan.inputHash !== asked.currentHash) throw new DomainError('plan.outdated', { month });
  return { ...plan, state, publishedAt: asked.at, publishedBy: asked.by };
}

/** Another plan of the month takes its place; what came of it stays the month's. */
export function supersede(plan: PlanHeader, rule: ApprovalRule): PlanHeader {
  return { ...plan, state: stateAfter('supersede', plan, rule) };
}
