import { Injectable } from '@nestjs/common';
import { Clock } from '../../../kernel/clock.ts';
import { DomainError } from '../../../kernel/domain-error.ts';
import { newId } from '../../../kernel/id.ts';
import { UnitOfWork } from '../../../kernel/unit-of-work.ts';
import { ChangePolicy } from '../../policies/index.ts';
import type {} from '../errors.ts';
import type { PolicyTrial, PolicyTrialId } from '../domain/policy-trial.ts';
import { PlanningPolicies } from '../infra/repositories/planning-policies.ts';
import { PolicyTrials } from '../infra/repositories/policy-trials.ts';
import { TriedPolicies } from '../infra/repositories/tried-policies.ts';

/** Notes a change of the planning policy, so that its effect can be looked at; the policy stays as it is. */
@Injectable()
export class TryPolicy {
  constructor(
    private readonly work: UnitOfWork,
    private readonly policies: PlanningPolicies,
    private readonly tried: TriedPolicies,
    private readonly change: ChangePolicy,
    private readonly trials: PolicyTrials,
    private readonly clock: Clock,
  ) {}

  /**
   * @returns null where nothing would change
   * @throws DomainError policy.starts_too_early, plan.observers_contradict
   */
  execute(asked: Pick<PolicyTrial, 'from' | 'values' | 'seen'>): Promise<PolicyTrialId | null> {
    return this.work.run(async () => {
      const { from } = asked;
      if ((await this.tried.changes(asked)).length === 0) return null;
      const first = await this.change.firstOpen(this.policies);
      if (from < first) throw new DomainError('policy.starts_too_early', { from, first });
      await this.tried.mustAgree(asked);
      const id = newId<'PolicyTrial'>();
      await this.trials.insert({ ...asked, id, askedAt: this.clock.now(), askedBy: this.work.actor.accountId });
      return id;
    });
  }
}
