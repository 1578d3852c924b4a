import { Injectable } from '@nestjs/common';
import { DomainError } from '../../../kernel/domain-error.ts';
import type { PlanId } from '../../../kernel/id.ts';
import type { Month } from '../../../kernel/month.ts';
import { UnitOfWork } from '../../../kernel/unit-of-work.ts';
import type {} from '../errors.ts';
import type { PlanDecision } from '../domain/plan-decision.ts';
import type { PlanEdit } from '../domain/plan-edit.ts';
import { PlanEdits } from './repositories/plan-edits.ts';
import { Plans } from './repositories/plans.ts';

/** What people have changed in the plan of a month, and decided. */
export interface ChangesByHand {
  readonly planId: PlanId;
  readonly revision: number;
  /** Edits that stand. */
  readonly handMade: number;
  readonly edits: readonly PlanEdit[];
  readonly decisions: readonly PlanDecision[];
}

@Injectable()
export class PlanByHandReadModel {
  constructor(
    private readonly work: UnitOfWork,
    private readonly plans: Plans,
    private readonly edits: PlanEdits,
  ) {}

  /** @throws DomainError plan.not_found */
  read(month: Month): Promise<ChangesByHand> {
    return this.work.run(async () => {
      const header = await this.plans.findHeader(month);
      if (!header) throw new DomainError('plan.not_found', { month });
      const { id, revision, handMade } = header;
      const edits = await this.edits.list(id);
      return { planId: id, revision, handMade, edits, decisions: await this.edits.listDecisions(id) };
    });
  }
}
