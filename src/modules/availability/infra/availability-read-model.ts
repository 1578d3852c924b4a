import { Injectable } from '@nestjs/common';
import { Clock } from '../../../kernel/clock.ts';
import { isId, type SpecialistId } from '../../../kernel/id.ts';
import { addMonths, type Day, dayIn, firstDay, type Month, monthOf } from '../../../kernel/month.ts';
import { tokenHash } from '../../../kernel/secret-token.ts';
import { PostgresUnitOfWork } from '../../../platform/database/postgres-unit-of-work.ts';
import { type AvailabilityLink, whoeverHolds } from '../application/reply-availability.ts';
import { type AvailabilityRound, isWaitedFor, type ReplyKind, replyNow } from '../domain/availability-round.ts';
import type { DayPreference } from '../domain/day-preference.ts';
import { AvailabilityRounds } from './repositories/availability-rounds.ts';
import { DayPreferences } from './repositories/day-preferences.ts';

/** A person who takes part, with what they have said about a month. */
export interface AvailablePerson {
  readonly specialistId: SpecialistId;
  readonly name: string;
  readonly department: string;
  /** Days of the month on which this person is away, for hours or all day. */
  readonly days: number;
  /** Null where this person was not asked. */
  readonly askedAt: Date | null;
  readonly reply: ReplyKind | null;
  readonly repliedAt: Date | null;
}

export interface MonthAvailability {
  readonly round: AvailabilityRound | null;
  readonly isPublished: boolean;
  readonly today: Day;
  /** By department and name. */
  readonly people: readonly AvailablePerson[];
}

/** A round as one of the people asked sees it. */
export interface OwnRound {
  readonly month: Month;
  readonly until: Day;
  /** Whether the last day is still ahead. */
  readonly isOpen: boolean;
  readonly reply: ReplyKind | null;
  readonly days: number;
}

/** What the holder of a link may see. */
export interface LinkedRound extends OwnRound {
  readonly committee: string;
  readonly name: string;
}

/** Reads who has said what about their days of a month. */
@Injectable()
export class AvailabilityReadModel {
  constructor(
    private readonly work: PostgresUnitOfWork,
    private readonly rounds: AvailabilityRounds,
    private readonly preferences: DayPreferences,
    private readonly clock: Clock,
  ) {}

  of(month: Month): Promise<MonthAvailability> {
    return this.work.run(async () => ({
      round: await this.rounds.find(month),
      isPublished: await this.rounds.isPublished(month),
      today: dayIn(await this.rounds.zone(), this.clock.now()),
      people: (
        await this.work.query<AvailablePerson>(
          `select s.id as "specialistId", s.name, s.department_short as department, r.asked_at as "askedAt", r.reply,
           r.replied_at as "repliedAt",
           (select count(distinct d.day)::int from specialist_absences a
             cross join lateral generate_series(greatest(a.starts_on, $1::date), least(a.ends_before, $2::date) - 1, interval '1 day') as d (day)
             where a.specialist_id = s.id and a.starts_on < $2 and a.ends_before > $1) as days
         from specialist_profiles s left join availability_replies r on r.specialist_id = s.id and r.month = $1
         where s.in_use and s.max_visits > 0
         order by s.department_short collate "vi-x-icu", s.given_name collate "vi-x-icu", s.name collate "vi-x-icu", s.id`,
          [firstDay(month), firstDay(addMonths(month, 1))],
        )
      ).map((person) => ({ ...person, reply: replyNow(person.reply, person.days) })),
    }));
  }

  /** The rounds about this month and later ones in which somebody was asked, while their month is not published. */
  own(specialistId: SpecialistId): Promise<OwnRound[]> {
    return this.work.run(async () => {
      const today = dayIn(await this.rounds.zone(), this.clock.now());
      const months = await this.work.query<{ month: Month }>(
        `select to_char(r.month, 'YYYY-MM') as month from availability_replies r
         where r.specialist_id = $1 and r.month >= $2 and not exists (select from month_publications p where p.month = r.month)
         order by r.month`,
        [specialistId, firstDay(monthOf(today))],
      );
      const rounds: OwnRound[] = [];
      for (const { month } of months) rounds.push(...(await this.ownRound(month, specialistId, today)));
      return rounds;
    });
  }

  preferencesOf(specialistId: SpecialistId): Promise<DayPreference[]> {
    return this.work.run(() => this.preferences.list(specialistId));
  }

  /** Null for a link that was never made. */
  async linked({ committeeId, token }: AvailabilityLink): Promise<LinkedRound | null> {
    if (!isId(committeeId)) return null;
    return this.work.as(whoeverHolds(committeeId), () =>
      this.work.run(async () => {
        const asked = await this.rounds.replyOfLink(tokenHash(token));
        if (!asked) return null;
        const today = dayIn(await this.rounds.zone(), this.clock.now());
        const [round] = await this.ownRound(asked.month, asked.specialistId, today);
        const [facts] = await this.work.query<{ committee: string; name: string }>(
          `select c.name as committee, coalesce((select name from specialist_profiles where id = $1), '') as name from acting_committee c`,
          [asked.specialistId],
        );
        return round && facts ? { ...round, ...facts } : null;
      }),
    );
  }

  private async ownRound(month: Month, specialistId: SpecialistId, today: Day): Promise<OwnRound[]> {
    const round = await this.rounds.find(month);
    const reply = await this.rounds.replyOf(month, specialistId);
    if (!round) return [];
    const days = await this.rounds.daysAway(month, specialistId);
    const kind = replyNow(reply?.reply?.kind ?? null, days);
    return [{ month, until: round.until, isOpen: isWaitedFor(round, today), reply: kind, days }];
  }
}
