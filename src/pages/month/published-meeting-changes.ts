import { Injectable } from '@nestjs/common';
import { Clock } from '../../kernel/clock.ts';
import { instantOf, timeIn } from '../../kernel/month.ts';
import { CalendarChangesReadModel, type MonthMeeting, type Occasion } from '../../modules/meetings/index.ts';
import { type TouchedVisit, TouchedVisitsReadModel } from '../../modules/visits/index.ts';
import type { Sentence } from '../../platform/i18n/messages.ts';
import type { CalendarMeetingPage } from './calendar.view.ts';

const MINUTE_MS = 60_000;

/** What the calendar's page does with a meeting to which people have been sent already. */
@Injectable()
export class PublishedMeetingChanges {
  constructor(
    private readonly touched: TouchedVisitsReadModel,
    private readonly changes: CalendarChangesReadModel,
    private readonly clock: Clock,
  ) {}

  /** Who is told of a change. */
  async told({ id, branch, endsAt }: MonthMeeting): Promise<NonNullable<CalendarMeetingPage['published']>> {
    const [contact] = await this.changes.contacts([branch.id]);
    const going = await this.touched.goingTo(id);
    return {
      going: going.map(({ name }) => name),
      branchMail: contact?.email ?? null,
      isOver: endsAt <= this.clock.now(),
    };
  }

  /** What a move would hit; what hits the visits where they are is no reason against it. */
  async doubts(meeting: MonthMeeting, to: Occasion, zone: string): Promise<Sentence[]> {
    const startsAt = instantOf(to.day, to.time, zone);
    const endsAt = new Date(startsAt.getTime() + to.minutes * MINUTE_MS);
    const move = { meetingId: meeting.id, startsAt, endsAt, isElsewhere: to.place !== '' };
    const { going, touched } = await this.touched.ifMoved(move);
    const isOver = endsAt <= this.clock.now();
    return [
      ...(isOver && meeting.startsAt.getTime() !== startsAt.getTime()
        ? [{ key: 'calendar.doubt.past' as const, params: { day: to.day, count: going.length } }]
        : []),
      ...touched.flatMap((touch) => doubtOf(touch, zone)),
    ];
  }
}

/** A day off is asked about for every meeting, published or not. */
function doubtOf({ cause, name, with: other }: TouchedVisit, zone: string): Sentence[] {
  if (cause === 'absence') return [{ key: 'calendar.doubt.away', params: { name } }];
  if (cause !== 'collision' || !other) return [];
  return [
    { key: 'calendar.doubt.collision', params: { name, branch: other.branch, time: timeIn(zone, other.startsAt) } },
  ];
}
