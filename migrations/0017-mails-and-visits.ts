import type { MigrationInterface, QueryRunner } from 'typeorm';
import { dropTables, tenantTable } from './tenant-table.ts';

/** What became of each mail, and of each visit after its publication. */
export class MailsAndVisits0017 implements MigrationInterface {
  name = 'MailsAndVisits1700000000017';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(MAILS);
    await runner.query(DEADLINES);
  }

  async down(runner: QueryRunner): Promise<void> {
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
