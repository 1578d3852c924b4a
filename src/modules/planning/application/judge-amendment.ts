import { Injectable } from '@nestjs/common';
import { Clock } from '../../../kernel/clock.ts';
import type { MeetingId } from '../../../kernel/id.ts';
import type { Month } from '../../../kernel/month.ts';
import { UnitOfWork } from '../../../kernel/unit-of-work.ts';
import { type HandCandidate, HandMonth } from '../../../solver/index.ts';
import { type AmendmentChange, type PlannedAmendment, plannedAmendment } from '../domain/amendment.ts';
import { applied } from '../domain/desk-action.ts';
import { type EditJudgement, judgeEdit } from '../domain/judge-edit.ts';
import { owedShares } from '../domain/owed-share.ts';
import { dutiesOf, type PublishedMonth } from '../domain/published-month.ts';
import { PublishedMonthReadModel } from '../infra/published-month-read-model.ts';
import type { Shares } from './edit-costs.ts';

/** What an amendment would do, cost and break, by the rules of the desk and with the facts of now. */
export interface JudgedAmendment extends PlannedAmendment, EditJudgement, Shares {
  readonly month: PublishedMonth;
}

/** Judges changes of a published plan before anybody makes them, and again while they are made. */
@Injectable()
export class JudgeAmendment {
  constructor(
    private readonly work: UnitOfWork,
    private readonly months: PublishedMonthReadModel,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError plan.not_published, and as `plannedAmendment` */
  of(month: Month, changes: readonly AmendmentChange[]): Promise<JudgedAmendment> {
    return this.work.run(async () => {
      const published = await this.months.read(month);
      const planned = plannedAmendment(changes, published, this.clock.now());
      const { problem } = published;
      const plan = { duties: dutiesOf(published), decisions: [] };
      const judgement = judgeEdit(new HandMonth(problem), plan, planned.effect);
      return { ...planned, ...judgement, month: published, shareOf: owedShares(problem.specialists) };
    });
  }

  /**
   * Everybody who does not go to a meeting, with what their going there would cost and break once these changes are
   * made. @throws DomainError as `of`
   */
  candidatesAt(
    month: Month,
    meetingId: MeetingId,
    changes: readonly AmendmentChange[] = [],
  ): Promise<Shares & { readonly candidates: readonly HandCandidate[] }> {
    return this.work.run(async () => {
      const published = await this.months.read(month);
      const { problem } = published;
      const plan = { duties: dutiesOf(published), decisions: [] };
      const after =
        changes.length === 0 ? plan : applied(plan, plannedAmendment(changes, published, this.clock.now()).effect);
      const candidates = new HandMonth(problem).candidatesAt(meetingId, after.duties);
      return { candidates, shareOf: owedShares(problem.specialists) };
    });
  }
}
