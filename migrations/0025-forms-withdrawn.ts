import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A form that waits can be withdrawn by its author, and a new version can answer what its reviewer asked. */
export class FormsWithdrawn0025 implements MigrationInterface {
  name = 'FormsWithdrawn1700000000025';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table submissions
        add column withdrawn_at timestamptz,
        -- The author's words.
        add column withdrawn_why text,
        -- What the author answers to the review of the version before.
        add column reply text,
        drop constraint submissions_state_ck,
        add constraint submissions_state_ck check (state in ('submitted', 'accepted', 'returned', 'withdrawn')),
        drop constraint submissions_review_ck,
        add constraint submissions_review_ck check ((state in ('submitted', 'withdrawn')) = (reviewed_at is null)),
        add constraint submissions_withdrawn_ck check ((state = 'withdrawn') = (withdrawn_at is not null)
          and (state = 'withdrawn') = (length(withdrawn_why) > 0 and withdrawn_why is not null));
      drop index submissions_open_key;
      create unique index submissions_open_key on submissions (committee_id, visit_id) where state in ('submitted', 'accepted');
    `);
    // The latest version of each visit's form that was not withdrawn; a visit without any has no row.
    await runner.query(latestForms(`and s.state <> 'withdrawn'`, `and n.state <> 'withdrawn'`));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(latestForms('', ''));
    // The release before knows forms that came back alone, and asks for the next version of them as well.
    await runner.query(`
      update submissions set state = 'returned', reviewed_at = withdrawn_at, review_comment = withdrawn_why
        where state = 'withdrawn';
      drop index submissions_open_key;
      create unique index submissions_open_key on submissions (committee_id, visit_id) where state <> 'returned';
      alter table submissions
        drop constraint submissions_withdrawn_ck,
        drop constraint submissions_review_ck,
        add constraint submissions_review_ck check ((state = 'submitted') = (reviewed_at is null)),
        drop constraint submissions_state_ck,
        add constraint submissions_state_ck check (state in ('submitted', 'accepted', 'returned')),
        drop column withdrawn_at, drop column withdrawn_why, drop column reply;
    `);
  }
}

function latestForms(kept: string, newer: string): string {
  return `create or replace view visit_forms with (security_invoker = true) as
    select s.committee_id, s.visit_id, s.id as submission_id, s.version, s.state, s.revision, s.submitted_at,
      s.reviewed_at, s.total, s.self_total, s.rating
    from submissions s where not exists (select from submissions n where n.committee_id = s.committee_id
      and n.visit_id = s.visit_id and n.version > s.version ${newer}) ${kept}`;
}
