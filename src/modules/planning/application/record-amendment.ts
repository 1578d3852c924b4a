import { Injectable } from '@nestjs/common';
import { Clock } from '../../../kernel/clock.ts';
import { Events } from '../../../kernel/events.ts';
import type { AmendmentId, PlanId } from '../../../kernel/id.ts';
import type { Month } from '../../../kernel/month.ts';
import { UnitOfWork } from '../../../kernel/unit-of-work.ts';
import { AuditTrail } from '../../audit/index.ts';
import type { Amendment } from '../domain/amendment.ts';
import type { PlanHeader } from '../domain/month-plan.ts';
import { Amendments } from '../infra/repositories/amendments.ts';
import { Plans } from '../infra/repositories/plans.ts';
import { AmendmentNotices, type DutyNotice } from './ports.ts';

declare module '../../../kernel/events.ts' {
  interface EventFacts {
    'plan.amended': { readonly month: Month; readonly planId: PlanId; readonly amendmentId: AmendmentId };
  }
}

/**
 * Stores an amendment whose visits are made, with its number, its notice where it has one, and the trail; takes part in
 * the amending transaction. Those whom it touches are told by a handler of the event.
 */
@Injectable()
export class RecordAmendment {
  constructor(
    private readonly work: UnitOfWork,
    private readonly plans: Plans,
    private readonly amendments: Amendments,
    private readonly notices: AmendmentNotices,
    private readonly audit: AuditTrail,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  /** `given`: the number of the notice that the office's own register gave. @throws DomainError register.number_taken */
  async execute(
    header: PlanHeader,
    { id, kind, reason, changes }: Pick<Amendment, 'id' | 'kind' | 'reason' | 'changes'>,
    given: number | null = null,
  ): Promise<{ readonly amendment: Amendment; readonly notice: DutyNotice | null }> {
    const { month, id: planId } = header;
    const made: Omit<Amendment, 'noticeId'> = {
      id,
      planId,
      month,
      number: await this.amendments.nextNumber(month),
      kind,
      reason,
      changes,
      revision: header.revision + 1,
      madeAt: this.clock.now(),
      madeBy: this.work.actor.accountId,
    };
    const notice = kind === 'board' ? await this.notices.issue(header, made, given) : null;
    const amendment: Amendment = { ...made, noticeId: notice?.id ?? null };
    await this.amendments.insert(amendment);
    await this.plans.update(header);
    this.audit.record({
      action: 'plan.amended',
      subject: { kind: 'plan', id: planId },
      details: { month, number: made.number, kind, reason, changes, notice: notice?.symbol ?? null },
    });
    await this.events.publish(
      'plan.amended',
      { month, planId, amendmentId: id },
      { subject: planId, about: [`month/${month}`, `plan/${planId}`] },
    );
    return { amendment, notice };
  }
}
