import { Injectable } from '@nestjs/common';
import type { Locale } from '../../../kernel/actor.ts';
import type { AccountId } from '../../../kernel/id.ts';
import { rolesAllowed } from '../../../kernel/permissions.ts';
import { UnitOfWork } from '../../../kernel/unit-of-work.ts';
import { Accounts } from '../../identity/index.ts';
import { type Acting, isOwnSubmission } from '../domain/plan-review.ts';
import type { ApprovalRule } from '../domain/plan-state.ts';

export interface Approver {
  readonly id: AccountId;
  readonly name: string;
  readonly email: string;
  readonly locale: Locale;
}

/** Who may approve what somebody submits: those with the permission today and their deputies, by name. */
@Injectable()
export class PlanApproversReadModel {
  constructor(
    private readonly work: UnitOfWork,
    private readonly accounts: Accounts,
  ) {}

  list(submission: Acting, { submitterMayApprove }: Pick<ApprovalRule, 'submitterMayApprove'>): Promise<Approver[]> {
    return this.work.run(async () => {
      const found = new Map<AccountId, Approver>();
      for (const role of rolesAllowed('plan.approve')) {
        for (const { id, name, email, locale } of await this.accounts.list(role)) {
          const isOwn = isOwnSubmission(submission, { by: id, onBehalfOf: null });
          if (submitterMayApprove || !isOwn) found.set(id, { id, name, email, locale });
        }
      }
      return [...found.values()];
    });
  }
}
