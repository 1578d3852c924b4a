import { Injectable } from '@nestjs/common';
import { contentHash } from '../../../../kernel/canonical-json.ts';
import { Clock } from '../../../../kernel/clock.ts';
import type { SpecialistId, VisitId } from '../../../../kernel/id.ts';
import type { MeetingKind } from '../../../../kernel/meeting-kind.ts';
import { firstDay, type Month } from '../../../../kernel/month.ts';
import { PostgresUnitOfWork } from '../../../../platform/database/postgres-unit-of-work.ts';
import { Calendars, type OccasionFacts, type VisitOccasion } from '../../../notifications/index.ts';

interface InvitationRow {
  readonly visitId: VisitId;
  readonly uid: string;
  readonly name: string;
  readonly address: string;
  readonly sequence: number;
  readonly changedAt: Date;
}

/** When and where a visit is, and to what kind of meeting, as a calendar shows it. */
export interface Entry {
  /** ISO 8601, as all times here. */
  readonly startsAt: string;
  readonly endsAt: string;
  readonly place: string;
  readonly kind: MeetingKind;
}

/** What somebody was told of when and where a visit is. */
export interface Told {
  readonly entry: Entry;
  /** The mails that told of a move, where the last one did, and what had been told before it. */
  readonly moved?: {
    readonly keys: readonly string[];
    readonly from: Entry;
    /** In which they read `from`; left out where it is still the committee's. */
    readonly zone?: string;
    /** Some of these mails tell of other visits as well. */
    readonly isShared?: boolean;
  };
}

/** What was sent about a visit: its sender, and the mail that contained it. */
export interface SentInvitation {
  /** As in the header of that mail. */
  readonly sender: string;
  readonly mailKey: string;
}

/** The identity of each visit in calendars; stored when it is first sent, and never changed. */
@Injectable()
export class VisitInvitations {
  constructor(
    private readonly work: PostgresUnitOfWork,
    private readonly calendars: Calendars,
    private readonly clock: Clock,
  ) {}

  /**
   * Visits with their identity in calendars. A visit whose time, place or kind differs from what was sent gets a higher
   * sequence.
   */
  identify(visits: readonly OccasionFacts[]): Promise<VisitOccasion[]> {
    if (visits.length === 0) return Promise.resolve([]);
    return this.work.run(async () => {
      await this.keep(visits);
      const rows = await this.work.query<InvitationRow>(
        `select i.visit_id as "visitId", i.uid, i.organizer_name as name, i.organizer_address as address,
           v.calendar_sequence as sequence, i.changed_at as "changedAt"
         from visit_invitations i join visits v on v.id = i.visit_id where i.visit_id = any($1::uuid[])`,
        [visits.map(({ visitId }) => visitId)],
      );
      const identities = new Map(
        rows.map(({ visitId, uid, name, address, sequence, changedAt }) => [
          visitId,
          { uid, organizer: { name, address }, sequence, changedAt },
        ]),
      );
      return visits.map((visit) => {
        const identity = identities.get(visit.visitId);
        if (!identity) throw new Error(`visit ${visit.visitId} has no calendar identity`);
        return { ...visit, identity };
      });
    });
  }

  /**
   * To be called before what a mail tells of these visits is read: whoever changes one of them waits until the mail is
   * posted, and then knows what was told; what they are changing at this moment is waited for.
   */
  async lock(visitIds: readonly VisitId[]): Promise<void> {
    await this.work.query(`select id from visits where id = any($1::uuid[]) order by id for update`, [visitIds]);
  }

  /** Records which mail contains the invitation to each visit, so that later mails have the same sender and thread. */
  async noteSent(sent: readonly { readonly visitId: VisitId; readonly mailKey: string }[]): Promise<void> {
    if (sent.length === 0) return;
    await this.work.query(
      `update visit_invitations i set mail_key = s."mailKey", told = jsonb_build_object('entry', i.entry)
       from jsonb_to_recordset($1) as s ("visitId" uuid, "mailKey" text) where i.visit_id = s."visitId"`,
      [JSON.stringify(sent)],
    );
  }

  /** What the person was told last, locked until the transaction ends; null where nothing was sent. */
  async toldForUpdate(visitId: VisitId): Promise<Told | null> {
    const [row] = await this.work.query<{ told: Told | null }>(
      `select told from visit_invitations where visit_id = $1 for update`,
      [visitId],
    );
    return row?.told ?? null;
  }

  async noteTold(visitId: VisitId, told: Told): Promise<void> {
    await this.work.query(`update visit_invitations set told = $2 where visit_id = $1`, [
      visitId,
      JSON.stringify(told),
    ]);
  }

  /** Visits that somebody was told of and that were not over a day ago, next first. */
  async toldAhead(): Promise<VisitId[]> {
    const rows = await this.work.query<{ id: VisitId }>(
      `select v.id from visit_invitations i join visits v on v.id = i.visit_id join month_meetings m on m.id = v.meeting_id
       where i.told is not null and visit_takes_place(v.state) and m.ends_at > $1::timestamptz - interval '1 day'
       order by m.starts_at, v.id`,
      [this.clock.now()],
    );
    return rows.map(({ id }) => id);
  }

  /** Null where no mail contained an invitation, so that nothing has to be cancelled. */
  async findSent(visitId: VisitId): Promise<SentInvitation | null> {
    const [row] = await this.work.query<{ sender: string; mailKey: string | null }>(
      `select sender, mail_key as "mailKey" from visit_invitations where visit_id = $1`,
      [visitId],
    );
    return row?.mailKey ? { sender: row.sender, mailKey: row.mailKey } : null;
  }

  /** What was sent last about a visit of somebody in a month: visits that were made later have later ids. */
  async findLast(specialistId: SpecialistId, month: Month): Promise<SentInvitation | null> {
    const [row] = await this.work.query<SentInvitation>(
      `select i.sender, i.mail_key as "mailKey" from visit_invitations i join visits v on v.id = i.visit_id
       where v.specialist_id = $1 and v.month = $2 and i.mail_key is not null order by v.id desc limit 1`,
      [specialistId, firstDay(month)],
    );
    return row ?? null;
  }

  /** After a visit was called off or restored: the next calendar entry has a higher sequence. */
  async raise(visitId: VisitId): Promise<void> {
    await this.work.query(`update visits set calendar_sequence = calendar_sequence + 1 where id = $1`, [visitId]);
    await this.work.query(`update visit_invitations set changed_at = $2 where visit_id = $1`, [
      visitId,
      this.clock.now(),
    ]);
  }

  private async keep(visits: readonly OccasionFacts[]): Promise<void> {
    const { organizer, host, sender } = this.calendars.office;
    const now = this.clock.now();
    const given = JSON.stringify(
      visits.map((visit) => ({
        id: visit.visitId,
        uid: `${visit.visitId}@${host}`,
        digest: digestOf(visit),
        entry: entryOf(visit),
      })),
    );
    await this.work.query(
      `insert into visit_invitations (committee_id, visit_id, uid, organizer_name, organizer_address, sender, digest, entry, changed_at)
       select current_committee(), id, uid, $2, $3, $4, digest, entry, $5
       from jsonb_to_recordset($1) as g (id uuid, uid text, digest text, entry jsonb)
       on conflict (committee_id, visit_id) do nothing`,
      [given, organizer.name, organizer.address, sender, now],
    );
    await this.work.query(
      `with given as (select * from jsonb_to_recordset($1) as g (id uuid, digest text, entry jsonb)),
       adopted as (
         update visit_invitations i set digest = g.digest, entry = g.entry from given g where i.visit_id = g.id and i.digest is null),
       moved as (
         update visit_invitations i set digest = g.digest, entry = g.entry, changed_at = $2 from given g
         where i.visit_id = g.id and (i.digest <> g.digest or i.entry <> g.entry) returning i.visit_id)
       update visits v set calendar_sequence = calendar_sequence + 1 from moved where v.id = moved.visit_id`,
      [given, now],
    );
  }
}

export function entryOf(visit: Pick<OccasionFacts, 'startsAt' | 'endsAt' | 'place' | 'kind'>): Entry {
  const { startsAt, endsAt, place, kind } = visit;
  return { startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString(), place, kind };
}

/** Digest of time and place; with the entry it says whether people are to be informed. */
function digestOf({ startsAt, endsAt, zone, place }: OccasionFacts): string {
  return contentHash([startsAt.toISOString(), endsAt.toISOString(), zone, place]).slice(0, 32);
}
