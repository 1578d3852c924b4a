import { Injectable } from '@nestjs/common';
import { Clock } from '../../../kernel/clock.ts';
import { DomainError, isDomainError } from '../../../kernel/domain-error.ts';
import { staleEdit } from '../../../kernel/edit.ts';
import { Events } from '../../../kernel/events.ts';
import type { PlanId, PlanRef } from '../../../kernel/id.ts';
import type { Month } from '../../../kernel/month.ts';
import { UnitOfWork } from '../../../kernel/unit-of-work.ts';
import { type Plan, planByHand } from '../../../solver/index.ts';
import { AuditTrail, LastEdit } from '../../audit/index.ts';
import { applied, type EditEffect, type NotedAction, type PlanByHand } from '../domain/desk-action.ts';
import { mustBeEditable, type PlanHeader } from '../domain/month-plan.ts';
import type { PlanEdit } from '../domain/plan-edit.ts';
import { withDecisions } from '../domain/with-decisions.ts';
import { OpenPlans } from '../infra/repositories/open-plans.ts';
import { PlanEdits } from '../infra/repositories/plan-edits.ts';
import { PlanSolutions } from '../infra/repositories/plan-solutions.ts';
import { Plans } from '../infra/repositories/plans.ts';

declare module '../../../kernel/events.ts' {
  interface EventFacts {
    'plan.edited': { readonly month: Month; readonly planId: PlanId };
  }
}

/** The plan that an edit is about, as whoever makes it has seen it. */
export interface SeenPlan {
  readonly planId: PlanRef;
  readonly revision: number;
}

/** A draft while it is being changed, locked until the transaction ends. */
export interface HandDraft {
  readonly header: PlanHeader;
  readonly plan: PlanByHand;
  readonly edits: readonly PlanEdit[];
}

/** What every change of a draft by hand has in common; inside the transaction of its use case. */
@Injectable()
export class HandDrafts {
  constructor(
    private readonly work: UnitOfWork,
    private readonly plans: Plans,
    private readonly edits: PlanEdits,
    private readonly open: OpenPlans,
    private readonly solutions: PlanSolutions,
    private readonly audit: AuditTrail,
    private readonly last: LastEdit,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  /**
   * The chosen plan of a month, or one of its variants. @throws DomainError plan.not_found, plan.already_published,
   * plan.under_review, edit.stale for a plan that is not among them any more
   */
  async lock(month: Month, { planId }: Pick<SeenPlan, 'planId'>): Promise<HandDraft> {
    await this.plans.lock(month);
    const { chosen, variant } = await this.plans.toEdit(month, planId);
    if (!chosen) throw new DomainError('plan.not_found', { month });
    if (chosen.state === 'published') mustBeEditable(chosen);
    const header = variant ?? chosen;
    mustBeEditable(header);
    await this.mustBe(header, header.id === planId);
    const duties = await this.plans.listAssignments(header.id);
    const decisions = await this.edits.listDecisions(header.id);
    return { header, plan: { duties, decisions }, edits: await this.edits.list(header.id) };
  }

  /** @throws DomainError edit.stale, with who was quicker, where something is not as it was seen */
  async mustBe({ id }: PlanHeader, isAsSeen: boolean): Promise<void> {
    await this.last.named({ kind: 'plan', id }, () => {
      if (!isAsSeen) throw staleEdit();
    });
  }

  /** Notes a new edit and makes it. */
  async make(
    draft: HandDraft,
    { action, effect, reason }: { readonly action: NotedAction; readonly effect: EditEffect; readonly reason: string },
    solved: Plan | null = null,
  ): Promise<void> {
    const { header, edits } = draft;
    const number = Math.max(0, ...edits.map((edit) => edit.number)) + 1;
    await this.edits.insert(header.id, {
      number,
      action,
      effect,
      reason: reason === '' ? null : reason,
      revision: header.revision + 1,
      madeAt: this.clock.now(),
      madeBy: this.work.actor.accountId,
      undoneAt: null,
      undoneBy: null,
      madeAgainBy: null,
      isClosed: false,
    });
    const overrules = [...new Set(effect.decisions.flatMap(({ after }) => after?.overrules ?? []))];
    const details = { ...action, number, ...(overrules.length > 0 && { overrules }) };
    await this.keep(draft, effect, header.handMade + 1, details, solved);
  }

  /** Undoes an edit, or makes it again. */
  async turn(draft: HandDraft, edit: PlanEdit, kind: 'undo' | 'redo', effect: EditEffect): Promise<void> {
    const { header } = draft;
    const who = this.work.actor.accountId;
    const turned =
      kind === 'undo'
        ? { undoneAt: this.clock.now(), undoneBy: who, madeAgainBy: null }
        : { undoneAt: null, undoneBy: null, madeAgainBy: who };
    await this.edits.update(header.id, { ...edit, revision: header.revision + 1, ...turned });
    await this.keep(draft, effect, header.handMade + (kind === 'undo' ? -1 : 1), { kind, number: edit.number });
  }

  /**
   * A plan that breaks a rule is none: where a meeting or a person took with them what a rule needs, or where a rule
   * would be broken without the decision that breaks it on purpose.
   * @throws DomainError plan.outdated, plan.decision_holds
   */
  private async planOf({ id, month }: PlanHeader, made: () => Plan): Promise<Plan> {
    try {
      return made();
    } catch (error) {
      if (!isDomainError(error, 'input.invalid')) throw error;
      if ((await this.plans.countLost(id, this.clock.now())) > 0) throw new DomainError('plan.outdated', { month });
      throw new DomainError('plan.decision_holds', {}, error.faults);
    }
  }

  /** `solved`: what the engine has made of the very plan that comes of it, with its proof. */
  private async keep(
    { header, plan }: HandDraft,
    effect: EditEffect,
    handMade: number,
    details: Readonly<Record<string, unknown>>,
    solved: Plan | null = null,
  ): Promise<void> {
    const { ground, solved: beginning } = await this.open.of(header.id);
    const after = applied(plan, effect);
    const problem = withDecisions(ground, after.decisions);
    const byHand = solved ?? (await this.planOf(header, () => planByHand(problem, after.duties, beginning, ground)));
    await this.edits.apply(header.id, effect, { at: this.clock.now(), who: this.work.actor.accountId });
    const asked = { decisions: after.decisions, problem };
    await this.solutions.keepByHand(header.id, byHand === beginning ? null : byHand, asked);
    const isVerified = byHand.proof?.kind === 'verified';
    await this.plans.update({ ...header, status: byHand.status, isVerified, inputHash: byHand.inputHash, handMade });
    const { month, id } = header;
    this.audit.record({ action: 'plan.edited', subject: { kind: 'plan', id }, details: { month, ...details } });
    const about = [`month/${month}`, `plan/${id}`];
    await this.events.publish('plan.edited', { month, planId: id }, { subject: id, about });
  }
}
