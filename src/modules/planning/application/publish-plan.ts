import { Injectable } from '@nestjs/common';
import { Clock } from '../../../kernel/clock.ts';
import { DomainError } from '../../../kernel/domain-error.ts';
import { dayIn, type Month } from '../../../kernel/month.ts';
import { UnitOfWork } from '../../../kernel/unit-of-work.ts';
import { inputHash } from '../../../solver/index.ts';
import { AuditTrail } from '../../audit/index.ts';
import { type Offer, OfferVisits, type Visit } from '../../visits/index.ts';
import { buildProblem } from '../domain/build-problem.ts';
import type { MonthFacts } from '../domain/month-facts.ts';
import { type MonthPlan, publish } from '../domain/month-plan.ts';
import { DutyNotices, MonthReader, Plans } from './ports.ts';

export interface Publication {
  readonly plan: MonthPlan;
  readonly visits: readonly Visit[];
  readonly mails: number;
  readonly notice: { readonly id: string; readonly symbol: string };
}

/** Makes a draft known: visits, the numbered duty notice and the mails exist exactly if this commits. */
@Injectable()
export class PublishPlan {
  constructor(
    private readonly work: UnitOfWork,
    private readonly months: MonthReader,
    private readonly plans: Plans,
    private readonly offerVisits: OfferVisits,
    private readonly notices: DutyNotices,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError plan.not_found, plan.already_published, plan.stale, plan.outdated, plan.not_publishable */
  execute(month: Month, planId: string): Promise<Publication> {
    return this.work.run(async () => {
      await this.plans.lock(month);
      if (await this.plans.findPublished(month)) throw new DomainError('plan.already_published', { month });
      const draft = await this.plans.findDraft(month);
      const facts = await this.months.find(month);
      if (!draft || !facts) throw new DomainError('plan.not_found', { month });
      const problem = buildProblem(facts, await this.months.policy(month));
      const published = publish(draft, {
        planId,
        currentHash: inputHash(problem),
        at: this.clock.now(),
        by: this.work.actor.accountId,
      });
      await this.plans.publish(published);
      const visits = await this.offerVisits.execute(offersOf(published, facts));
      const notice = await this.notices.issue(published, visits);
      await this.plans.publish({ ...published, noticeId: notice.id });
      const mails = await this.notices.mail(published, visits, notice);
      this.audit.record({
        action: 'plan.published',
        subject: { kind: 'plan', id: published.id },
        details: { month, visits: visits.length, notice: notice.symbol, inputHash: published.plan.inputHash },
      });
      return { plan: published, visits, mails, notice };
    });
  }
}

function offersOf({ id, plan }: MonthPlan, { meetings, zone }: MonthFacts): Offer[] {
  const byId = new Map(meetings.map((meeting) => [meeting.id, meeting]));
  return plan.assignments.map(({ meetingId, specialistId }) => {
    const meeting = byId.get(meetingId);
    if (!meeting) throw new Error(`the plan names a meeting that is not in its month: ${meetingId}`);
    const { branchId, startsAt, kind } = meeting;
    return { meetingId, specialistId, branchId, planId: id, heldOn: dayIn(zone, startsAt), kind };
  });
}
