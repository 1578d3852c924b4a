import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createReadViews, dropReadViews } from './read-views-0008.ts';
import { dropTables, tenantTable } from './tenant-table.ts';

/**
 * A visit gets its month, so that one plan of the month can follow another. A plan becomes a narrow header; the
 * problem, the solution and the assignments get rows of their own.
 */
export class VisitsAndPlans0008 implements MigrationInterface {
  name = 'VisitsAndPlans1700000000008';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table visits add column month date;
      update visits v set month = coalesce(
        (select p.month from plans p where p.committee_id = v.committee_id and p.id = v.plan_id),
        date_trunc('month', v.held_on)::date);
      alter table visits alter column month set not null,
        add constraint visits_month_ck check (extract(day from month) = 1);
      create index visits_month_ix on visits (committee_id, month);
      -- Imports note the rows as they were and compare them when they are taken back.
      update import_changes set
        before = before || jsonb_build_object('month', date_trunc('month', (before ->> 'held_on')::date)::date),
        after = after || jsonb_build_object('month', date_trunc('month', (after ->> 'held_on')::date)::date)
      where table_name = 'visits';
    `);
    await runner.query(`
      alter table plans
        add column name text not null default 'main',
        add column is_chosen boolean not null default true,
        add column people integer not null default 0,
        add column revision integer not null default 1,
        add column submitted_at timestamptz,
        add column submitted_by uuid,
        add column approved_at timestamptz,
        add column approved_by uuid,
        drop constraint plans_state_ck,
        drop constraint plans_published_ck,
        add constraint plans_state_ck check (state in ('draft', 'submitted', 'approved', 'published', 'superseded')),
        add constraint plans_name_ck check (length(name) between 1 and 60),
        add constraint plans_people_ck check (people >= 0),
        add constraint plans_submitted_ck check (case state when 'draft' then submitted_at is null when 'submitted' then submitted_at is not null else true end),
        add constraint plans_approved_ck check (case when state in ('draft', 'submitted') then approved_at is null when state = 'approved' then approved_at is not null else true end),
        add constraint plans_published_ck check ((published_at is not null) = (state in ('published', 'superseded')));
      alter table plans alter column name drop default, alter column is_chosen drop default, alter column people drop default;
      -- One published plan a month; before that several variants, each with a name of its own, and one that is chosen.
      drop index plans_draft_key;
      create unique index plans_name_key on plans (committee_id, month, name) where state in ('draft', 'submitted', 'approved');
      create unique index plans_chosen_key on plans (committee_id, month) where is_chosen and state in ('draft', 'submitted', 'approved');
      update plans set people = jsonb_array_length(problem -> 'specialists') where jsonb_typeof(problem -> 'specialists') = 'array';
    `);
    await runner.query(
      tenantTable(
        'plan_solutions',
        `
        plan_id uuid not null,
        problem jsonb not null,
        result jsonb not null,
        constraint plan_solutions_pk primary key (committee_id, plan_id),
        constraint plan_solutions_plan_fk foreign key (committee_id, plan_id) references plans (committee_id, id) on delete cascade`,
      ) +
        // Assignments of an unpublished plan are deleted with their meeting or their specialist.
        tenantTable(
          'plan_assignments',
          `
        plan_id uuid not null,
        meeting_id uuid not null,
        specialist_id uuid not null,
        leads boolean not null default false,
        is_pinned boolean not null default false,
        constraint plan_assignments_pk primary key (committee_id, plan_id, meeting_id, specialist_id),
        constraint plan_assignments_plan_fk foreign key (committee_id, plan_id) references plans (committee_id, id) on delete cascade,
        constraint plan_assignments_meeting_fk foreign key (committee_id, meeting_id) references meetings (committee_id, id) on delete cascade,
        constraint plan_assignments_specialist_fk foreign key (committee_id, specialist_id) references specialists (committee_id, id) on delete cascade`,
        ) +
        `create index plan_assignments_meeting_ix on plan_assignments (committee_id, meeting_id);
         create index plan_assignments_specialist_ix on plan_assignments (committee_id, specialist_id);`,
    );
    await runner.query(`
      insert into plan_solutions (committee_id, plan_id, problem, result) select committee_id, id, problem, result from plans;
      insert into plan_assignments (committee_id, plan_id, meeting_id, specialist_id, is_pinned)
        select p.committee_id, p.id, m.id, s.id, coalesce((a ->> 'pinned')::boolean, false)
        from plans p
        cross join jsonb_array_elements(case when jsonb_typeof(p.result -> 'assignments') = 'array' then p.result -> 'assignments' else '[]' end) a
        join meetings m on m.committee_id = p.committee_id and m.id = (a ->> 'meetingId')::uuid
        join specialists s on s.committee_id = p.committee_id and s.id = (a ->> 'specialistId')::uuid;
      alter table plans drop column problem, drop column result;
    `);
    await runner.query(createReadViews);
    // Called after a commit, for tables that have grown. The order is fixed, so that two calls at once cannot deadlock.
    await runner.query(`
      drop function refresh_statistics();
      create function refresh_statistics(tables text[]) returns void language plpgsql security definer set search_path = public as $$
        declare name text;
        begin
          for name in select distinct unnest(tables) order by 1 loop execute format('analyze %I', name); end loop;
        end $$;
      revoke all on function refresh_statistics(text[]) from public;
      grant execute on function refresh_statistics(text[]) to giaoban_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(dropReadViews);
    await runner.query(`
      drop function refresh_statistics(text[]);
      create function refresh_statistics() returns void language plpgsql security definer set search_path = public as $$
        begin
          analyze branches, specialists, departments, organisation_versions, absences, conflicts_of_interest,
            meetings, plans, visits, findings, submissions, mails, documents;
        end $$;
      revoke all on function refresh_statistics() from public;
      grant execute on function refresh_statistics() to giaoban_app;
    `);
    // The release before allows one draft for each month, and neither submission nor approval.
    await runner.query(`
      drop index plans_name_key;
      drop index plans_chosen_key;
      delete from plans where state in ('draft', 'submitted', 'approved') and not is_chosen;
      alter table plans add column problem jsonb, add column result jsonb;
      update plans p set problem = s.problem, result = s.result from plan_solutions s
        where s.committee_id = p.committee_id and s.plan_id = p.id;
      alter table plans drop constraint plans_submitted_ck, drop constraint plans_approved_ck, drop constraint plans_state_ck,
        drop constraint plans_published_ck;
      update plans set state = 'draft' where state in ('submitted', 'approved');
      alter table plans
        add constraint plans_state_ck check (state in ('draft', 'published', 'superseded')),
        add constraint plans_published_ck check ((state = 'draft') = (published_at is null)),
        alter column problem set not null, alter column result set not null,
        drop column name, drop column is_chosen, drop column people, drop column revision,
        drop column submitted_at, drop column submitted_by, drop column approved_at, drop column approved_by;
      create unique index plans_draft_key on plans (committee_id, month) where state = 'draft';
    `);
    await runner.query(dropTables('plan_assignments', 'plan_solutions'));
    await runner.query(`
      update import_changes set before = before - 'month', after = after - 'month' where table_name = 'visits';
      alter table visits drop column month;
    `);
  }
}
