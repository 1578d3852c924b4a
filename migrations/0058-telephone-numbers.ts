import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who has no mail address may have a telephone number, at which the committee's gateway reaches them. */
export class TelephoneNumbers0058 implements MigrationInterface {
  name = 'TelephoneNumbers1700000000058';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Empty for none, as the mail address is.
      alter table specialists add column phone text not null default '';
      create or replace view specialist_profiles with (security_invoker = true) as
        select ${PROFILE}, s.phone ${FROM};
      -- Imports are taken back by the rows that they left.
      update import_changes set after = after || '{"phone": ""}'::jsonb, before = before || '{"phone": ""}'::jsonb
        where table_name = 'specialists';`);
  }

  /** The release before reaches nobody without a mail address. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      update import_changes set after = after - 'phone', before = before - 'phone' where table_name = 'specialists';
      drop view specialist_profiles;
      alter table specialists drop column phone;
      create view specialist_profiles with (security_invoker = true) as select ${PROFILE} ${FROM};
      grant select on specialist_profiles to giaoban_app;`);
  }
}

const PROFILE = `s.committee_id, s.id, s.code, s.name, s.given_name, s.title, s.email, s.department_id,
  d.name as department, d.short_name as department_short, s.fields, s.min_visits, s.max_visits, s.target_visits,
  s.carried_balance, s.may_lead, s.own_branch_id, s.residence_branch_id, s.lat, s.lng, s.archived_at is null as in_use`;

const FROM = `from specialists s join departments d on d.committee_id = s.committee_id and d.id = s.department_id`;
