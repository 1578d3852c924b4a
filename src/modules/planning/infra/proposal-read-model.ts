import { Injectable } from '@nestjs/common';
import type { PlanId, SpecialistRef } from '../../../kernel/id.ts';
import { Clock } from '../../../kernel/clock.ts';
import type { Month } from '../../../kernel/month.ts';
import { UnitOfWork } from '../../../kernel/unit-of-work.ts';
import { type ChangeCost, inputHash } from '../../../solver/index.ts';
import { judgeEdit } from '../domain/judge-edit.ts';
import { isPlan, type PlanHeader, PROPOSAL } from '../domain/month-plan.ts';
import { owedShares } from '../domain/owed-share.ts';
import { isSameDecisions } from '../domain/plan-decision.ts';
import { contradicts, type ProposedChange, proposedChanges } from '../domain/proposed-changes.ts';
import { begunIn } from '../domain/settled-month.ts';
import { MOST_VARIANTS, variantsAmong } from '../domain/variant.ts';
import { OpenPlans } from './repositories/open-plans.ts';
import { PlanEdits } from './repositories/plan-edits.ts';
import { Plans } from './repositories/plans.ts';

/** What the engine proposes to a draft that people have changed. */
export interface Proposal {
  readonly id: PlanId;
  /** The draft to which it is proposed, as it stood then. */
  readonly draft: Pick<PlanHeader, 'id' | 'revision'>;
  /** What the month asks of each person, in hundredths of a visit. */
  readonly shareOf: (specialistId: SpecialistRef) => number;
  readonly madeAt: Date;
  /** It rests on newer facts than the draft, so that it can only take its place. */
  readonly onlyWhole: boolean;
  /** The engine has found no plan that keeps to the facts and to what people have decided. */
  readonly isNone: boolean;
  /** People have decided something since, which would be lost with the draft in whose place alone it can be taken. */
  readonly isOutdated: boolean;
  /** Taken whole, it leaves the draft beside it as a variant. */
  readonly keepsDraft: boolean;
  readonly changes: readonly JudgedChange[];
}

/** A part of a proposal with what it costs by itself. */
export interface JudgedChange extends ProposedChange {
  readonly cost: ChangeCost;
  /** It undoes what people have decided since, or by itself breaks a rule that nobody may overrule. */
  readonly isBarred: boolean;
}

@Injectable()
export class ProposalReadModel {
  constructor(
    private readonly work: UnitOfWork,
    private readonly plans: Plans,
    private readonly edits: PlanEdits,
    private readonly open: OpenPlans,
    private readonly clock: Clock,
  ) {}

  /** When the engine made what it proposes; null where it proposes nothing. */
  async madeAt(month: Month): Promise<Date | null> {
    const proposal = await this.work.run(() => this.plans.findVariant(month, PROPOSAL));
    return proposal?.madeAt ?? null;
  }

  /** Null where there is none, or where the draft is no draft any more. */
  find(month: Month): Promise<Proposal | null> {
    return this.work.run(async () => {
      const draft = await this.plans.findHeader(month);
      if (draft?.state !== 'draft') return null;
      const proposal = await this.plans.findVariant(month, PROPOSAL);
      return proposal && this.judged(draft, proposal);
    });
  }

  private async judged(draft: PlanHeader, proposal: PlanHeader): Promise<Proposal> {
    const own = await this.open.of(draft.id);
    const keepsDraft = variantsAmong(await this.plans.listDrafts(draft.month)).length < MOST_VARIANTS;
    const of = {
      draft,
      keepsDraft,
      shareOf: owedShares(own.ground.specialists),
      id: proposal.id,
      madeAt: proposal.madeAt,
    };
    if (!isPlan(proposal)) return { ...of, onlyWhole: false, isNone: true, isOutdated: false, changes: [] };
    const duties = await this.plans.listAssignments(draft.id);
    const plan = { duties, decisions: await this.edits.listDecisions(draft.id) };
    const now = this.clock.now();
    const [is, would] = [await this.plans.listToSend(draft.id, now), await this.plans.listToSend(proposal.id, now)];
    const begun = begunIn(own.ground, now);
    const changes = proposedChanges(is, would).map((change) => {
      const { can, cost } = judgeEdit(own.hand, plan, { ...change, decisions: [] }, begun);
      return { ...change, cost, isBarred: can === 'no' || contradicts(change, plan) };
    });
    const onlyWhole = inputHash(own.ground) !== inputHash((await this.open.of(proposal.id)).ground);
    const asked = await this.edits.listDecisions(proposal.id);
    const isOutdated = onlyWhole && !isSameDecisions(plan.decisions, asked);
    return { ...of, onlyWhole, isNone: false, isOutdated, changes };
  }
}
