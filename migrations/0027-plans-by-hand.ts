import type { MigrationInterface, QueryRunner } from 'typeorm';
import { dropTables, tenantTable } from './tenant-table.ts';

/** Plans are changed by hand: what people decided of single pairs, and their changes in order, so that they can be undone. */
export class PlansByHand0027 implements MigrationInterface {
  name = 'PlansByHand1700000000027';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(DECISIONS);
    await runner.query(EDITS);
    await runner.query(PLANS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(PLANS_DOWN);
    await runner.query(dropTables('plan_edits', 'plan_decisions'));
  }
}

/** Decisions belong to a plan, because variants differ in them; pins of a month become those of its plan. */
const DECISIONS =
  tenantTable(
    'plan_decisions',
    `
    plan_id uuid not null,
    meeting_id uuid not null,
    specialist_id uuid not null,
    kind text not null constraint plan_decisions_kind_ck check (kind in ('must', 'must_not')),
    -- Rules that it breaks on purpose, as the engine names them.
    overrules text[] not null default '{}',
    reason text,
    made_at timestamptz,
    made_by uuid,
    constraint plan_decisions_pk primary key (committee_id, plan_id, meeting_id, specialist_id),
    constraint plan_decisions_plan_fk foreign key (committee_id, plan_id) references plans (committee_id, id) on delete cascade,
    constraint plan_decisions_meeting_fk foreign key (committee_id, meeting_id) references meetings (committee_id, id) on delete cascade,
    constraint plan_decisions_specialist_fk foreign key (committee_id, specialist_id) references specialists (committee_id, id) on delete cascade,
    constraint plan_decisions_reason_ck check (overrules = '{}' or length(reason) > 0)`,
  ) +
  `create index plan_decisions_meeting_ix on plan_decisions (committee_id, meeting_id);
   create index plan_decisions_specialist_ix on plan_decisions (committee_id, specialist_id);
   insert into plan_decisions (committee_id, plan_id, meeting_id, specialist_id, kind)
     select p.committee_id, m.plan_id, p.meeting_id, p.specialist_id, p.kind
     from pins p join month_plans m on m.committee_id = p.committee_id and m.month = p.month;
   drop view month_pins;
   drop table pins;`;

const EDITS = tenantTable(
  'plan_edits',
  `
    plan_id uuid not null,
    number integer not null constraint plan_edits_number_ck check (number > 0),
    -- What was asked for, and what it changed.
    action jsonb not null,
    effect jsonb not null,
    reason text,
    -- Of the plan, after the edit was made, undone or made again.
    revision integer not null,
    made_at timestamptz not null,
    made_by uuid,
    undone_at timestamptz,
    undone_by uuid,
    -- Undone, and followed by another edit: it cannot be made again.
    is_closed boolean not null default false,
    constraint plan_edits_pk primary key (committee_id, plan_id, number),
    constraint plan_edits_plan_fk foreign key (committee_id, plan_id) references plans (committee_id, id) on delete cascade,
    constraint plan_edits_closed_ck check (not is_closed or undone_at is not null)`,
);

const PLANS = `
  alter table plans add column hand_made integer not null default 0 constraint plans_hand_made_ck check (hand_made >= 0);
  -- The plan as people have made it of what the engine answered; null where it is just that.
  alter table plan_solutions add column by_hand jsonb;
  create view branch_type_names with (security_invoker = true) as
    select committee_id, code, name, position from branch_types;
  grant select on branch_type_names to giaoban_app;
`;

/** The release before knows no plans by hand: drafts of them are planned again, published ones stay as they are. */
const PLANS_DOWN =
  `drop view branch_type_names;
   update plan_solutions set result = by_hand where by_hand is not null;
   alter table plan_solutions drop column by_hand;
   alter table plans drop column hand_made;` +
  tenantTable(
    'pins',
    `
    month date not null,
    meeting_id uuid not null,
    specialist_id uuid not null,
    kind text not null constraint pins_kind_ck check (kind in ('must', 'must_not')),
    constraint pins_pk primary key (committee_id, meeting_id, specialist_id),
    constraint pins_meeting_fk foreign key (committee_id, meeting_id) references meetings (committee_id, id) on delete cascade,
    constraint pins_specialist_fk foreign key (committee_id, specialist_id) references specialists (committee_id, id)`,
  ) +
  `insert into pins (committee_id, month, meeting_id, specialist_id, kind)
     select d.committee_id, m.month, d.meeting_id, d.specialist_id, d.kind
     from plan_decisions d join month_plans m on m.committee_id = d.committee_id and m.plan_id = d.plan_id;
   create view month_pins with (security_invoker = true) as
     select committee_id, month, meeting_id, specialist_id, kind from pins;
   grant select on month_pins to giaoban_app;
  `;
