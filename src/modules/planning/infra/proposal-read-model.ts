import { Injectable } from '@nestjs/common';
import type { Month } from '../../../kernel/month.ts';
import { UnitOfWork } from '../../../kernel/unit-of-work.ts';
import { type ChangeCost, inputHash } from '../../../solver/index.ts';
import { judgeEdit } from '../domain/judge-edit.ts';
import { type PlanHeader, PROPOSAL } from '../domain/month-plan.ts';
import { contradicts, type ProposedChange, proposedChanges } from '../domain/proposed-changes.ts';
import { OpenPlans } from './repositories/open-plans.ts';
import { PlanEdits } from './repositories/plan-edits.ts';
import { Plans } from './repositories/plans.ts';

/** What the engine proposes to a draft that people have changed. */
export interface Proposal {
  readonly madeAt: Date;
  /** It rests on newer facts than the draft, so that it can only take its place. */
  readonly onlyWhole: boolean;
  readonly changes: readonly JudgedChange[];
}

/** A part of a proposal with what it costs by itself. */
export interface JudgedChange extends ProposedChange {
  readonly cost: ChangeCost;
  /** It undoes what people have decided since, or breaks a rule by itself. */
  readonly isBarred: boolean;
}

@Injectable()
export class ProposalReadModel {
  constructor(
    private readonly work: UnitOfWork,
    private readonly plans: Plans,
    private readonly edits: PlanEdits,
    private readonly open: OpenPlans,
  ) {}

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
    const duties = await this.plans.listAssignments(draft.id);
    const plan = { duties, decisions: await this.edits.listDecisions(draft.id) };
    const changes = proposedChanges(duties, await this.plans.listAssignments(proposal.id)).map((change) => {
      const { can, cost } = judgeEdit(own.hand, plan, { ...change, decisions: [] });
      return { ...change, cost, isBarred: can !== 'yes' || contradicts(change, plan) };
    });
    const onlyWhole = inputHash(own.ground) !== inputHash((await this.open.of(proposal.id)).ground);
    return { madeAt: proposal.madeAt, onlyWhole, changes };
  }
}
