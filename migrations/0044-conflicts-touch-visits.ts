import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A conflict of interest that was told after the publication is a fact against a visit, which the board may keep. */
export class ConflictsTouchVisits0044 implements MigrationInterface {
  name = 'ConflictsTouchVisits1700000000044';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table kept_visits drop constraint kept_visits_cause_ck,
        add constraint kept_visits_cause_ck
          check (cause in ('holiday', 'absence', 'branch', 'specialist', 'collision', 'unanswered', 'conflict'));`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      delete from kept_visits where cause = 'conflict';
      alter table kept_visits drop constraint kept_visits_cause_ck,
        add constraint kept_visits_cause_ck
          check (cause in ('holiday', 'absence', 'branch', 'specialist', 'collision', 'unanswered'));`);
  }
}
