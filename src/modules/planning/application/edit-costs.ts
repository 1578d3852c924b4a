import { Injectable } from '@nestjs/common';
import { DomainError } from '../../../kernel/domain-error.ts';
import type { MeetingId } from '../../../kernel/id.ts';
import type { Month } from '../../../kernel/month.ts';
import { UnitOfWork } from '../../../kernel/unit-of-work.ts';
import type { HandCandidate } from '../../../solver/index.ts';
import type {} from '../errors.ts';
import { type DeskAction, effectOf, type PlanByHand } from '../domain/desk-action.ts';
import { type EditJudgement, judgeEdit } from '../domain/judge-edit.ts';
import type { PlanHeader } from '../domain/month-plan.ts';
import { owedShares } from '../domain/owed-share.ts';
import { OpenPlans } from '../infra/repositories/open-plans.ts';
import { PlanEdits } from '../infra/repositories/plan-edits.ts';
import { Plans } from '../infra/repositories/plans.ts';

/** What the month asks of each person, in hundredths of a visit; never below 0. */
export interface Shares {
  readonly shareOf: (specialistId: string) => number;
}

/** What changes of a draft would cost, before anybody makes them. */
@Injectable()
export class EditCosts {
  constructor(
    private readonly work: UnitOfWork,
    private readonly plans: Plans,
    private readonly edits: PlanEdits,
    private readonly open: OpenPlans,
  ) {}

  /** @throws DomainError plan.not_found, plan.already_so, plan.not_so */
  of(month: Month, action: DeskAction): Promise<EditJudgement & Shares> {
    return this.work.run(async () => {
      const { header, plan } = await this.find(month);
      const { hand, ground } = await this.open.of(header.id);
      return { ...judgeEdit(hand, plan, effectOf(action, plan)), shareOf: owedShares(ground.specialists) };
    });
  }

  /** Everybody, with what their going to a meeting would cost and break. @throws DomainError plan.not_found */
  candidatesAt(
    month: Month,
    meetingId: MeetingId,
  ): Promise<Shares & { readonly candidates: readonly HandCandidate[] }> {
    return this.work.run(async () => {
      const { header, plan } = await this.find(month);
      const { hand, ground } = await this.open.of(header.id);
      return { candidates: hand.candidatesAt(meetingId, plan.duties), shareOf: owedShares(ground.specialists) };
    });
  }

  private async find(month: Month): Promise<{ header: PlanHeader; plan: PlanByHand }> {
    const header = await this.plans.findHeader(month);
    if (!header) throw new DomainError('plan.not_found', { month });
    const duties = await this.plans.listAssignments(header.id);
    return { header, plan: { duties, decisions: await this.edits.listDecisions(header.id) } };
  }
}
