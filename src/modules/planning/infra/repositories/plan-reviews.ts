import { Injectable } from '@nestjs/common';
import { firstDay, type Month } from '../../../../kernel/month.ts';
import { PostgresUnitOfWork } from '../../../../platform/database/postgres-unit-of-work.ts';
import type { Duty } from '../../domain/plan-decision.ts';
import type { PlanReview } from '../../domain/plan-review.ts';

/** A step of the review with the names of whoever took it; null for the service itself. */
export interface NamedReview extends PlanReview {
  readonly name: string | null;
  readonly principal: string | null;
}

/** Who has submitted the plans of a month, approved them, sent them back or withdrawn them. */
@Injectable()
export class PlanReviews {
  constructor(private readonly work: PostgresUnitOfWork) {}

  /** Of one month, in the order in which they were taken. */
  list(month: Month): Promise<NamedReview[]> {
    return this.work.run(() =>
      this.work.query<NamedReview>(
        `select r.number, r.plan_id as "planId", r.kind, r.comment, r.revision, r.made_at as at, r.made_by as by,
           r.on_behalf_of as "onBehalfOf", a.name, o.name as principal
         from plan_reviews r left join account_names a on a.id = r.made_by left join account_names o on o.id = r.on_behalf_of
         where r.month = $1 order by r.number`,
        [firstDay(month)],
      ),
    );
  }

  /** Who was to go where in what was submitted. */
  async dutiesOf(month: Month, number: number): Promise<readonly Duty[]> {
    const [row] = await this.work.query<{ duties: readonly Duty[] | null }>(
      `select duties from plan_reviews where month = $1 and number = $2`,
      [firstDay(month), number],
    );
    return row?.duties ?? [];
  }

  /** `duties`: who goes where in what is submitted; null for the other steps. */
  async insert(month: Month, review: PlanReview, duties: readonly Duty[] | null): Promise<void> {
    const { number, planId, kind, comment, revision, at, by, onBehalfOf } = review;
    const kept = duties?.map(({ specialistId, meetingId }) => ({ specialistId, meetingId }));
    await this.work.query(
      `insert into plan_reviews (committee_id, month, number, plan_id, kind, comment, revision, duties, made_at, made_by, on_behalf_of)
       values (current_committee(), $1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [
        firstDay(month),
        number,
        planId,
        kind,
        comment,
        revision,
        kept ? JSON.stringify(kept) : null,
        at,
        by,
        onBehalfOf,
      ],
    );
  }
}
