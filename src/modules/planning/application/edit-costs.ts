import { Injectable } from '@nestjs/common';
import { Clock } from '../../../kernel/clock.ts';
import { DomainError } from '../../../kernel/domain-error.ts';
import type { MeetingId, PlanRef, SpecialistId, SpecialistRef } from '../../../kernel/id.ts';
import type { Month } from '../../../kernel/month.ts';
import { UnitOfWork } from '../../../kernel/unit-of-work.ts';
import type { HandCandidate } from '../../../solver/index.ts';
import type {} from '../errors.ts';
import { type DeskAction, effectOf, type PlanByHand } from '../domain/desk-action.ts';
import { holdingFaults } from '../domain/holding-faults.ts';
import { begunFault, type EditJudgement, judgeEdit } from '../domain/judge-edit.ts';
import type { PlanHeader } from '../domain/month-plan.ts';
import { owedShares } from '../domain/owed-share.ts';
import type { Duty } from '../domain/plan-decision.ts';
import { begunIn } from '../domain/settled-month.ts';
import { OpenPlans } from '../infra/repositories/open-plans.ts';
import { PlanEdits } from '../infra/repositories/plan-edits.ts';
import { Plans } from '../infra/repositories/plans.ts';

/** What the month asks of each person, in hundredths of a visit; never below 0. */
export interface Shares {
  readonly shareOf: (specialistId: SpecialistRef) => number;
}

/** What changes of a draft would cost, before anybody makes them. */
@Injectable()
export class EditCosts {
  constructor(
    private readonly work: UnitOfWork,
    private readonly plans: Plans,
    private readonly edits: PlanEdits,
    private readonly open: OpenPlans,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError plan.not_found, plan.already_so, plan.not_so */
  of(month: Month, action: DeskAction, variantId: PlanRef | null = null): Promise<EditJudgement & Shares> {
    return this.work.run(async () => {
      const { header, plan } = await this.find(month, variantId);
      const { hand, ground } = await this.open.of(header.id);
      const effect = effectOf(action, plan);
      const judged = {
        ...judgeEdit(hand, plan, effect, begunIn(ground, this.clock.now())),
        shareOf: owedShares(ground.specialists),
      };
      const faults = action.kind === 'release' ? holdingFaults(ground, plan, effect) : [];
      return faults.length > 0 ? { ...judged, can: 'no', faults } : judged;
    });
  }

  /**
   * Everybody who does not go to a meeting, with what their going there would cost and break: as well, or in place of
   * somebody. @throws DomainError plan.not_found
   */
  candidatesAt(
    month: Month,
    meetingId: MeetingId,
    {
      insteadOf = null,
      variantId = null,
    }: { readonly insteadOf?: string | null; readonly variantId?: PlanRef | null } = {},
  ): Promise<Shares & { readonly candidates: readonly HandCandidate[] }> {
    return this.work.run(async () => {
      const { header, plan } = await this.find(month, variantId);
      const { hand, ground } = await this.open.of(header.id);
      const shareOf = owedShares(ground.specialists);
      const isReplaced = ({ specialistId: who, meetingId: where }: Duty) => who === insteadOf && where === meetingId;
      const hasBegun = begunIn(ground, this.clock.now()).has(meetingId);
      const late = ({ specialistId }: HandCandidate) => ({
        can: 'no' as const,
        faults: [begunFault({ specialistId: specialistId as SpecialistId, meetingId })],
      });
      const candidatesBeside = (duties: readonly Duty[]): HandCandidate[] =>
        hand.candidatesAt(meetingId, duties).map((one) => (hasBegun ? { ...one, ...late(one) } : one));
      const others = plan.duties.filter((duty) => !isReplaced(duty));
      if (others.length === plan.duties.length) return { candidates: candidatesBeside(plan.duties), shareOf };
      const found = candidatesBeside(others);
      const replaced = found.find(({ specialistId }) => specialistId === insteadOf);
      const candidates = found.filter((one) => one !== replaced).map((one) => against(one, replaced));
      return { candidates, shareOf };
    });
  }

  /** The chosen plan, or a variant. */
  private async find(month: Month, id: PlanRef | null): Promise<{ header: PlanHeader; plan: PlanByHand }> {
    const { chosen, variant } = await this.plans.toEdit(month, id);
    const header = variant ?? chosen;
    if (!header) throw new DomainError('plan.not_found', { month });
    const duties = await this.plans.listAssignments(header.id);
    return { header, plan: { duties, decisions: await this.edits.listDecisions(header.id) } };
  }
}

/** The cost of one candidate less that of whoever goes now. */
function against(one: HandCandidate, other: HandCandidate | undefined): HandCandidate {
  const costOf = (at: number) => other?.tiers[at]?.difference ?? 0;
  return {
    ...one,
    tiers: one.tiers.map(({ tier, difference }, at) => ({ tier, difference: difference - costOf(at) })),
  };
}
