import type { MigrationInterface, QueryRunner } from 'typeorm';
import { dropTables, tenantTable } from './tenant-table.ts';

/** The official rating of a meeting is decided by people; what they decide is kept with everything decided before. */
export class OfficialRatings0105 implements MigrationInterface {
  name = 'OfficialRatings1700000000105';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(RATING_DECISIONS + RATING_POLICIES + OFFICIAL_RATINGS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop view official_ratings; ${dropTables('rating_decisions', 'rating_policies')}`);
  }
}

const RATING_DECISIONS = tenantTable(
  'rating_decisions',
  `
    meeting_id uuid not null,
    number integer not null constraint rating_decisions_number_ck check (number > 0),
    -- The form on which it was decided.
    submission_id uuid not null,
    -- As in the rubric; null: the decision before was taken back, and the points rate the meeting again.
    rating jsonb,
    -- What the points of that form gave then.
    points jsonb,
    reason text,
    decided_at timestamptz not null,
    decided_by uuid,
    -- On whose behalf, where a deputy decided.
    decided_for uuid,
    constraint rating_decisions_pk primary key (committee_id, meeting_id, number),
    constraint rating_decisions_meeting_fk foreign key (committee_id, meeting_id) references meetings (committee_id, id),
    constraint rating_decisions_submission_fk foreign key (committee_id, submission_id) references submissions (committee_id, id),
    constraint rating_decisions_reason_ck check (reason <> '' and (
      reason is not null or (rating is not null and rating ->> 'id' is not distinct from points ->> 'id')))`,
  { writes: 'select, insert' },
);

const RATING_POLICIES = tenantTable(
  'rating_policies',
  `
    starts_on date not null,
    content jsonb not null,
    constraint rating_policies_pk primary key (committee_id, starts_on)`,
);

/** A decision counts as long as the form on which it was made is the accepted one. */
const OFFICIAL_RATINGS = `
  create index rating_decisions_submission_ix on rating_decisions (committee_id, submission_id);
  create view official_ratings with (security_invoker = true) as
    select d.committee_id, d.meeting_id, d.number, d.submission_id, d.rating, d.points, d.reason, d.decided_at, d.decided_by
    from rating_decisions d join submissions s on s.committee_id = d.committee_id and s.id = d.submission_id
    where s.state = 'accepted' and d.rating is not null and not exists (select from rating_decisions n
      where n.committee_id = d.committee_id and n.meeting_id = d.meeting_id and n.number > d.number);
  grant select on official_ratings to giaoban_app;
`;
