import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Findings keep their id and every field from one version of a form to the next; several rubrics may begin on one day;
 * what other modules know of forms, they read through views.
 */
export class FindingsAndRubrics0010 implements MigrationInterface {
  name = 'FindingsAndRubrics1700000000010';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table findings
        add column cause text,
        add column answered text,
        add column authority text,
        -- No longer said by the form that counts; the row stays for whatever refers to it.
        add column withdrawn_at timestamptz,
        alter column position drop not null,
        add constraint findings_cause_ck check (cause is null or kind = 'shortcoming'),
        add constraint findings_answered_ck check (answered is null or (kind = 'reflection' and answered in ('on_the_spot', 'later'))),
        add constraint findings_authority_ck check (authority is null or kind = 'reflection'),
        add constraint findings_position_ck check ((position is null) = (withdrawn_at is not null)),
        drop constraint findings_key;
      -- Looked at when the statement has ended, so that findings can change places.
      alter table findings add constraint findings_key unique (committee_id, visit_id, position) deferrable initially immediate;
    `);
    await runner.query(`
      alter table submissions
        -- Of what was found, in the order of the form: strengths, good practices, shortcomings, reflections, recommendation.
        add column finding_ids uuid[] not null default '{}',
        -- So that lists need not open the whole score.
        add column total integer not null generated always as ((score ->> 'total')::integer) stored,
        add column self_total integer generated always as ((score ->> 'self')::integer) stored,
        add column rating jsonb generated always as (nullif(score -> 'rating', 'null')) stored;
    `);
    await runner.query(`
      create temporary table found on commit drop as
        select s.committee_id, s.id as submission_id, s.visit_id, s.state, f.position, f.item,
          coalesce((select k.id from findings k where s.state = 'accepted' and k.committee_id = s.committee_id
            and k.visit_id = s.visit_id and k.position = f.position), gen_random_uuid()) as finding_id
        from submissions s cross join lateral jsonb_array_elements(
          coalesce(s.answers -> 'strengths', '[]') || coalesce(s.answers -> 'goodPractices', '[]')
          || coalesce(s.answers -> 'shortcomings', '[]') || coalesce(s.answers -> 'reflections', '[]')
          || case when s.answers ->> 'recommendations' is null then '[]' else jsonb_build_array('{}'::jsonb) end
        ) with ordinality as f (item, position);
      update submissions s set finding_ids = f.ids
        from (select committee_id, submission_id, array_agg(finding_id order by position) as ids from found group by 1, 2) f
        where f.committee_id = s.committee_id and f.submission_id = s.id;
      update findings k set cause = f.item ->> 'cause', answered = f.item ->> 'answered', authority = f.item ->> 'authority'
        from found f where f.state = 'accepted' and f.committee_id = k.committee_id and f.finding_id = k.id;
      drop table found;
      alter table submissions alter column finding_ids drop default;
      -- Imports note the rows as they were and compare them when they are taken back.
      update import_changes set
        before = before || '{"cause": null, "answered": null, "authority": null, "withdrawn_at": null}',
        after = after || '{"cause": null, "answered": null, "authority": null, "withdrawn_at": null}'
        where table_name = 'findings';
    `);
    await runner.query(`
      alter table rubrics drop constraint rubrics_start_key,
        add column purpose text not null default 'routine' constraint rubrics_purpose_ck check (purpose in ('routine', 'targeted'));
      update rubrics set content = content || '{"purpose": "routine"}';
      alter table rubrics alter column purpose drop default;
    `);
    await runner.query(VIEWS.map(({ name, select }) => viewOf(name, select)).join('\n'));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(VIEWS.map(({ name }) => `drop view ${name};`).join('\n'));
    // Fails where several rubrics begin on one day, because the release before cannot tell which of them applies.
    await runner.query(`
      update rubrics set content = content - 'purpose';
      alter table rubrics drop column purpose, add constraint rubrics_start_key unique (committee_id, starts_on);
    `);
    await runner.query(`
      alter table submissions drop column finding_ids, drop column total, drop column self_total, drop column rating;
      update import_changes set
        before = before - '{cause,answered,authority,withdrawn_at}'::text[],
        after = after - '{cause,answered,authority,withdrawn_at}'::text[]
        where table_name = 'findings';
      delete from findings where withdrawn_at is not null;
      alter table findings drop constraint findings_key,
        drop constraint findings_position_ck,
        drop column cause, drop column answered, drop column authority, drop column withdrawn_at,
        alter column position set not null;
      alter table findings add constraint findings_key unique (committee_id, visit_id, position);
    `);
  }
}

/**
 * What other modules may read; about forms where nothing else is said. Each view runs with the rights of its reader, so
 * that row-level security applies.
 */
const VIEWS = [
  {
    // The latest version of each visit's form; a visit without any form has no row.
    name: 'visit_forms',
    select: `select s.committee_id, s.visit_id, s.id as submission_id, s.version, s.state, s.revision, s.submitted_at,
        s.reviewed_at, s.total, s.self_total, s.rating
      from submissions s where not exists (select from submissions n where n.committee_id = s.committee_id
        and n.visit_id = s.visit_id and n.version > s.version)`,
  },
  {
    // Forms that are being written.
    name: 'visit_drafts',
    select: `select committee_id, visit_id, saved_at from drafts`,
  },
  {
    // The complete submissions that count: at most one for each visit.
    name: 'accepted_forms',
    select: `select committee_id, visit_id, id as submission_id, form_version, answers, score, total, rating
      from submissions where state = 'accepted'`,
  },
  {
    // Issued documents: the details of a numbered document wherever it is mentioned.
    name: 'issued_documents',
    select: `select committee_id, id, type, number, symbol, title, issued_on from documents`,
  },
  {
    // Briefings: the state of each month's, without their texts.
    name: 'briefing_versions',
    select: `select committee_id, month, id, version, state, missing_forms, document_id, compiled_at, frozen_at from briefings`,
  },
] as const;

function viewOf(name: string, select: string): string {
  return `create view ${name} with (security_invoker = true) as ${select}; grant select on ${name} to giaoban_app;`;
}
