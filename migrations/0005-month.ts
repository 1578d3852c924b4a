import type { MigrationInterface, QueryRunner } from 'typeorm';
import { dropTables, tenantTable } from './tenant-table.ts';

/** The calendar, the plan, the visits, their evaluations and the briefing of a month. */
export class Month0005 implements MigrationInterface {
  name = 'Month1700000000005';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      tenantTable(
        'holidays',
        `
        day date not null,
        name text not null,
        constraint holidays_pk primary key (committee_id, day)`,
      ) +
        tenantTable(
          'meetings',
          `
        id uuid not null,
        branch_id uuid not null,
        month date not null constraint meetings_month_ck check (extract(day from month) = 1),
        starts_at timestamptz not null,
        ends_at timestamptz not null,
        kind text not null constraint meetings_kind_ck check (kind in ('regular', 'thematic', 'combined')),
        state text not null constraint meetings_state_ck check (state in ('scheduled', 'cancelled')),
        source text not null constraint meetings_source_ck check (source in ('rule', 'edit', 'import')),
        place text not null default '',
        note text not null default '',
        -- The part of the branch's rule that it stands for, however it was edited since; null where somebody added it.
        slot text constraint meetings_slot_ck check (slot in ('main', 'thematic')),
        -- Where the rule wanted it, and the days passed over since.
        wanted_on date,
        passed jsonb not null default '[]',
        revision integer not null default 1,
        constraint meetings_pk primary key (committee_id, id),
        constraint meetings_span_ck check (ends_at > starts_at),
        constraint meetings_rule_ck check (source <> 'rule' or (slot is not null and wanted_on is not null)),
        constraint meetings_branch_fk foreign key (committee_id, branch_id) references branches (committee_id, id)`,
        ) +
        `create unique index meetings_slot_key on meetings (committee_id, branch_id, month, slot) where slot is not null;
         create index meetings_month_ix on meetings (committee_id, month, starts_at);`,
    );
    await runner.query(
      tenantTable(
        'planning_policies',
        `
        starts_on date not null,
        content jsonb not null,
        constraint planning_policies_pk primary key (committee_id, starts_on)`,
      ) +
        tenantTable(
          'plans',
          `
        id uuid not null,
        month date not null constraint plans_month_ck check (extract(day from month) = 1),
        state text not null constraint plans_state_ck check (state in ('draft', 'published', 'superseded')),
        status text not null constraint plans_status_ck check (status in ('optimal', 'feasible', 'infeasible', 'unknown')),
        input_hash text not null,
        problem jsonb not null,
        result jsonb not null,
        is_verified boolean not null,
        made_at timestamptz not null,
        made_by uuid,
        published_at timestamptz,
        published_by uuid,
        constraint plans_pk primary key (committee_id, id),
        constraint plans_published_ck check ((state = 'draft') = (published_at is null))`,
        ) +
        `-- One published plan a month, and one draft.
         create unique index plans_published_key on plans (committee_id, month) where state = 'published';
         create unique index plans_draft_key on plans (committee_id, month) where state = 'draft';` +
        tenantTable(
          'pins',
          `
        month date not null,
        meeting_id uuid not null,
        specialist_id uuid not null,
        kind text not null constraint pins_kind_ck check (kind in ('must', 'must_not')),
        constraint pins_pk primary key (committee_id, meeting_id, specialist_id),
        constraint pins_meeting_fk foreign key (committee_id, meeting_id) references meetings (committee_id, id) on delete cascade,
        constraint pins_specialist_fk foreign key (committee_id, specialist_id) references specialists (committee_id, id)`,
        ),
    );
    await runner.query(
      // A visit of the past may come from an import, then without a meeting and a plan.
      tenantTable(
        'visits',
        `
        id uuid not null,
        branch_id uuid not null,
        specialist_id uuid not null,
        held_on date not null,
        kind text not null constraint visits_kind_ck check (kind in ('regular', 'thematic', 'combined')),
        state text not null constraint visits_state_ck check (state in ('offered', 'accepted', 'declined', 'done', 'missed', 'cancelled')),
        meeting_id uuid,
        plan_id uuid,
        leads boolean not null default false,
        decline_reason text,
        answered_at timestamptz,
        attendance_present integer,
        attendance_of integer,
        speakers integer,
        -- In hundredths of a point.
        score integer,
        calendar_sequence integer not null default 0,
        revision integer not null default 1,
        constraint visits_pk primary key (committee_id, id),
        constraint visits_origin_ck check ((meeting_id is null) = (plan_id is null)),
        constraint visits_decline_ck check (state <> 'declined' or length(decline_reason) > 0),
        constraint visits_branch_fk foreign key (committee_id, branch_id) references branches (committee_id, id),
        constraint visits_specialist_fk foreign key (committee_id, specialist_id) references specialists (committee_id, id),
        constraint visits_meeting_fk foreign key (committee_id, meeting_id) references meetings (committee_id, id),
        constraint visits_plan_fk foreign key (committee_id, plan_id) references plans (committee_id, id)`,
      ) +
        `create unique index visits_meeting_key on visits (committee_id, meeting_id, specialist_id) where state not in ('declined', 'cancelled');
         create unique index visits_history_key on visits (committee_id, branch_id, specialist_id, held_on) where meeting_id is null;
         create index visits_branch_ix on visits (committee_id, branch_id, held_on);
         create index visits_specialist_ix on visits (committee_id, specialist_id, held_on);` +
        tenantTable(
          'findings',
          `
        id uuid not null,
        visit_id uuid not null,
        position integer not null,
        kind text not null constraint findings_kind_ck check (kind in ('strength', 'shortcoming', 'good_practice', 'reflection', 'recommendation')),
        field_code text,
        text text not null,
        constraint findings_pk primary key (committee_id, id),
        constraint findings_key unique (committee_id, visit_id, position),
        constraint findings_visit_fk foreign key (committee_id, visit_id) references visits (committee_id, id) on delete cascade,
        constraint findings_field_fk foreign key (committee_id, field_code) references fields (committee_id, code)`,
        ),
    );
    await runner.query(
      tenantTable(
        'rubrics',
        `
        id uuid not null,
        code text not null,
        version integer not null,
        starts_on date not null,
        content jsonb not null,
        constraint rubrics_pk primary key (committee_id, id),
        constraint rubrics_version_key unique (committee_id, code, version),
        constraint rubrics_start_key unique (committee_id, starts_on)`,
      ) +
        tenantTable(
          'drafts',
          `
        visit_id uuid not null,
        -- The id under which it will be submitted, and the version that it follows.
        submission_id uuid not null,
        based_on integer not null,
        -- As it was typed: it need not be readable as answers yet.
        content jsonb not null,
        revision integer not null,
        saved_at timestamptz not null,
        constraint drafts_pk primary key (committee_id, visit_id),
        constraint drafts_visit_fk foreign key (committee_id, visit_id) references visits (committee_id, id)`,
        ) +
        // The client makes the id, so that a form sent many times is stored once.
        tenantTable(
          'submissions',
          `
        id uuid not null,
        visit_id uuid not null,
        version integer not null constraint submissions_version_ck check (version > 0),
        state text not null constraint submissions_state_ck check (state in ('submitted', 'accepted', 'returned')),
        rubric_id uuid not null,
        form_version integer not null,
        hash text not null,
        answers jsonb not null,
        score jsonb not null,
        submitted_at timestamptz not null,
        -- The specialist whose visit it was.
        submitted_by uuid not null,
        reviewed_at timestamptz,
        reviewed_by uuid,
        review_comment text,
        revision integer not null default 1,
        constraint submissions_pk primary key (committee_id, id),
        constraint submissions_version_key unique (committee_id, visit_id, version),
        constraint submissions_review_ck check ((state = 'submitted') = (reviewed_at is null)),
        constraint submissions_return_ck check (state <> 'returned' or length(review_comment) > 0),
        constraint submissions_visit_fk foreign key (committee_id, visit_id) references visits (committee_id, id),
        constraint submissions_specialist_fk foreign key (committee_id, submitted_by) references specialists (committee_id, id),
        constraint submissions_rubric_fk foreign key (committee_id, rubric_id) references rubrics (committee_id, id)`,
        ) +
        `create unique index submissions_open_key on submissions (committee_id, visit_id) where state <> 'returned';` +
        // Who was reminded of a missing form, once a visit and stage.
        tenantTable(
          'form_reminders',
          `
        visit_id uuid not null,
        stage text not null,
        reminded_at timestamptz not null,
        constraint form_reminders_pk primary key (committee_id, visit_id, stage),
        constraint form_reminders_visit_fk foreign key (committee_id, visit_id) references visits (committee_id, id)`,
        ),
    );
    await runner.query(
      tenantTable(
        'document_numbers',
        `
        type text not null,
        term text not null,
        last_number integer not null,
        constraint document_numbers_pk primary key (committee_id, type, term)`,
      ) +
        // A numbered document is kept as its content and as the bytes that were handed out.
        tenantTable(
          'documents',
          `
        id uuid not null,
        type text not null,
        term text not null,
        number integer not null,
        symbol text not null,
        title text not null,
        issued_on date not null,
        content jsonb not null,
        content_hash text not null,
        pdf bytea,
        docx bytea,
        made_at timestamptz not null,
        constraint documents_pk primary key (committee_id, id),
        constraint documents_number_key unique (committee_id, type, term, number)`,
        ) +
        tenantTable(
          'briefings',
          `
        id uuid not null,
        month date not null constraint briefings_month_ck check (extract(day from month) = 1),
        version integer not null,
        state text not null constraint briefings_state_ck check (state in ('draft', 'frozen')),
        -- A draft's as it was compiled; once frozen, with the board's own texts in their places.
        content jsonb not null,
        edits jsonb not null default '{}',
        content_hash text not null,
        missing_forms integer not null constraint briefings_missing_forms_ck check (missing_forms >= 0),
        document_id uuid,
        audit_head text,
        compiled_at timestamptz not null,
        compiled_by uuid,
        frozen_at timestamptz,
        frozen_by uuid,
        -- Rises through all versions of a month.
        revision integer not null,
        constraint briefings_pk primary key (committee_id, id),
        constraint briefings_version_key unique (committee_id, month, version),
        constraint briefings_frozen_ck check ((state = 'frozen') = (frozen_at is not null and document_id is not null and audit_head is not null)),
        constraint briefings_document_fk foreign key (committee_id, document_id) references documents (committee_id, id)`,
        ) +
        `create unique index briefings_draft_key on briefings (committee_id, month) where state = 'draft';` +
        // What of it counts as short, how much of it the text shows; a part that is not said is the standard's.
        tenantTable(
          'briefing_policies',
          `
        starts_on date not null,
        content jsonb not null,
        constraint briefing_policies_pk primary key (committee_id, starts_on)`,
        ) +
        `
         alter table plans add column notice_id uuid,
           add constraint plans_notice_fk foreign key (committee_id, notice_id) references documents (committee_id, id);`,
    );
    await runner.query(
      tenantTable(
        'mails',
        `
        id uuid not null,
        key text not null,
        message_id text not null,
        kind text not null,
        account_id uuid,
        to_address text not null,
        to_name text not null default '',
        subject text not null,
        content jsonb not null,
        state text not null constraint mails_state_ck check (state in ('queued', 'sent', 'failed')),
        attempts integer not null default 0,
        last_error text,
        made_at timestamptz not null,
        sent_at timestamptz,
        constraint mails_pk primary key (committee_id, id),
        constraint mails_key_key unique (committee_id, key),
        constraint mails_message_id_key unique (committee_id, message_id),
        constraint mails_sent_ck check ((state = 'sent') = (sent_at is not null))`,
      ),
    );
    // After an import the planner knows nothing of the new rows for up to a minute, and then takes seconds for what takes
    // milliseconds. Only an owner may analyze, so the application asks the owner's function to.
    await runner.query(`
      create function refresh_statistics() returns void language plpgsql security definer set search_path = public as $$
        begin
          analyze branches, specialists, departments, organisation_versions, absences, conflicts_of_interest,
            meetings, plans, visits, findings, submissions, mails, documents;
        end $$;
      revoke all on function refresh_statistics() from public;
      grant execute on function refresh_statistics() to giaoban_app;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop function refresh_statistics();`);
    await runner.query(`alter table plans drop constraint plans_notice_fk, drop column notice_id;`);
    await runner.query(
      dropTables(
        'mails',
        'briefing_policies',
        'briefings',
        'documents',
        'document_numbers',
        'form_reminders',
        'submissions',
        'drafts',
        'rubrics',
        'findings',
        'visits',
        'pins',
        'plans',
        'planning_policies',
        'meetings',
        'holidays',
      ),
    );
  }
}
