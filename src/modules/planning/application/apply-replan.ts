import { Injectable } from '@nestjs/common';
import { DomainError } from '../../../kernel/domain-error.ts';
import { staleEdit } from '../../../kernel/edit.ts';
import type { Ref } from '../../../kernel/id.ts';
import type { Month } from '../../../kernel/month.ts';
import { UnitOfWork } from '../../../kernel/unit-of-work.ts';
import { LastEdit } from '../../audit/index.ts';
import type {} from '../errors.ts';
import type { AmendmentChange } from '../domain/amendment.ts';
import { Plans } from '../infra/repositories/plans.ts';
import { Replans } from '../infra/repositories/replans.ts';
import { AmendPlan, type AmendmentResult, type HowAmended } from './amend-plan.ts';
import type { SeenPlan } from './hand-drafts.ts';

/** The published plan and the engine's answer that somebody looked at. */
export interface SeenReplan extends SeenPlan {
  readonly solveId: Ref<'Solve'>;
}

/** Makes parts of what the engine has answered for the rest of a published month, by one amendment. */
@Injectable()
export class ApplyReplan {
  constructor(
    private readonly work: UnitOfWork,
    private readonly plans: Plans,
    private readonly replans: Replans,
    private readonly amendPlan: AmendPlan,
    private readonly last: LastEdit,
  ) {}

  /**
   * The same again by the same person has the same result as once. @throws DomainError edit.stale also where the engine
   * was asked again since, plan.accepted_since where somebody has accepted in between what it takes them off, and as
   * `AmendPlan.execute`
   */
  execute(
    month: Month,
    seen: SeenReplan,
    changes: readonly AmendmentChange[],
    reason: string,
    how: HowAmended,
  ): Promise<AmendmentResult> {
    return this.work.run(async () => {
      await this.plans.lock(month);
      const header = await this.plans.findPublished(month);
      if (!header) throw new DomainError('plan.not_published', { month });
      const asked = await this.replans.find(month);
      await this.last.named({ kind: 'plan', id: header.id }, () => {
        if (asked?.solveId !== seen.solveId) throw staleEdit();
      });
      return this.amendPlan.execute(month, seen, changes, reason, { ...how, acceptedToo: [] });
    });
  }
}
