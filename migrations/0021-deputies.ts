import type { MigrationInterface, QueryRunner } from 'typeorm';
import { dropTables, tenantTable } from './tenant-table.ts';

/** Accounts that a committee has shut, people who act for others for a time, and what is known of each account. */
export class Deputies0021 implements MigrationInterface {
  name = 'Deputies1700000000021';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(DISABLED);
    await runner.query(DEPUTIES);
    await runner.query(VIEWS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop view account_sign_ins, account_mails; ${SPECIALIST_ACCOUNTS('a.disabled_at is null')}`);
    await runner.query(dropTables('deputies', 'disabled_accounts'));
  }
}

const DISABLED = `
  ${tenantTable(
    'disabled_accounts',
    `
    account_id uuid not null constraint disabled_accounts_account_fk references accounts (id),
    disabled_at timestamptz not null,
    disabled_by uuid,
    constraint disabled_accounts_pk primary key (committee_id, account_id)`,
  )}
  -- At sign-in nobody's committee is known yet.
  create policy disabled_accounts_own_account on disabled_accounts for select to giaoban_app
    using (account_id = current_account());
`;

const DEPUTIES = tenantTable(
  'deputies',
  `
    id uuid not null,
    -- Whose role it is, and who acts in it for them from the first to before the last day.
    account_id uuid not null constraint deputies_account_fk references accounts (id),
    deputy_id uuid not null constraint deputies_deputy_fk references accounts (id),
    role text not null constraint deputies_role_ck check (role in ('board', 'leader', 'front', 'admin')),
    starts_on date not null,
    ends_before date not null,
    made_at timestamptz not null,
    made_by uuid,
    constraint deputies_pk primary key (committee_id, id),
    constraint deputies_days_ck check (starts_on < ends_before),
    constraint deputies_other_ck check (account_id <> deputy_id)`,
);

const SPECIALIST_ACCOUNTS = (isOpen: string) => `
  create or replace view specialist_accounts with (security_invoker = true) as
    select m.committee_id, m.specialist_id, a.id as account_id, a.email, a.name, a.locale, ${isOpen} as is_open
    from memberships m join accounts a on a.id = m.account_id where m.role = 'specialist';
`;

const VIEWS = `
  ${SPECIALIST_ACCOUNTS(
    `a.disabled_at is null and not exists (
      select from disabled_accounts d where d.committee_id = m.committee_id and d.account_id = a.id)`,
  )}
  -- Of the trail: when an account was last signed in with.
  create view account_sign_ins with (security_invoker = true) as
    select committee_id, subject_id as account_id, max(at) as last_at
    from audit_entries where subject_kind = 'account' and action = 'session.opened' group by committee_id, subject_id;
  grant select on account_sign_ins to giaoban_app;
  -- Of notifications: what became of the last sign-in link that was mailed to an account.
  create view account_mails with (security_invoker = true) as
    select distinct on (committee_id, account_id) committee_id, account_id, state, made_at, sent_at, last_error
    from mails where kind = 'sign-in-link' and account_id is not null
    order by committee_id, account_id, made_at desc, id desc;
  grant select on account_mails to giaoban_app;
`;
