import type { MigrationInterface, QueryRunner } from 'typeorm';
import { dropTables, sharedTable, tenantTable } from './tenant-table.ts';

/** What calendar programs answer to invitations, and other mail that comes to the service. */
export class CalendarReplies0039 implements MigrationInterface {
  name = 'CalendarReplies1700000000039';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(REPLIES);
    await runner.query(STRAYS);
    await runner.query(UIDS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop index visit_invitations_uid_ix; drop function visits_of_uids(text[])`);
    await runner.query(dropTables('stray_mails', 'calendar_replies'));
  }
}

const REPLIES = tenantTable(
  'calendar_replies',
  `
    id uuid not null,
    visit_id uuid not null,
    -- Of what was answered, by whom and when: the same reply is kept once, however it comes.
    reply_key text not null,
    answer text not null constraint calendar_replies_answer_ck check (answer in ('accepted', 'declined', 'tentative')),
    attendee text not null,
    comment text not null constraint calendar_replies_comment_ck check (length(comment) <= 500),
    -- Why it is not taken for the person's own; null where it is.
    problem text constraint calendar_replies_problem_ck check (problem in ('attendee', 'sender')),
    received_at timestamptz not null,
    constraint calendar_replies_pk primary key (committee_id, id),
    constraint calendar_replies_reply_key unique (committee_id, visit_id, reply_key),
    constraint calendar_replies_visit_fk foreign key (committee_id, visit_id) references visits (committee_id, id)`,
  { writes: 'select, insert' },
);

/** Nobody knows to which committee they belong. */
const STRAYS = sharedTable(
  'stray_mails',
  `
    key text not null constraint stray_mails_pk primary key,
    sender text not null,
    subject text not null,
    reason text not null constraint stray_mails_reason_ck check (
      reason in ('unreadable', 'unknown_report', 'automatic', 'no_reply', 'unknown_visit')),
    received_at timestamptz not null`,
  'select, insert, delete',
);

/** Of the visits: a reply names its visit by the UID alone, not its committee. */
const UIDS = `
  create function visits_of_uids(uids text[]) returns table (committee_id uuid, visit_id uuid, uid text)
    stable language sql security definer set search_path = public as $$
      select i.committee_id, i.visit_id, i.uid from visit_invitations i where i.uid = any(uids) $$;
  revoke all on function visits_of_uids(text[]) from public;
  grant execute on function visits_of_uids(text[]) to giaoban_app;
  create index visit_invitations_uid_ix on visit_invitations (committee_id, uid);
`;
