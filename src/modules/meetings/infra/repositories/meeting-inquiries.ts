import { Injectable } from '@nestjs/common';
import type { AccountId, BranchId, MeetingId } from '../../../../kernel/id.ts';
import { firstDay, type Month } from '../../../../kernel/month.ts';
import { PostgresUnitOfWork } from '../../../../platform/database/postgres-unit-of-work.ts';
import type { InquiryAnswer, MeetingInquiry } from '../../domain/meeting-inquiry.ts';

interface Row {
  readonly meetingId: MeetingId;
  readonly mailing: number;
  readonly askedAt: Date;
  readonly askedBy: AccountId | null;
  readonly askedOf: string;
  readonly mayMove: boolean;
  readonly answer: InquiryAnswer['kind'] | null;
  readonly answeredAt: Date | null;
  readonly startsAt: Date | null;
  readonly place: string | null;
  readonly word: string | null;
  readonly decidedAt: Date | null;
  readonly decidedBy: AccountId | null;
  readonly reason: string | null;
  readonly revision: number;
}

/** A branch's secretary with a mail address. */
export interface ReachableContact {
  readonly branchId: BranchId;
  readonly branch: string;
  readonly name: string | null;
  readonly email: string;
}

const COLUMNS = `i.meeting_id as "meetingId", i.mailing, i.asked_at as "askedAt", i.asked_by as "askedBy", i.asked_of as "askedOf",
  i.may_move as "mayMove", i.answer, i.answered_at as "answeredAt", i.starts_at as "startsAt", i.place, i.word,
  i.decided_at as "decidedAt", i.decided_by as "decidedBy", i.reason, i.revision`;

/** What branches were asked about their meetings, with the links by which they answer. */
@Injectable()
export class MeetingInquiries {
  constructor(private readonly work: PostgresUnitOfWork) {}

  async list(month: Month): Promise<MeetingInquiry[]> {
    const rows = await this.work.query<Row>(
      `select ${COLUMNS} from meeting_inquiries i join meetings m on m.id = i.meeting_id where m.month = $1`,
      [firstDay(month)],
    );
    return rows.map(toDomain);
  }

  async findForUpdate(meetingId: MeetingId): Promise<MeetingInquiry | null> {
    const [row] = await this.work.query<Row>(
      `select ${COLUMNS} from meeting_inquiries i where i.meeting_id = $1 for update`,
      [meetingId],
    );
    return row ? toDomain(row) : null;
  }

  /** The meeting that a link is about; null for a link that was never made or whose meeting is gone. */
  async meetingOf(tokenHash: string): Promise<MeetingId | null> {
    const [row] = await this.work.query<{ id: MeetingId }>(
      `select meeting_id as id from meeting_links where token_hash = $1`,
      [tokenHash],
    );
    return row?.id ?? null;
  }

  async insertLink(tokenHash: string, meetingId: MeetingId, madeAt: Date): Promise<void> {
    await this.work.query(
      `insert into meeting_links (committee_id, token_hash, meeting_id, made_at) values (current_committee(), $1, $2, $3)`,
      [tokenHash, meetingId, madeAt],
    );
  }

  async save({
    meetingId,
    mailing,
    askedAt,
    askedBy,
    askedOf,
    mayMove,
    answer,
    revision,
  }: MeetingInquiry): Promise<void> {
    await this.work.query(
      `insert into meeting_inquiries (committee_id, meeting_id, mailing, asked_at, asked_by, asked_of, may_move, answer, answered_at,
         starts_at, place, word, decided_at, decided_by, reason, revision)
       values (current_committee(), $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
       on conflict (committee_id, meeting_id) do update set mailing = excluded.mailing, asked_at = excluded.asked_at,
         asked_by = excluded.asked_by, asked_of = excluded.asked_of, may_move = excluded.may_move, answer = excluded.answer,
         answered_at = excluded.answered_at, starts_at = excluded.starts_at, place = excluded.place, word = excluded.word,
         decided_at = excluded.decided_at, decided_by = excluded.decided_by, reason = excluded.reason, revision = excluded.revision`,
      [
        meetingId,
        mailing,
        askedAt,
        askedBy,
        askedOf,
        mayMove,
        answer?.kind ?? null,
        answer?.at ?? null,
        answer?.startsAt ?? null,
        answer?.place ?? null,
        answer?.word ?? null,
        answer?.decision?.at ?? null,
        answer?.decision?.by ?? null,
        answer?.decision?.reason ?? null,
        revision,
      ],
    );
  }

  /** Secretaries with a mail address, by branch. */
  async contacts(): Promise<ReadonlyMap<BranchId, ReachableContact>> {
    const rows = await this.work.query<ReachableContact>(
      `select c.branch_id as "branchId", b.name as branch, c.secretary_name as name, c.secretary_email as email
       from branch_contacts c join branch_profiles b on b.id = c.branch_id where c.secretary_email is not null`,
    );
    return new Map(rows.map((row) => [row.branchId, row]));
  }
}

function toDomain(row: Row): MeetingInquiry {
  const { meetingId, mailing, askedAt, askedBy, askedOf, mayMove, revision } = row;
  const { answer, answeredAt, startsAt, place, word, decidedAt, decidedBy, reason } = row;
  return {
    meetingId,
    mailing,
    askedAt,
    askedBy,
    askedOf,
    mayMove,
    revision,
    answer:
      answer && answeredAt && startsAt
        ? {
            kind: answer,
            at: answeredAt,
            startsAt,
            place: place ?? '',
            word: word ?? '',
            decision: decidedAt && { at: decidedAt, by: decidedBy, reason: reason ?? '' },
          }
        : null,
  };
}
