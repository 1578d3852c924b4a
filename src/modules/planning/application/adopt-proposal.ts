import { Injectable } from '@nestjs/common';
import { Clock } from '../../../kernel/clock.ts';
import { DomainError } from '../../../kernel/domain-error.ts';
import { Events } from '../../../kernel/events.ts';
import type { Month } from '../../../kernel/month.ts';
import { UnitOfWork } from '../../../kernel/unit-of-work.ts';
import type { MeetingRef, Ref } from '../../../kernel/id.ts';
import { inputHash } from '../../../solver/index.ts';
import { AuditTrail } from '../../audit/index.ts';
import type {} from '../errors.ts';
import { applied, deciding, keeping, overruling } from '../domain/desk-action.ts';
import { judgeEdit } from '../domain/judge-edit.ts';
import { isPlan, type PlanHeader, PROPOSAL } from '../domain/month-plan.ts';
import { isSameDecisions } from '../domain/plan-decision.ts';
import { contradicts, type ProposedChange, proposedChanges, taking } from '../domain/proposed-changes.ts';
import { begunIn } from '../domain/settled-month.ts';
import { formerName, MOST_VARIANTS, variantsAmong } from '../domain/variant.ts';
import { withDecisions } from '../domain/with-decisions.ts';
import { OpenPlans } from '../infra/repositories/open-plans.ts';
import { PlanEdits } from '../infra/repositories/plan-edits.ts';
import { Plans } from '../infra/repositories/plans.ts';
import { type HandDraft, HandDrafts, type SeenPlan } from './hand-drafts.ts';

/** Takes over what the engine proposes to a draft that people have changed: all of it, or some. */
@Injectable()
export class AdoptProposal {
  constructor(
    private readonly work: UnitOfWork,
    private readonly plans: Plans,
    private readonly edits: PlanEdits,
    private readonly drafts: HandDrafts,
    private readonly open: OpenPlans,
    private readonly audit: AuditTrail,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  /**
   * `meetingIds`: of each part that is taken, a meeting; null takes all but what contradicts later decisions or can no
   * longer be done. What breaks a rule takes a reason, and is then decided as if it was made by hand. A proposal that
   * rests on newer facts than the draft can only take its place, with whatever was changed by hand before.
   * @returns whether all of it was taken, so that nothing is proposed any more, or it took the place of the draft; with `kept`, that is one of the month's variants now
   * @throws DomainError plan.no_proposal, plan.edit_refused, plan.edit_wants_reason, plan.proposal_only_whole, plan.proposal_outdated, and as
   * `EditPlan.execute`
   */
  execute(
    month: Month,
    seen: SeenPlan & { readonly proposalId: Ref<'Plan'> },
    meetingIds: readonly MeetingRef[] | null,
    reason = '',
  ): Promise<'taken' | 'taken_whole' | 'replaced' | 'replaced_kept'> {
    return this.work.run(async () => {
      const draft = await this.drafts.lock(month, seen);
      // It is proposed to the chosen variant alone.
      await this.drafts.mustBe(draft.header, draft.header.isChosen && draft.header.revision === seen.revision);
      const proposal = await this.plans.findVariant(month, PROPOSAL);
      if (!proposal || !isPlan(proposal)) throw new DomainError('plan.no_proposal', {});
      await this.drafts.mustBe(proposal, proposal.id === seen.proposalId);
      const own = await this.open.of(draft.header.id);
      const theirs = await this.open.of(proposal.id);
      if (inputHash(own.ground) !== inputHash(theirs.ground)) {
        if (meetingIds !== null) throw new DomainError('plan.proposal_only_whole', {});
        return (await this.replace(draft, proposal)) ? 'replaced_kept' : 'replaced';
      }
      const begun = begunIn(own.ground, this.clock.now());
      const parts = proposedChanges(draft.plan.duties, await this.plans.listAssignments(proposal.id));
      const possible = parts.filter((part) => !contradicts(part, draft.plan));
      const judged = (some: readonly ProposedChange[]) => judgeEdit(own.hand, draft.plan, taking(some), begun);
      const asked = meetingIds === null ? possible : possible.filter((part) => isNamed(part, meetingIds));
      const isOneTooMany = meetingIds === null && judged(asked).can === 'no';
      const taken = isOneTooMany ? asked.filter((part) => judged([part]).can !== 'no') : asked;
      if (taken.length === 0) throw new DomainError('plan.already_so', {});
      const { can, faults, overruledBy, counting } = judged(taken);
      if (can === 'no') throw new DomainError('plan.edit_refused', {}, faults);
      const why = can === 'with_reason' ? reason.trim() : '';
      if (can === 'with_reason' && why === '') throw new DomainError('plan.edit_wants_reason', {}, faults);
      const decided = deciding(taking(taken), draft.plan, (duty) => overruledBy(duty).length > 0);
      const effect = keeping(overruling(decided, overruledBy, why), draft.plan, counting);
      const isWhole = taken.length === parts.length;
      const problem = withDecisions(own.ground, applied(draft.plan, effect).decisions);
      const isProven = isWhole && inputHash(problem) === proposal.inputHash;
      const action = { kind: 'adopt', changes: taken.length } as const;
      await this.drafts.make(draft, { action, effect, reason: why }, isProven ? theirs.solved : null);
      if (isWhole) await this.plans.remove(proposal.id);
      return isWhole ? 'taken_whole' : 'taken';
    });
  }

  /** Leaves the draft as it is. Discarding it again is discarding it once. @throws DomainError edit.stale for another one */
  discard(month: Month, proposalId: Ref<'Plan'>): Promise<void> {
    return this.work.run(async () => {
      await this.plans.lock(month);
      const proposal = await this.plans.findVariant(month, PROPOSAL);
      if (!proposal) return;
      await this.drafts.mustBe(proposal, proposal.id === proposalId);
      await this.plans.remove(proposal.id);
      this.audit.record({ action: 'plan.proposal_discarded', subject: { kind: 'month', id: month } });
      await this.events.publish('plan.edited', { month, planId: proposal.id }, { about: [`month/${month}`] });
    });
  }

  /**
   * The draft stays beside it as a variant, with its changes, as long as there is room for one more.
   * @returns whether there was
   * @throws DomainError plan.proposal_outdated where people have decided something since the engine was asked
   */
  private async replace({ header, plan }: HandDraft, proposal: PlanHeader): Promise<boolean> {
    const asked = await this.edits.listDecisions(proposal.id);
    if (!isSameDecisions(plan.decisions, asked)) throw new DomainError('plan.proposal_outdated', {});
    const { month } = header;
    const others = variantsAmong(await this.plans.listDrafts(month));
    const isKept = others.length < MOST_VARIANTS;
    if (isKept) await this.plans.update({ ...header, name: formerName(others), isChosen: false });
    else await this.plans.remove(header.id);
    await this.plans.update({ ...proposal, name: header.name, isChosen: true });
    const details = { month, insteadOf: header.id };
    this.audit.record({ action: 'plan.proposal_taken', subject: { kind: 'plan', id: proposal.id }, details });
    await this.events.publish('plan.edited', { month, planId: proposal.id }, { about: [`month/${month}`] });
    return isKept;
  }
}

function isNamed({ added, dropped }: ProposedChange, meetingIds: readonly MeetingRef[]): boolean {
  return [...added, ...dropped].some(({ meetingId }) => meetingIds.includes(meetingId));
}
