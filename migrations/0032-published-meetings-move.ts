import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Meetings of a published month can move: what each person was told, when they were asked, and what a move hits. */
export class PublishedMeetingsMove0032 implements MigrationInterface {
  name = 'PublishedMeetingsMove1700000000032';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(ASKED);
    await runner.query(TOLD);
    await runner.query(CAUSES);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(CAUSES_DOWN);
    await runner.query(TOLD_DOWN);
    await runner.query(ASKED_DOWN);
  }
}

const ASKED = `
  alter table visits
    -- When the person was asked to answer: at the publication, and anew when the meeting moved.
    add column asked_at timestamptz,
    -- The one reminder for that question.
    add column reminded_at timestamptz,
    -- When its meeting last moved after the publication.
    add column moved_at timestamptz;
  update visits v set asked_at = p.published_at from plans p
    where p.committee_id = v.committee_id and p.id = v.plan_id and v.meeting_id is not null;
  -- Imports note the rows as they were and compare them when they are taken back.
  update import_changes set before = before || '{"asked_at": null, "reminded_at": null, "moved_at": null}',
    after = after || '{"asked_at": null, "reminded_at": null, "moved_at": null}'
    where table_name = 'visits';
`;

const ASKED_DOWN = `
  update import_changes set before = before - '{asked_at,reminded_at,moved_at}'::text[],
    after = after - '{asked_at,reminded_at,moved_at}'::text[] where table_name = 'visits';
  alter table visits drop column asked_at, drop column reminded_at, drop column moved_at;
`;

/** Until now no meeting could move once people had been told of it. */
const TOLD = `
  alter table visit_invitations
    -- When and where, as the calendar entry was last made.
    add column entry jsonb,
    -- What the last mail said of it, and before that.
    add column told jsonb;
  update visit_invitations i set
      entry = e.entry, told = case when i.mail_key is null then null else jsonb_build_object('entry', e.entry) end
    from (
      select v.committee_id, v.id, jsonb_build_object(
          'startsAt', to_char(m.starts_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
          'endsAt', to_char(m.ends_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
          'place', coalesce(nullif(m.place, ''), b.address)) as entry
      from visits v join meetings m on m.committee_id = v.committee_id and m.id = v.meeting_id
      join branches b on b.committee_id = v.committee_id and b.id = v.branch_id) e
    where e.committee_id = i.committee_id and e.id = i.visit_id;
`;

const TOLD_DOWN = `alter table visit_invitations drop column entry, drop column told;`;

const CAUSES = `
  alter table kept_visits drop constraint kept_visits_cause_ck,
    add constraint kept_visits_cause_ck
      check (cause in ('holiday', 'absence', 'branch', 'specialist', 'collision', 'unanswered'));
`;

const CAUSES_DOWN = `
  delete from kept_visits where cause in ('collision', 'unanswered');
  alter table kept_visits drop constraint kept_visits_cause_ck,
    add constraint kept_visits_cause_ck check (cause in ('holiday', 'absence', 'branch', 'specialist'));
`;
