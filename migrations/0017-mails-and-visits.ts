import type { MigrationInterface, QueryRunner } from 'typeorm';
import { dropTables, tenantTable } from './tenant-table.ts';

/** What became of each mail, and of each visit after its publication. */
export class MailsAndVisits0017 implements MigrationInterface {
  name = 'MailsAndVisits1700000000017';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(MAILS);
    await runner.query(DEADLINES);
    await runner.query(INVITATIONS);
    await runner.query(OUTCOMES);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(OUTCOMES_DOWN);
    await runner.query(dropTables('visit_invitations'));
    await runner.query(DEADLINES_DOWN);
    await runner.query(MAILS_DOWN);
  }
}

const MAILS = `
  alter table mails
    add column month date constraint mails_month_ck check (extract(day from month) = 1),
    add column specialist_id uuid,
    add column fault text constraint mails_fault_ck check (fault in ('recipient', 'message', 'service')),
    add column tried_at timestamptz,
    add column next_at timestamptz;
  update mails m set month = p.month, specialist_id = s.id
    from plans p join specialists s on s.committee_id = p.committee_id
    where m.committee_id = p.committee_id and m.key = 'visits-published/' || p.id || '/' || s.id;
  create index mails_month_ix on mails (committee_id, month) where month is not null;
  create index mails_open_ix on mails (committee_id, made_at) where state <> 'sent';
  ${tenantTable(
    'mail_holds',
    `
    since timestamptz not null,
    held_until timestamptz not null,
    refusals integer not null,
    last_error text not null,
    constraint mail_holds_pk primary key (committee_id)`,
  )}
  -- For whoever watches the service: of all committees.
  create function mail_counts() returns table (state text, mails bigint) stable language sql security definer
    set search_path = public as $$ select m.state, count(*) from mails m group by m.state $$;
  revoke all on function mail_counts() from public;
  grant execute on function mail_counts() to giaoban_app;
  -- Of identity: where an account gets its mail.
  create view account_addresses with (security_invoker = true) as
    select id, name, email from accounts;
  grant select on account_addresses to giaoban_app;
`;

const MAILS_DOWN = `
  drop view account_addresses;
  drop function mail_counts();
  ${dropTables('mail_holds')}
  drop index mails_open_ix;
  alter table mails drop column month, drop column specialist_id, drop column fault, drop column tried_at, drop column next_at;
`;

const DEADLINES = `
  ${tenantTable(
    'duty_policies',
    `
    starts_on date not null,
    content jsonb not null,
    constraint duty_policies_pk primary key (committee_id, starts_on)`,
  )}
  alter table form_reminders add column reminded_by uuid;
`;

const DEADLINES_DOWN = `
  alter table form_reminders drop column reminded_by;
  ${dropTables('duty_policies')}
`;

const INVITATIONS = `
  ${tenantTable(
    'visit_invitations',
    `
    visit_id uuid not null,
    uid text not null,
    organizer_name text not null,
    organizer_address text not null,
    sender text not null,
    -- Of when and where, to see that it changed; null where an earlier release sent it.
    digest text,
    changed_at timestamptz not null,
    mail_key text,
    constraint visit_invitations_pk primary key (committee_id, visit_id),
    constraint visit_invitations_visit_fk foreign key (committee_id, visit_id) references visits (committee_id, id)`,
  )}
  -- What went out before is known by the host and the sender of its mail.
  insert into visit_invitations (committee_id, visit_id, uid, organizer_name, organizer_address, sender, changed_at, mail_key)
  select v.committee_id, v.id, v.id || '@' || split_part(btrim(m.message_id, '<>'), '@', 2), m.content ->> 'from',
    m.content ->> 'from', m.content ->> 'from', m.made_at, m.key
  from visits v join mails m on m.committee_id = v.committee_id
    and m.key = 'visits-published/' || v.plan_id || '/' || v.specialist_id
  where v.plan_id is not null;
`;

const OUTCOMES = `
  alter table visits
    add column decline_kind text
      constraint visits_decline_kind_ck check (decline_kind in ('ill', 'duty', 'collision', 'family', 'other')),
    add column stand_in_id uuid,
    add column replaces_id uuid,
    add constraint visits_stand_in_fk foreign key (committee_id, stand_in_id) references specialists (committee_id, id),
    add constraint visits_replaces_fk foreign key (committee_id, replaces_id) references visits (committee_id, id);
  update visits set decline_kind = 'other' where state = 'declined';
  -- Imports note the rows as they were and compare them when they are taken back.
  update import_changes set before = before || '{"decline_kind": null, "stand_in_id": null, "replaces_id": null}',
    after = after || '{"decline_kind": null, "stand_in_id": null, "replaces_id": null}'
    where table_name = 'visits';
  create index visits_stand_in_ix on visits (committee_id, stand_in_id) where stand_in_id is not null;
  create index visits_replaces_ix on visits (committee_id, replaces_id) where replaces_id is not null;
  -- Of the visits: what was said of each beside its state.
  create view visit_outcomes with (security_invoker = true) as
    select committee_id, id as visit_id, decline_kind, stand_in_id from visits where meeting_id is not null;
  grant select on visit_outcomes to giaoban_app;
`;

const OUTCOMES_DOWN = `
  drop view visit_outcomes;
  update import_changes set before = before - 'decline_kind' - 'stand_in_id' - 'replaces_id',
    after = after - 'decline_kind' - 'stand_in_id' - 'replaces_id' where table_name = 'visits';
  alter table visits drop column decline_kind, drop column stand_in_id, drop column replaces_id;
`;
