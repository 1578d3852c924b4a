import { Injectable } from '@nestjs/common';
import { Clock } from '../../kernel/clock.ts';
import type { MeetingRef, SpecialistRef } from '../../kernel/id.ts';
import { type Day, type Month, monthIn } from '../../kernel/month.ts';
import { type Pairing, type PairingId, type PairingKind, Pairings } from '../../modules/directory/index.ts';
import { PostgresUnitOfWork } from '../../platform/database/postgres-unit-of-work.ts';

export interface PairingsScreen {
  readonly thisMonth: Month;
  readonly pairs: readonly ScreenPair[];
  /** Who may be sent, by given name. */
  readonly people: readonly ScreenPerson[];
}

export interface ScreenPair {
  readonly id: PairingId;
  readonly kind: PairingKind;
  readonly people: readonly [ScreenPerson, ScreenPerson];
  readonly reason: string;
  readonly until: Month | null;
  /** Published meetings ahead to which both are sent. */
  readonly both: readonly { readonly meetingId: MeetingRef; readonly day: Day; readonly branch: string }[];
}

export interface ScreenPerson {
  readonly id: SpecialistRef;
  readonly name: string;
  readonly department: string;
  readonly isInUse: boolean;
}

/** Who must not, or should, go to a meeting together, with what published plans have of them. */
@Injectable()
export class PairingsScreenReadModel {
  constructor(
    private readonly work: PostgresUnitOfWork,
    private readonly pairings: Pairings,
    private readonly clock: Clock,
  ) {}

  read(zone: string): Promise<PairingsScreen> {
    return this.work.run(async () => {
      const now = this.clock.now();
      const registered = await this.pairings.list();
      const people = await this.work.query<ScreenPerson>(
        `select id, name, department_short as department, in_use as "isInUse" from specialist_profiles
         where (in_use and max_visits > 0) or id = any($1)
         order by given_name collate "vi-x-icu", name collate "vi-x-icu", id`,
        [registered.flatMap(({ specialistIds }) => specialistIds)],
      );
      const byId = new Map(people.map((person) => [person.id, person]));
      const both = await this.both(registered, now);
      const pairs = registered.flatMap(({ id, kind, specialistIds, reason, until }): ScreenPair[] => {
        const [first, second] = specialistIds.map((person) => byId.get(person));
        if (!first || !second) return [];
        return [{ id, kind, people: [first, second], reason, until, both: both.get(id) ?? [] }];
      });
      return { thisMonth: monthIn(zone, now), pairs, people: people.filter(({ isInUse }) => isInUse) };
    });
  }

  private async both(registered: readonly Pairing[], now: Date): Promise<ReadonlyMap<PairingId, ScreenPair['both']>> {
    const pairs = registered.map(({ id, specialistIds: [first, second] }) => ({ id, first, second }));
    const rows = await this.work.query<{ id: PairingId; meetingId: MeetingRef; day: Day; branch: string }>(
      `select p.id, m.id as "meetingId", a.held_on as day, b.short_name as branch
       from jsonb_to_recordset($1) as p (id uuid, first uuid, second uuid)
       join month_visits a on a.specialist_id = p.first and a.holds_seat
       join month_visits o on o.specialist_id = p.second and o.meeting_id = a.meeting_id and o.holds_seat
       join month_meetings m on m.id = a.meeting_id join branch_profiles b on b.id = m.branch_id
       where m.starts_at > $2 order by m.starts_at, m.id`,
      [JSON.stringify(pairs), now],
    );
    const found = new Map<PairingId, { meetingId: MeetingRef; day: Day; branch: string }[]>();
    for (const { id, ...meeting } of rows) found.set(id, [...(found.get(id) ?? []), meeting]);
    return found;
  }
}
