import type { PlanProblem } from '../problem.ts';

/** What people call the things behind the ids. */
export interface Names {
  readonly specialist: (id: string) => string;
  readonly meeting: (id: string) => string;
  readonly branch: (id: string) => string;
  readonly department: (id: string) => string;
  /** Day and hour of a minute, such as 19:30 03/12/2020. */
  readonly time: (minute: number) => string;
}

/** Ids for names, a meeting by its branch and hour; for whoever has nothing but the files. */
export function namesOf(problem: PlanProblem, timeZone = 'Asia/Ho_Chi_Minh'): Names {
  const meetings = new Map(problem.meetings.map((meeting) => [meeting.id, meeting]));
  const clock = new Intl.DateTimeFormat('en-GB', {
    timeZone,
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
  return {
    specialist: (id) => id,
    branch: (id) => id,
    department: (id) => id,
    time,
    meeting: (id) => {
      const meeting = meetings.get(id);
      return meeting === undefined ? id : `${id} (${meeting.branchId}, ${time(meeting.start)})`;
    },
  };
}
