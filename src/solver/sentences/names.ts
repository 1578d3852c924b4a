import type { MeetingRef } from '../../kernel/id.ts';
import type { Labelled, PlanProblem } from '../problem.ts';

/** The names that people use for what has an id. */
export interface Names {
  readonly specialist: (id: string) => string;
  readonly meeting: (id: string) => string;
  readonly branch: (id: string) => string;
  readonly department: (id: string) => string;
  /** Observers that a meeting wants. */
  readonly wanted: (meetingId: MeetingRef) => number;
  /** Day and hour of a minute, such as 19:30 03/12/2020. */
  readonly time: (minute: number) => string;
}

/** Labels where given, else ids; a meeting by its branch and time. Times are in the committee's zone. */
export function namesOf(problem: PlanProblem): Names {
  const meetings = new Map(problem.meetings.map((meeting) => [meeting.id, meeting]));
  const clock = new Intl.DateTimeFormat('en-GB', {
    timeZone: problem.policy.calendar.timeZone,
    day: '2-digit',
    month: '2-digit',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  });
  const time = (minute: number): string => {
    const parts = new Map(clock.formatToParts(minute * 60_000).map(({ type, value }) => [type, value]));
    const at = (type: Intl.DateTimeFormatPartTypes): string => parts.get(type) ?? '';
    return `${at('hour')}:${at('minute')} ${at('day')}/${at('month')}/${at('year')}`;
  };
  const branches = labelsOf(problem.branches);
  return {
    specialist: byLabel(labelsOf(problem.specialists)),
    branch: byLabel(branches),
    department: byLabel(labelsOf(problem.departments)),
    wanted: (id) => meetings.get(id)?.minObservers ?? 0,
    time,
    meeting: (id) => {
      const meeting = meetings.get(id);
      if (meeting === undefined) return id;
      const name = meeting.label ?? branches.get(meeting.branchId);
      return name === undefined
        ? `${id} (${meeting.branchId}, ${time(meeting.start)})`
        : `${name} (${time(meeting.start)})`;
    },
  };
}

function labelsOf(items: readonly Labelled[]): ReadonlyMap<string, string> {
  return new Map(items.flatMap(({ id, label }) => (label === undefined ? [] : [[id, label] as const])));
}

function byLabel(labels: ReadonlyMap<string, string>): (id: string) => string {
  return (id) => labels.get(id) ?? id;
}
