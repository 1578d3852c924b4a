import { Injectable } from '@nestjs/common';
import { Clock } from '../../../kernel/clock.ts';
import { DomainError } from '../../../kernel/domain-error.ts';
import { Events } from '../../../kernel/events.ts';
import { dayIn, type Month } from '../../../kernel/month.ts';
import { UnitOfWork } from '../../../kernel/unit-of-work.ts';
import { AuditTrail, LastEdit } from '../../audit/index.ts';
import { PolicyCommittee } from '../../policies/index.ts';
import { type Offer, OfferVisits } from '../../visits/index.ts';
import { buildProblem } from '../domain/build-problem.ts';
import type { MonthFacts } from '../domain/month-facts.ts';
import { type PlanAssignment, type PlanHeader, publish } from '../domain/month-plan.ts';
import type { Duty } from '../domain/plan-decision.ts';
import type { SeenPlan } from './hand-drafts.ts';
import { type DutyNotice, DutyNotices } from './ports.ts';
import { MonthFactsReadModel } from '../infra/month-facts-read-model.ts';
import { PlanGroundReadModel } from '../infra/plan-ground-read-model.ts';
import { Plans } from '../infra/repositories/plans.ts';

declare module '../../../kernel/events.ts' {
  interface EventFacts {
    'plan.published': { readonly month: Month; readonly planId: PlanHeader['id'] };
  }
}

/** What was looked at: the plan, and how many assignments were left out because their meetings had begun. */
export interface SeenPublication extends SeenPlan {
  readonly leftOut: number;
}

export interface Publication {
  readonly visits: number;
  /** Assignments of which nobody is told, because their meetings had begun. */
  readonly leftOut: number;
  /** One for each person with a visit. */
  readonly mails: number;
  /** Null for a plan that was published without one, such as imported months. */
  readonly notice: DutyNotice | null;
}

/** Publishes a draft: visits, the numbered duty notice and the mails exist exactly if this commits. */
@Injectable()
export class PublishPlan {
  constructor(
    private readonly work: UnitOfWork,
    private readonly months: MonthFactsReadModel,
    private readonly plans: Plans,
    private readonly grounds: PlanGroundReadModel,
    private readonly policies: PolicyCommittee,
    private readonly offerVisits: OfferVisits,
    private readonly notices: DutyNotices,
    private readonly audit: AuditTrail,
    private readonly edits: LastEdit,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  /**
   * Publishing a plan again has the same result as once. It goes around what has begun: nobody is told to go there, all
   * else is as it was approved. `given`: the number of the notice that the office's own register gave.
   * @throws DomainError plan.not_found, plan.already_published, plan.needs_approval, edit.stale, plan.outdated,
   * plan.outdated_in_review, plan.not_publishable, plan.begun_meanwhile, plan.all_begun, register.number_taken
   */
  execute(
    month: Month,
    { planId, revision, leftOut: seenLeftOut }: SeenPublication,
    given: number | null = null,
  ): Promise<Publication> {
    return this.work.run(async () => {
      await this.plans.lock(month);
      const draft = await this.plans.findHeader(month);
      if (draft?.state === 'published') {
        if (draft.id === planId) return this.repeated(draft);
        throw new DomainError('plan.already_published', { month });
      }
      await this.policies.keepPolicies();
      if (!draft) throw new DomainError('plan.not_found', { month });
      const facts = await this.months.readFor(draft);
      const policy = await this.months.policyOf(draft);
      const problem = buildProblem(facts, policy, draft.refilled);
      const at = this.clock.now();
      const seen = { planId, seen: revision, seenLeftOut };
      const isOutdated = await this.grounds.isOutdatedBy(draft, facts, problem);
      const leftOut = await this.plans.listLeftOut(draft, at);
      const assignments = await this.plans.listToSend(draft.id, at);
      const split = { sent: assignments.length, leftOut: leftOut.length };
      const asked = { ...seen, isOutdated, at, by: this.work.actor.accountId };
      const published = await this.edits.named({ kind: 'plan', id: draft.id }, () =>
        publish(draft, asked, split, policy),
      );
      await this.plans.leaveOut(draft.id, leftOut);
      const visits = await this.offerVisits.execute(offersOf(published, assignments, facts));
      const notice = await this.notices.issue(published, visits, { given, leftOut: leftOut.length });
      await this.plans.update({ ...published, noticeId: notice.id });
      await this.plans.keepShares(month, problem.specialists);
      const others = await this.plans.listDrafts(month);
      for (const { id } of others) await this.plans.remove(id);
      this.audit.record({
        action: 'plan.published',
        subject: { kind: 'plan', id: published.id },
        details: {
          month,
          visits: visits.length,
          notice: notice.symbol,
          inputHash: published.inputHash,
          ...(leftOut.length > 0 && { leftOut: leftOut.length }),
          ...(Object.keys(published.ownPolicy).length > 0 && { ownPolicy: published.ownPolicy }),
          ...(others.length > 0 && { variantsRemoved: others.map(({ name }) => name) }),
        },
      });
      await this.events.publish(
        'plan.published',
        { month, planId: published.id },
        { subject: published.id, about: [`month/${month}`, `plan/${published.id}`] },
      );
      return publicationOf(assignments, leftOut, notice);
    });
  }

  private async repeated(plan: PlanHeader): Promise<Publication> {
    const { id, noticeId } = plan;
    const notice = noticeId === null ? null : await this.notices.get(noticeId);
    const leftOut = await this.plans.listLeftOut(plan, this.clock.now());
    return publicationOf(await this.plans.listAssignments(id), leftOut, notice);
  }
}

function publicationOf(
  assignments: readonly PlanAssignment[],
  leftOut: readonly Duty[],
  notice: DutyNotice | null,
): Publication {
  const mails = new Set(assignments.map(({ specialistId }) => specialistId)).size;
  return { visits: assignments.length, leftOut: leftOut.length, mails, notice };
}

function offersOf(
  { id, month }: PlanHeader,
  assignments: readonly PlanAssignment[],
  { meetings, zone }: MonthFacts,
): Offer[] {
  const byId = new Map(meetings.map((meeting) => [meeting.id, meeting]));
  return assignments.map(({ meetingId, specialistId }) => {
    const meeting = byId.get(meetingId);
    if (!meeting) throw new Error(`the plan names a meeting that is not in its month: ${meetingId}`);
    const { branchId, startsAt, kind } = meeting;
    return { meetingId, specialistId, branchId, month, planId: id, heldOn: dayIn(zone, startsAt), kind };
  });
}
