import type { MeetingKind } from '../../kernel/meeting-kind.ts';
import { type Day, weekday } from '../../kernel/month.ts';
import type { MonthMeeting, WorkCalendar } from '../../modules/meetings/index.ts';

/** What to look at about a meeting of a calendar. */
export type MeetingFlag =
  | 'edited'
  | 'added'
  /** Not on the day of its rule, because of a day off, a weekend or another meeting. */
  | 'moved'
  /** On a holiday, or on a weekend day that is not the rule's. */
  | 'day_off'
  /** The branch meets twice on the day. */
  | 'doubled'
  /** The branch has another meeting of the same kind in the month. */
  | 'second'
  /** On a day with more meetings than people who could go. */
  | 'crowded'
  | 'cancelled';

export function meetingFlags(
  meetings: readonly MonthMeeting[],
  workdays: Pick<WorkCalendar, 'get' | 'isWorked'>,
  isCrowded: (day: Day) => boolean,
): ReadonlyMap<string, ReadonlySet<MeetingFlag>> {
  const ofBranch = new Map<string, MonthMeeting[]>();
  for (const meeting of meetings) {
    if (meeting.state !== 'scheduled') continue;
    ofBranch.set(meeting.branch.id, [...(ofBranch.get(meeting.branch.id) ?? []), meeting]);
  }
  return new Map(
    meetings.map((meeting) => {
      const others = (ofBranch.get(meeting.branch.id) ?? []).filter(({ id }) => id !== meeting.id);
      return [meeting.id, flagsOf(meeting, others, workdays, isCrowded)] as const;
    }),
  );
}

function flagsOf(
  meeting: MonthMeeting,
  others: readonly MonthMeeting[],
  workdays: Pick<WorkCalendar, 'get' | 'isWorked'>,
  isCrowded: (day: Day) => boolean,
): ReadonlySet<MeetingFlag> {
  const { day, state, source, wantedOn } = meeting;
  if (state === 'cancelled') return new Set(source === 'edit' ? ['cancelled', 'edited'] : ['cancelled']);
  const isOff = workdays.get(day) !== undefined || (source === 'edit' && day !== wantedOn && isWeekend(day, workdays));
  const flags: readonly (readonly [MeetingFlag, boolean])[] = [
    ['edited', source === 'edit' && !meeting.isAdded],
    ['added', meeting.isAdded],
    ['moved', isMovedByRule(meeting)],
    ['day_off', isOff],
    ['doubled', others.some((other) => other.day === day)],
    ['second', others.some((other) => other.day !== day && isOfOneKind(other.kind, meeting.kind))],
    ['crowded', isCrowded(day)],
  ];
  return new Set(flags.flatMap(([flag, holds]) => (holds ? [flag] : [])));
}

export function isMovedByRule({ source, wantedOn, day }: MonthMeeting): boolean {
  return source === 'rule' && wantedOn !== null && wantedOn !== day;
}

/** A thematic meeting beside a regular one is as the guideline asks; a combined one counts as both. */
export function isOfOneKind(a: MeetingKind, b: MeetingKind): boolean {
  return a === b || a === 'combined' || b === 'combined';
}

export function isWeekend(day: Day, workdays: Pick<WorkCalendar, 'isWorked'>): boolean {
  return weekday(day) > 5 && !workdays.isWorked(day);
}
