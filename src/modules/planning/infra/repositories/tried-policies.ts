import { Injectable } from '@nestjs/common';
import { firstDay, type Month } from '../../../../kernel/month.ts';
import {
  changedPolicies,
  changedValues,
  contentOn,
  type DatedPolicy,
  type PolicyValues,
  withContent,
} from '../../../policies/index.ts';
import type { TriedChange } from '../../domain/backtest.ts';
import type { PlanHeader } from '../../domain/month-plan.ts';
import { withOwnPolicy } from '../../domain/own-policy.ts';
import { PLANNING_FIELDS } from '../../domain/planning-fields.ts';
import { type PlanningPolicy, STANDARD_POLICY } from '../../domain/planning-policy.ts';
import type { Change } from '../../domain/policy-effect.ts';
import { PlanningPolicies } from './planning-policies.ts';

/** What would differ, and from which month on. */
export interface TriedValues {
  readonly from: Month;
  readonly values: PolicyValues;
}

/** The planning policy as it would be after a change that is not kept; in the ambient transaction. */
@Injectable()
export class TriedPolicies {
  constructor(private readonly policies: PlanningPolicies) {}

  /** What the change would be today. */
  async changes(tried: TriedValues): Promise<readonly TriedChange[]> {
    return changedValues(STANDARD_POLICY, await this.policies.list(), { fields: PLANNING_FIELDS, ...tried });
  }

  /** By which a plan is judged and would be judged: the committee's policy, with what the variant decides otherwise. */
  async of(
    tried: TriedValues,
    { month, ownPolicy }: Pick<PlanHeader, 'month' | 'ownPolicy'>,
  ): Promise<Change<PlanningPolicy>> {
    const now = await this.policies.list();
    const on = (policies: readonly DatedPolicy[]) =>
      withOwnPolicy(withContent(STANDARD_POLICY, contentOn(policies, firstDay(month))), ownPolicy);
    return { before: on(now), after: on(after(now, tried)) };
  }

  /** @throws DomainError plan.observers_contradict where the policy would contradict itself in some month */
  async mustAgree(tried: TriedValues): Promise<void> {
    for (const { content } of after(await this.policies.list(), tried)) {
      this.policies.mustAgree(withContent(STANDARD_POLICY, content));
    }
  }
}

/** All decisions, as they would be stored. */
function after(now: readonly DatedPolicy[], tried: TriedValues): readonly DatedPolicy[] {
  const about = { fields: PLANNING_FIELDS, ...tried };
  const changes = changedValues(STANDARD_POLICY, now, about);
  if (changes.length === 0) return now;
  const stored = changedPolicies(STANDARD_POLICY, now, { ...about, changes });
  const days = new Set(stored.map(({ startsOn }) => startsOn));
  return [...now.filter(({ startsOn }) => !days.has(startsOn)), ...stored];
}
