import type { MigrationInterface, QueryRunner } from 'typeorm';
import { dropTables, tenantTable } from './tenant-table.ts';

/** Specialists ask each other to take a published visit, or to exchange two. */
export class Swaps0037 implements MigrationInterface {
  name = 'Swaps1700000000037';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(SWAPS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop view plan_amendments');
    await runner.query(dropTables('swaps'));
  }
}

const SWAPS = `${tenantTable(
  'swaps',
  `
    id uuid not null,
    month date not null constraint swaps_month_ck check (extract(day from month) = 1),
    visit_id uuid not null,
    -- Who has the visit, and who is asked to take it.
    giver_id uuid not null,
    taker_id uuid not null,
    -- The visit of the taker that is given for it; null where none is.
    other_visit_id uuid,
    reason_kind text not null,
    -- For the board only.
    reason text not null constraint swaps_reason_ck check (length(reason) <= 500),
    state text not null constraint swaps_state_ck
      check (state in ('asked', 'agreed', 'made', 'refused', 'withdrawn', 'expired', 'rejected', 'lapsed')),
    -- What whoever refused or rejected it said.
    answer text not null constraint swaps_answer_ck check (length(answer) <= 500),
    -- When the meetings begin, as the taker was told.
    starts_at timestamptz not null,
    other_starts_at timestamptz,
    answer_by date not null,
    asked_at timestamptz not null,
    asked_by uuid,
    closed_at timestamptz,
    closed_by uuid,
    reminded_at timestamptz,
    amendment_id uuid,
    revision integer not null,
    constraint swaps_pk primary key (committee_id, id),
    constraint swaps_visit_fk foreign key (committee_id, visit_id) references visits (committee_id, id),
    constraint swaps_other_visit_fk foreign key (committee_id, other_visit_id) references visits (committee_id, id),
    constraint swaps_giver_fk foreign key (committee_id, giver_id) references specialists (committee_id, id),
    constraint swaps_taker_fk foreign key (committee_id, taker_id) references specialists (committee_id, id),
    constraint swaps_amendment_fk foreign key (committee_id, amendment_id) references amendments (committee_id, id),
    constraint swaps_people_ck check (giver_id <> taker_id),
    constraint swaps_made_ck check ((state = 'made') = (amendment_id is not null))`,
  { writes: 'select, insert, update' },
)}
  create unique index swaps_open_key on swaps (committee_id, visit_id) where state in ('asked', 'agreed');
  create index swaps_month_ix on swaps (committee_id, month);
  -- Of planning: the number of an amendment in its month.
  create view plan_amendments with (security_invoker = true) as select committee_id, id, month, number from amendments;
  grant select on plan_amendments to giaoban_app;
`;
