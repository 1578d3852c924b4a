import { Injectable } from '@nestjs/common';
import { Clock } from '../../../kernel/clock.ts';
import { DomainError } from '../../../kernel/domain-error.ts';
import type { Month } from '../../../kernel/month.ts';
import { UnitOfWork } from '../../../kernel/unit-of-work.ts';
import type {} from '../errors.ts';
import { type DeskAction, type EditEffect, effectOf, inverse, keeping, overruling } from '../domain/desk-action.ts';
import { judgeEdit } from '../domain/judge-edit.ts';
import { isRepeated, lastHandOf, type PlanEdit, quickerEdit, toRedo, toUndo } from '../domain/plan-edit.ts';
import { begunIn } from '../domain/settled-month.ts';
import { OpenPlans } from '../infra/repositories/open-plans.ts';
import { type HandDraft, HandDrafts, type SeenPlan } from './hand-drafts.ts';

/** Changes a draft by hand, takes changes back, and makes them again. */
@Injectable()
export class EditPlan {
  constructor(
    private readonly work: UnitOfWork,
    private readonly drafts: HandDrafts,
    private readonly open: OpenPlans,
    private readonly clock: Clock,
  ) {}

  /**
   * The same again by the same person is done already. What others have done in the meantime is no obstacle, unless it is about the same people or meetings.
   * @throws DomainError plan.not_found, plan.already_published, plan.under_review, edit.stale, plan.edited_meanwhile,
   * plan.already_so, plan.not_so, plan.edit_refused, plan.edit_wants_reason, plan.decision_holds, plan.outdated
   */
  execute(month: Month, seen: SeenPlan, action: DeskAction, reason = ''): Promise<void> {
    return this.work.run(async () => {
      const draft = await this.drafts.lock(month, seen);
      const { revision } = seen;
      if (isRepeated(draft.edits, action, { revision, by: this.work.actor.accountId })) return;
      const effect = effectUnless(action, draft, seen);
      const { hand, ground } = await this.open.of(draft.header.id);
      const begun = begunIn(ground, this.clock.now());
      const { can, faults, overruledBy, counting } = judgeEdit(hand, draft.plan, effect, begun);
      if (can === 'no') throw new DomainError('plan.edit_refused', {}, faults);
      const why = reason.trim();
      if (can === 'with_reason' && why === '') throw new DomainError('plan.edit_wants_reason', {}, faults);
      const whole = keeping(overruling(effect, overruledBy, why), draft.plan, counting);
      await this.drafts.make(draft, { action, effect: whole, reason: why });
    });
  }

  /** Takes back the last edit that stands, whoever made it. @throws DomainError plan.nothing_to_undo, and as `execute` */
  undo(month: Month, seen: SeenPlan): Promise<void> {
    return this.turn(month, seen, 'undo');
  }

  /** Makes again what was undone last. @throws DomainError plan.nothing_to_redo, and as `execute` */
  redo(month: Month, seen: SeenPlan): Promise<void> {
    return this.turn(month, seen, 'redo');
  }

  /** It is about the last edit that the page shows: after another one it would be about another matter. */
  private turn(month: Month, seen: SeenPlan, kind: 'undo' | 'redo'): Promise<void> {
    return this.work.run(async () => {
      const draft = await this.drafts.lock(month, seen);
      await this.drafts.mustBe(draft.header, draft.header.revision === seen.revision);
      const edit = kind === 'undo' ? toUndo(draft.edits) : toRedo(draft.edits);
      if (!edit) throw new DomainError(kind === 'undo' ? 'plan.nothing_to_undo' : 'plan.nothing_to_redo', {});
      await this.drafts.turn(draft, edit, kind, kind === 'undo' ? inverse(edit.effect) : edit.effect);
    });
  }
}

/** What an action changes, unless somebody else has changed the same in the meantime. */
function effectUnless(action: DeskAction, { plan, edits, header }: HandDraft, { revision }: SeenPlan): EditEffect {
  const mustBeFirst = (effect: EditEffect): void => {
    const quicker = header.revision === revision ? null : quickerEdit(edits, effect, revision);
    if (quicker) throw editedMeanwhile(quicker);
  };
  try {
    const effect = effectOf(action, plan);
    mustBeFirst(effect);
    return effect;
  } catch (error) {
    // It is no longer as the action takes it to be: because of them?
    mustBeFirst({ added: [action], dropped: [], decisions: [] });
    throw error;
  }
}

function editedMeanwhile(edit: PlanEdit): DomainError<'plan.edited_meanwhile'> {
  const { action, undoneAt } = edit;
  return new DomainError('plan.edited_meanwhile', { by: lastHandOf(edit), action, isUndone: undoneAt !== null });
}
