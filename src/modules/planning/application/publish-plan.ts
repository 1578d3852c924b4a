import { Injectable } from '@nestjs/common';
import { Clock } from '../../../kernel/clock.ts';
import { DomainError } from '../../../kernel/domain-error.ts';
import { Events } from '../../../kernel/events.ts';
import { dayIn, type Month } from '../../../kernel/month.ts';
import { UnitOfWork } from '../../../kernel/unit-of-work.ts';
import type { PlanRef } from '../../../kernel/id.ts';
import { inputHash } from '../../../solver/index.ts';
import { AuditTrail, LastEdit } from '../../audit/index.ts';
import { PolicyCommittee } from '../../policies/index.ts';
import { type Offer, OfferVisits } from '../../visits/index.ts';
import { buildProblem } from '../domain/build-problem.ts';
import type { MonthFacts } from '../domain/month-facts.ts';
import { type PlanAssignment, type PlanHeader, publish } from '../domain/month-plan.ts';
import { type DutyNotice, DutyNotices } from './ports.ts';
import { MonthFactsReadModel } from '../infra/month-facts-read-model.ts';
import { Plans } from '../infra/repositories/plans.ts';

declare module '../../../kernel/events.ts' {
  interface EventFacts {
    'plan.published': { readonly month: Month; readonly planId: PlanHeader['id'] };
  }
}

export interface Publication {
  readonly visits: number;
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
    private readonly policies: PolicyCommittee,
    private readonly offerVisits: OfferVisits,
    private readonly notices: DutyNotices,
    private readonly audit: AuditTrail,
    private readonly edits: LastEdit,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  /**
   * Publishing a plan again has the same result as once. `seen`: the revision that was looked at; `given`: the number of
   * the notice that the office's own register gave. @throws DomainError plan.not_found,
   * plan.already_published, plan.needs_approval, edit.stale, plan.outdated, plan.outdated_in_review,
   * plan.not_publishable, register.number_taken
   */
  execute(month: Month, planId: PlanRef, seen: number, given: number | null = null): Promise<Publication> {
    return this.work.run(async () => {
      await this.plans.lock(month);
      const draft = await this.plans.findHeader(month);
      if (draft?.state === 'published') {
        if (draft.id === planId) return this.repeated(draft);
        throw new DomainError('plan.already_published', { month });
      }
      await this.policies.keepPolicies();
      const facts = await this.months.find(month);
      if (!draft || !facts) throw new DomainError('plan.not_found', { month });
      const policy = await this.months.policyOf(draft);
      const problem = buildProblem(facts, policy, draft.refilled);
      const current = { currentHash: inputHash(problem), lost: await this.plans.countLost(draft.id) };
      const asked = { planId, seen, ...current, at: this.clock.now(), by: this.work.actor.accountId };
      const published = await this.edits.named({ kind: 'plan', id: draft.id }, () => publish(draft, asked, policy));
      const assignments = await this.plans.listAssignments(draft.id);
      const visits = await this.offerVisits.execute(offersOf(published, assignments, facts));
      const notice = await this.notices.issue(published, visits, given);
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
          ...(Object.keys(published.ownPolicy).length > 0 && { ownPolicy: published.ownPolicy }),
          ...(others.length > 0 && { variantsRemoved: others.map(({ name }) => name) }),
        },
      });
      await this.events.publish(
        'plan.published',
        { month, planId: published.id },
        { subject: published.id, about: [`month/${month}`, `plan/${published.id}`] },
      );
      return publicationOf(assignments, notice);
    });
  }

  private async repeated({ id, noticeId }: PlanHeader): Promise<Publication> {
    const notice = noticeId === null ? null : await this.notices.get(noticeId);
    return publicationOf(await this.plans.listAssignments(id), notice);
  }
}

function publicationOf(assignments: readonly PlanAssignment[], notice: DutyNotice | null): Publication {
  const mails = new Set(assignments.map(({ specialistId }) => specialistId)).size;
  return { visits: assignments.length, mails, notice };
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
