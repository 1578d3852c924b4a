import type { MigrationInterface, QueryRunner } from 'typeorm';
import { dropTables, tenantTable } from './tenant-table.ts';

/** Who has submitted a month's plan, approved it, sent it back or withdrawn it, with their words. */
export class PlanReviews0029 implements MigrationInterface {
  name = 'PlanReviews1700000000029';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(REVIEWS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(dropTables('plan_reviews'));
  }
}

const REVIEWS = tenantTable(
  'plan_reviews',
  `
    month date not null,
    number integer not null constraint plan_reviews_number_ck check (number > 0),
    -- A plan that was sent back may have been replaced by another one since.
    plan_id uuid not null,
    kind text not null constraint plan_reviews_kind_ck check (kind in ('submitted', 'withdrawn', 'sent_back', 'approved')),
    comment text,
    -- Of the plan, as it was seen by whoever acted.
    revision integer not null,
    -- Who was sent where, in what was submitted.
    duties jsonb,
    made_at timestamptz not null,
    made_by uuid,
    on_behalf_of uuid,
    constraint plan_reviews_pk primary key (committee_id, month, number),
    constraint plan_reviews_revision_key unique (committee_id, plan_id, revision),
    constraint plan_reviews_comment_ck check (kind <> 'sent_back' or length(comment) > 0),
    constraint plan_reviews_duties_ck check ((kind = 'submitted') = (duties is not null))`,
  { writes: 'select, insert' },
);
