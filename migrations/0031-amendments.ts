import type { MigrationInterface, QueryRunner } from 'typeorm';
import { dropTables, tenantTable } from './tenant-table.ts';

/** A published plan changes by recorded amendments: who is taken off, who is sent instead, and why. */
export class Amendments0031 implements MigrationInterface {
  name = 'Amendments1700000000031';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(AMENDMENTS);
    await runner.query(VISITS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(VISITS_DOWN);
    await runner.query(dropTables('amendments'));
  }
}

const AMENDMENTS = tenantTable(
  'amendments',
  `
    id uuid not null,
    plan_id uuid not null,
    month date not null constraint amendments_month_ck check (extract(day from month) = 1),
    -- From 1 in each month.
    number integer not null constraint amendments_number_ck check (number > 0),
    kind text not null constraint amendments_kind_ck check (kind in ('board', 'swap')),
    reason text not null constraint amendments_reason_ck check (length(reason) between 1 and 500),
    -- The numbered notice of it, where the office issued one.
    notice_id uuid,
    -- Whom it took off and whom it sent, with the visits and the rules that it overruled.
    changes jsonb not null,
    -- Of the plan, after the amendment.
    revision integer not null,
    made_at timestamptz not null,
    made_by uuid,
    constraint amendments_pk primary key (committee_id, id),
    constraint amendments_number_key unique (committee_id, month, number),
    constraint amendments_revision_key unique (committee_id, plan_id, revision),
    constraint amendments_plan_fk foreign key (committee_id, plan_id) references plans (committee_id, id),
    constraint amendments_notice_fk foreign key (committee_id, notice_id) references documents (committee_id, id)`,
  { writes: 'select, insert' },
);

const VISITS = `
  alter table visits
    -- Who went, or goes, in place of somebody who does not.
    add column replaced_by_id uuid,
    add column amendment_id uuid,
    add constraint visits_replaced_by_fk foreign key (committee_id, replaced_by_id) references visits (committee_id, id),
    -- The visits of an amendment are stored before it, in the same transaction.
    add constraint visits_amendment_fk foreign key (committee_id, amendment_id) references amendments (committee_id, id)
      deferrable initially deferred,
    drop constraint visits_state_ck,
    add constraint visits_state_ck
      check (state in ('offered', 'accepted', 'declined', 'released', 'done', 'missed', 'cancelled')),
    drop constraint visits_decline_ck,
    add constraint visits_decline_ck check (state not in ('declined', 'released') or length(decline_reason) > 0);
  update visits o set replaced_by_id = n.id from visits n
    where n.committee_id = o.committee_id and n.replaces_id = o.id;
  alter table visits drop column replaces_id;
  create index visits_replaced_by_ix on visits (committee_id, replaced_by_id) where replaced_by_id is not null;
  drop index visits_meeting_key;
  create unique index visits_meeting_key on visits (committee_id, meeting_id, specialist_id)
    where state not in ('declined', 'released', 'cancelled');
  -- Imports note the rows as they were and compare them when they are taken back.
  update import_changes set
    before = before - 'replaces_id' || '{"replaced_by_id": null, "amendment_id": null}'::jsonb,
    after = after - 'replaces_id' || '{"replaced_by_id": null, "amendment_id": null}'::jsonb
    where table_name = 'visits';
  create or replace view visit_outcomes with (security_invoker = true) as
    select committee_id, id as visit_id, decline_kind, stand_in_id, replaced_by_id, amendment_id
    from visits where meeting_id is not null;
`;

/** The release before knows nobody who is taken off: such a visit is off as one without a meeting is. */
const VISITS_DOWN = `
  drop view visit_outcomes;
  update visits set state = 'cancelled' where state = 'released';
  alter table visits add column replaces_id uuid,
    add constraint visits_replaces_fk foreign key (committee_id, replaces_id) references visits (committee_id, id);
  update visits n set replaces_id = o.id from visits o
    where o.committee_id = n.committee_id and o.replaced_by_id = n.id;
  create index visits_replaces_ix on visits (committee_id, replaces_id) where replaces_id is not null;
  drop index visits_meeting_key;
  create unique index visits_meeting_key on visits (committee_id, meeting_id, specialist_id)
    where state not in ('declined', 'cancelled');
  alter table visits
    drop constraint visits_state_ck,
    add constraint visits_state_ck
      check (state in ('offered', 'accepted', 'declined', 'done', 'missed', 'cancelled')),
    drop constraint visits_decline_ck,
    add constraint visits_decline_ck check (state <> 'declined' or length(decline_reason) > 0),
    drop column replaced_by_id, drop column amendment_id;
  update import_changes set
    before = before - '{replaced_by_id,amendment_id}'::text[] || '{"replaces_id": null}'::jsonb,
    after = after - '{replaced_by_id,amendment_id}'::text[] || '{"replaces_id": null}'::jsonb
    where table_name = 'visits';
  create view visit_outcomes with (security_invoker = true) as
    select committee_id, id as visit_id, decline_kind, stand_in_id from visits where meeting_id is not null;
  grant select on visit_outcomes to giaoban_app;
`;
