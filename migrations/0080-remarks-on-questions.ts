import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A reviewer says what to mend beside each question: a form may be returned for its remarks alone. */
export class RemarksOnQuestions0080 implements MigrationInterface {
  name = 'RemarksOnQuestions1700000000080';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table submissions
        -- By the pointer of the question, such as /scores/steps.
        add column review_remarks jsonb not null default '{}'::jsonb
          constraint submissions_remarks_ck check (jsonb_typeof(review_remarks) = 'object'),
        drop constraint submissions_return_ck,
        add constraint submissions_return_ck check (
          state <> 'returned' or coalesce(length(review_comment), 0) > 0 or review_remarks <> '{}'::jsonb);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    // The release before knows one comment for the whole form: the remarks become a part of it.
    await runner.query(`
      update submissions s set review_comment = concat_ws(E'\\n', nullif(s.review_comment, ''),
          (select string_agg(r.value, E'\\n' order by r.key) from jsonb_each_text(s.review_remarks) r))
        where s.review_remarks <> '{}'::jsonb;
      alter table submissions
        drop constraint submissions_return_ck,
        add constraint submissions_return_ck check (state <> 'returned' or length(review_comment) > 0),
        drop column review_remarks;
    `);
  }
}
