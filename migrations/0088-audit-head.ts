import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Every use case that records something waits for its turn and then reads the end of the chain. Both are one call; inside
 * it the reading sees what was committed while it waited, which a single statement would not.
 */
export class AuditHead0088 implements MigrationInterface {
  name = 'AuditHead1700000000088';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function locked_audit_head() returns table (seq bigint, hash text) volatile language plpgsql as $$
      begin
        perform pg_advisory_xact_lock(hashtext('audit'), hashtext(current_committee()::text));
        return query select e.seq, e.hash from audit_entries e where e.committee_id = current_committee()
          order by e.seq desc limit 1;
      end $$;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop function locked_audit_head()`);
  }
}
