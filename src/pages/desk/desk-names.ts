import { formatShortDate } from '../../kernel/format.ts';
import type { Locale } from '../../kernel/actor.ts';
import type { Day } from '../../kernel/month.ts';
import type { MeetingRef, SpecialistRef } from '../../kernel/id.ts';

interface NamedMeeting {
  readonly id: MeetingRef;
  readonly branch: string;
  readonly day: Day;
  /** `HH:mm` */
  readonly from: string;
}

/** How the desk calls people and meetings; what has left the month is called by what it is. */
export class DeskNames {
  private readonly people: ReadonlyMap<string, string>;
  private readonly meetings: ReadonlyMap<string, NamedMeeting>;

  constructor(
    {
      people,
      meetings,
    }: {
      readonly people: readonly { readonly id: SpecialistRef; readonly name: string }[];
      readonly meetings: readonly NamedMeeting[];
    },
    private readonly locale: Locale,
  ) {
    this.people = new Map(people.map(({ id, name }) => [id, name]));
    this.meetings = new Map(meetings.map((meeting) => [meeting.id, meeting]));
  }

  person(id: SpecialistRef): string {
    return this.people.get(id) ?? '…';
  }

  branch(meetingId: MeetingRef): string {
    return this.meetings.get(meetingId)?.branch ?? '…';
  }

  /** Such as `03/12 19:30`. */
  at(meetingId: MeetingRef): string {
    const meeting = this.meetings.get(meetingId);
    return meeting ? `${formatShortDate(this.locale, meeting.day)} ${meeting.from}` : '…';
  }
}
