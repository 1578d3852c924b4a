import { DomainError } from '../../../kernel/domain-error.ts';
import type { Month } from '../../../kernel/month.ts';
import type {} from '../errors.ts';

export const PLAN_STATES = ['draft', 'submitted', 'approved', 'published', 'superseded'] as const;
export type PlanState = (typeof PLAN_STATES)[number];

export const PLAN_STEPS = ['submit', 'withdraw', 'send_back', 'approve', 'publish', 'supersede'] as const;
export type PlanStep = (typeof PLAN_STEPS)[number];

export interface ApprovalRule {
  /** Whether a plan must be approved before it is published. */
  readonly needsApproval: boolean;
  /** Whether whoever submitted a plan may also approve it. */
  readonly submitterMayApprove: boolean;
}

/** All transitions; any other is refused. */
const STEPS: Readonly<Record<PlanState, Readonly<Partial<Record<PlanStep, PlanState>>>>> = {
  draft: { submit: 'submitted', publish: 'published' },
  submitted: { withdraw: 'draft', send_back: 'draft', approve: 'approved' },
  approved: { withdraw: 'draft', send_back: 'draft', publish: 'published' },
  published: { supersede: 'superseded' },
  superseded: {},
};

/** @throws DomainError plan.already_published, plan.needs_approval, plan.wrong_step */
export function stateAfter(
  step: PlanStep,
  { month, state }: { readonly month: Month; readonly state: PlanState },
  { needsApproval }: Pick<ApprovalRule, 'needsApproval'>,
): PlanState {
  const after = STEPS[state][step];
  if (state === 'published' && after === undefined) throw new DomainError('plan.already_published', { month });
  if (step === 'publish' && needsApproval && state !== 'approved' && state !== 'superseded') {
    throw new DomainError('plan.needs_approval', { month });
  }
  if (after === undefined) throw new DomainError('plan.wrong_step', { month, state });
  return after;
}
