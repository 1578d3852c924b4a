import { Injectable } from '@nestjs/common';
import type { Locale } from '../../kernel/actor.ts';
import { Clock } from '../../kernel/clock.ts';
import { type DomainError, isDomainError } from '../../kernel/domain-error.ts';
import type { MeetingId, SpecialistRef } from '../../kernel/id.ts';
import { type Day, firstDay, type Month } from '../../kernel/month.ts';
import {
  type AmendableMonth,
  type AmendmentChange,
  JudgeAmendment,
  type JudgedAmendment,
  type PublishedMonth,
} from '../../modules/planning/index.ts';
import { type WayToPerson, WaysToPeople } from '../../modules/notifications/index.ts';
import { PostgresUnitOfWork } from '../../platform/database/postgres-unit-of-work.ts';
import { DeskNames } from '../desk/desk-names.ts';

export interface AmendMeeting {
  readonly id: MeetingId;
  readonly branch: string;
  readonly day: Day;
  readonly from: string;
  readonly startsAt: Date;
  readonly isHeld: boolean;
}

export interface AmendPerson {
  readonly id: SpecialistRef;
  readonly name: string;
  /** Short name. */
  readonly department: string;
}

/** Everything that the page of an amendment shows, read in one transaction. */
export interface AmendScreen {
  readonly now: Date;
  readonly month: PublishedMonth;
  readonly meetings: readonly AmendMeeting[];
  readonly people: ReadonlyMap<string, AmendPerson>;
  /** How each of them hears of it. */
  readonly ways: ReadonlyMap<string, WayToPerson>;
  readonly names: DeskNames;
  /** Null where nothing is chosen yet; an error where the changes cannot even be judged. */
  readonly judged: JudgedAmendment | DomainError | null;
  /** Who could be sent to the chosen meeting; nobody where none is chosen. */
  readonly candidates: ReturnType<AmendableMonth['candidatesAt']>;
  readonly shareOf: AmendableMonth['shareOf'];
}

@Injectable()
export class AmendScreenReadModel {
  constructor(
    private readonly work: PostgresUnitOfWork,
    private readonly judge: JudgeAmendment,
    private readonly ways: WaysToPeople,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError plan.not_published */
  read(
    month: Month,
    meetingId: MeetingId | null,
    changes: readonly AmendmentChange[],
    locale: Locale,
  ): Promise<AmendScreen> {
    return this.work.run(async () => {
      const amendable = await this.judge.open(month);
      const meetings = await this.meetings(month);
      const people = await this.work.query<AmendPerson>(
        `select id, name, department_short as department from specialist_profiles`,
      );
      const judged = changes.length === 0 ? null : orError(() => amendable.judge(changes));
      const counted = isDomainError(judged) ? [] : changes;
      return {
        now: this.clock.now(),
        month: amendable.month,
        shareOf: amendable.shareOf,
        meetings,
        people: new Map(people.map((person) => [person.id, person])),
        ways: await this.ways.of('duties'),
        names: new DeskNames({ people, meetings }, locale),
        judged,
        candidates: meetingId ? amendable.candidatesAt(meetingId, counted) : [],
      };
    });
  }

  private meetings(month: Month): Promise<AmendMeeting[]> {
    return this.work.query<AmendMeeting>(
      `select m.id, b.name as branch, m.day, to_char(m.starts_at at time zone committee_zone(), 'HH24:MI') as "from",
         m.starts_at as "startsAt", m.state = 'scheduled' as "isHeld"
       from month_meetings m join branch_profiles b on b.id = m.branch_id where m.month = $1
       order by m.starts_at, b.code`,
      [firstDay(month)],
    );
  }
}

function orError<T>(ask: () => T): T | DomainError {
  try {
    return ask();
  } catch (error) {
    if (isDomainError(error)) return error;
    throw error;
  }
}
