import { Injectable } from '@nestjs/common';
import type { Locale } from '../../kernel/actor.ts';
import { UnitOfWork } from '../../kernel/unit-of-work.ts';
import { type PolicyTrialId, PolicyTrialReadModel } from '../../modules/planning/index.ts';
import { PoliciesReadModel } from '../../modules/policies/index.ts';
import type { DeskNames } from '../desk/desk-names.ts';
import { DeskNamesReadModel } from '../desk/desk-names-read-model.ts';
import type { PolicyTrialScreen } from './build-policy-trial-page.ts';

/** Reads what a change of the policy would do, with the names that it speaks of. */
@Injectable()
export class PolicyTrialScreenReadModel {
  constructor(
    private readonly work: UnitOfWork,
    private readonly trials: PolicyTrialReadModel,
    private readonly policies: PoliciesReadModel,
    private readonly names: DeskNamesReadModel,
  ) {}

  /** @throws DomainError plan.trial_not_found */
  read(id: PolicyTrialId, locale: Locale): Promise<PolicyTrialScreen> {
    return this.work.run(async () => {
      const facts = await this.trials.read(id);
      const policy = await this.policies.read('planning', facts.trial.from);
      const names = new Map<string, DeskNames>();
      for (const { month } of facts.months) names.set(month, await this.names.read(month, locale));
      return { ...facts, policy, names };
    });
  }
}
