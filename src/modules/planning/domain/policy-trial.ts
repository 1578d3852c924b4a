import type { AccountId, Id } from '../../../kernel/id.ts';
import type { Month } from '../../../kernel/month.ts';
import type { Plan } from '../../../solver/index.ts';
import type { Duty } from './plan-decision.ts';
import type { PolicyValues } from '../../policies/index.ts';

export type PolicyTrialId = Id<'PolicyTrial'>;

/** A change of the planning policy that is looked at before it is kept. */
export interface PolicyTrial {
  readonly id: PolicyTrialId;
  /** The month from which on it would count. */
  readonly from: Month;
  /** What was typed otherwise than the policy, by field. */
  readonly values: PolicyValues;
  /** The revision of the policy that its editor saw. */
  readonly seen: number;
  readonly askedAt: Date;
  readonly askedBy: AccountId | null;
}

/** What the engine answered under the tried policy. */
export interface TrialResult {
  readonly status: Plan['status'];
  readonly isVerified: boolean;
  readonly refilled: number;
  /** Hash of the problem that it was asked. */
  readonly inputHash: string;
  readonly duties: readonly Duty[];
}
