import { Inject, Injectable } from '@nestjs/common';
import type { Config } from '../../../../config/config.ts';
import type { Locale } from '../../../../kernel/actor.ts';
import { Clock } from '../../../../kernel/clock.ts';
import { type AccountId, type CommitteeId, newId, type SpecialistId, type VisitId } from '../../../../kernel/id.ts';
import type { MeetingKind } from '../../../../kernel/meeting-kind.ts';
import type { Day, Month } from '../../../../kernel/month.ts';
import { PostgresUnitOfWork } from '../../../../platform/database/postgres-unit-of-work.ts';
import { CONFIG } from '../../../../platform/tokens.ts';
import type { ReplyProblem } from '../../application/incoming-mail.ts';
import type { CalendarAnswer } from '../../domain/calendar-reply.ts';

export interface InvitedVisit {
  readonly visitId: VisitId;
  readonly month: Month;
  readonly state: string;
  /** Whether somebody is to go. */
  readonly isOpen: boolean;
  readonly isAhead: boolean;
  readonly day: Day;
  readonly from: string;
  readonly to: string;
  readonly branch: string;
  readonly place: string;
  readonly kind: MeetingKind;
  /** The page on which the person answers. */
  readonly link: string;
  readonly with: readonly string[];
  readonly specialistId: SpecialistId;
  readonly name: string;
  readonly address: string;
  readonly accountId: AccountId | null;
  readonly locale: Locale | null;
  /** All addresses at which the person was or is written to, in lower case. */
  readonly addresses: readonly string[];
}

interface NewReply {
  readonly visitId: VisitId;
  readonly key: string;
  readonly answer: CalendarAnswer;
  readonly attendee: string;
  readonly comment: string;
  readonly problem: ReplyProblem | null;
}

/** What calendar programs answered to the invitations to visits. */
@Injectable()
export class CalendarReplies {
  constructor(
    private readonly work: PostgresUnitOfWork,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** The visit of any committee with this UID. */
  async visitOf(uid: string): Promise<{ readonly committeeId: CommitteeId; readonly visitId: VisitId } | null> {
    const [visit] = await this.work.query<{ committeeId: CommitteeId; visitId: VisitId }>(
      `select committee_id as "committeeId", visit_id as "visitId" from visits_of_uids(array[$1::text]) limit 1`,
      [uid],
    );
    return visit ?? null;
  }

  /** Null where the visit belongs to no published month. */
  async invited(visitId: VisitId): Promise<InvitedVisit | null> {
    const [visit] = await this.work.query<Omit<InvitedVisit, 'link'>>(
      `select v.id as "visitId", to_char(v.month, 'YYYY-MM') as month, v.state, v.is_open as "isOpen",
         m.state = 'scheduled' and m.starts_at > $2 as "isAhead", m.day,
         to_char(m.starts_at at time zone committee_zone(), 'HH24:MI') as "from",
         to_char(m.ends_at at time zone committee_zone(), 'HH24:MI') as "to", b.name as branch, m.place, m.kind,
         coalesce((select json_agg(p.name order by p.name) from month_visits o
           join specialist_profiles p on p.id = o.specialist_id
           where o.meeting_id = v.meeting_id and o.id <> v.id and o.holds_seat), '[]') as "with",
         s.id as "specialistId", s.name, s.email as address, a.account_id as "accountId", a.locale,
         array(select distinct lower(address) from (
           select s.email union all select a.email union all
           select to_address from mails where specialist_id = s.id) known (address) where address <> '') as addresses
       from month_visits v join month_meetings m on m.id = v.meeting_id join branch_profiles b on b.id = v.branch_id
       join specialist_profiles s on s.id = v.specialist_id
       left join lateral (select account_id, locale, email from specialist_accounts
         where specialist_id = s.id order by account_id limit 1) a on true
       where v.id = $1`,
      [visitId, this.clock.now()],
    );
    return visit ? { ...visit, link: `${this.config.publicUrl}/my/visits/${visit.visitId}` } : null;
  }

  /** @returns false where this reply was known */
  async add({ visitId, key, answer, attendee, comment, problem }: NewReply): Promise<boolean> {
    const added = await this.work.query(
      `insert into calendar_replies (committee_id, id, visit_id, reply_key, answer, attendee, comment, problem, received_at)
       values (current_committee(), $1, $2, $3, $4, $5, $6, $7, $8) on conflict do nothing returning 1`,
      [newId(), visitId, key, answer, attendee, comment, problem, this.clock.now()],
    );
    return added.length > 0;
  }
}
