import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What one of two observers may know of the other's form. */
export class FormsBeside0106 implements MigrationInterface {
  name = 'FormsBeside1700000000106';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- The visits of others at meetings that somebody observes; hidden while they have not sent a form of their own.
      create function visits_beside(observer uuid) returns table (visit_id uuid, is_hidden boolean)
        stable language sql as $$
          select o.id, bool_or(not exists (select from visit_forms f where f.visit_id = m.id))
          from month_visits m join visit_outcomes u on u.visit_id = m.id
          join month_visits o on o.meeting_id = m.meeting_id and o.id <> m.id
          where m.takes_place and (m.specialist_id = observer or u.stand_in_id = observer)
          group by o.id $$;
      revoke all on function visits_beside(uuid) from public;
      grant execute on function visits_beside(uuid) to giaoban_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop function visits_beside(uuid)`);
  }
}
