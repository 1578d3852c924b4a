import type { MigrationInterface, QueryRunner } from 'typeorm';
import { dropTables, tenantTable } from './tenant-table.ts';

/** Branches are asked by mail whether their meetings stand, and answer by a link without an account. */
export class MeetingInquiries0033 implements MigrationInterface {
  name = 'MeetingInquiries1700000000033';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(INQUIRIES);
    await runner.query(LINKS);
    await runner.query(WISHES);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop view meeting_wishes`);
    await runner.query(dropTables('meeting_links', 'meeting_inquiries'));
  }
}

const INQUIRIES = tenantTable(
  'meeting_inquiries',
  `
    meeting_id uuid not null,
    -- In which mailing of its month it was asked last.
    mailing integer not null constraint meeting_inquiries_mailing_ck check (mailing > 0),
    asked_at timestamptz not null,
    asked_by uuid,
    asked_of text not null,
    -- Whether a wish of the branch moves the meeting at once.
    may_move boolean not null,
    -- Null while there is none.
    answer text constraint meeting_inquiries_answer_ck check (answer in ('confirmed', 'moved', 'wished', 'accepted', 'declined')),
    answered_at timestamptz,
    -- When and where the meeting is, as the branch confirmed or wishes it; an empty place is the branch's own.
    starts_at timestamptz,
    place text,
    word text,
    decided_at timestamptz,
    decided_by uuid,
    reason text,
    revision integer not null,
    constraint meeting_inquiries_pk primary key (committee_id, meeting_id),
    constraint meeting_inquiries_meeting_fk foreign key (committee_id, meeting_id) references meetings (committee_id, id) on delete cascade,
    constraint meeting_inquiries_whole_ck check (
      (answer is null) = (answered_at is null) and (answer is null) = (starts_at is null) and (answer is null) = (place is null)),
    constraint meeting_inquiries_decided_ck check (
      (decided_at is not null) = coalesce(answer in ('accepted', 'declined'), false))`,
);

const LINKS =
  tenantTable(
    'meeting_links',
    `
    token_hash text not null,
    meeting_id uuid not null,
    made_at timestamptz not null,
    constraint meeting_links_pk primary key (committee_id, token_hash),
    constraint meeting_links_meeting_fk foreign key (committee_id, meeting_id) references meetings (committee_id, id) on delete cascade`,
  ) + `create index meeting_links_meeting_ix on meeting_links (committee_id, meeting_id);`;

/** Wishes of branches that wait for the board. */
const WISHES = `
  create view meeting_wishes with (security_invoker = true) as
    select i.committee_id, i.meeting_id, m.month, m.branch_id, i.answered_at, m.starts_at as meets_at
    from meeting_inquiries i join meetings m on m.committee_id = i.committee_id and m.id = i.meeting_id
    where i.answer = 'wished' and m.state = 'scheduled';
  grant select on meeting_wishes to giaoban_app;
`;
