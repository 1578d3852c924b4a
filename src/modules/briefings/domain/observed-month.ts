import type { Answers, Score } from '../../evaluations/index.ts';
import type {
  BriefingArea,
  BriefingBranch,
  BriefingInput,
  BriefingMeeting,
  BriefingVisit,
  OfficialRating,
} from './briefing-input.ts';
import type { Sources } from './statement.ts';

const order = new Intl.Collator('vi', { numeric: true });

/** One line of the visit list; the rest of the briefing refers to it by its number. */
export interface VisitLine {
  readonly line: number;
  readonly visit: BriefingVisit;
  readonly meeting: BriefingMeeting;
  readonly branch: BriefingBranch;
  readonly area: BriefingArea;
  readonly department: string;
}

/**
 * A meeting with at least one accepted form. Counts and scores are taken from the first form, remarks from all of them.
 */
export interface ObservedMeeting {
  readonly meeting: BriefingMeeting;
  readonly branch: BriefingBranch;
  readonly area: BriefingArea;
  readonly answers: Answers;
  readonly score: Score;
  /** As decided officially, else by the points; null while answers are missing. */
  readonly rating: OfficialRating['rating'] | null;
  readonly forms: readonly { readonly line: number; readonly answers: Answers }[];
  readonly sources: Sources;
}

export interface ObservedMonth {
  readonly input: BriefingInput;
  readonly lines: readonly VisitLine[];
  readonly observed: readonly ObservedMeeting[];
  readonly heldMeetings: readonly BriefingMeeting[];
  readonly allLines: Sources;
  /** The numbers of lines with an accepted form. */
  readonly formLines: Sources;
}

/** Sorts a month by area, branch, day and person, so that equal months give equal texts. */
export function observedMonth(input: BriefingInput): ObservedMonth {
  const branches = new Map(input.branches.map((branch) => [branch.id, branch]));
  const areas = new Map(input.areas.map((area) => [area.id, area]));
  const meetings = new Map(input.meetings.map((meeting) => [meeting.id, meeting]));
  const departments = new Map(input.departments.map((department) => [department.id, department.name]));

  const lines = input.visits
    .map((given) => {
      // A person whose form was accepted attended, whether or not the visit was marked as done.
      const visit: BriefingVisit =
        given.form || given.formOpen ? { ...given, outcome: 'attended', reason: null } : given;
      const meeting = known(meetings.get(visit.meetingId), 'meeting', visit.meetingId);
      const branch = known(branches.get(meeting.branchId), 'branch', meeting.branchId);
      const area = known(areas.get(branch.areaId), 'area', branch.areaId);
      return {
        visit,
        meeting,
        branch,
        area,
        department: known(departments.get(visit.departmentId), 'department', visit.departmentId),
      };
    })
    .sort(
      (a, b) =>
        order.compare(a.area.name, b.area.name) ||
        order.compare(a.branch.name, b.branch.name) ||
        compareText(a.meeting.day + a.meeting.startsAt, b.meeting.day + b.meeting.startsAt) ||
        order.compare(a.visit.specialistName, b.visit.specialistName) ||
        compareText(a.visit.id, b.visit.id),
    )
    .map((each, index): VisitLine => ({ line: index + 1, ...each }));

  return {
    input,
    lines,
    observed: observedMeetings(lines),
    heldMeetings: input.meetings.filter((meeting) => meeting.held),
    allLines: lines.map((each) => each.line),
    formLines: lines.filter((each) => each.visit.form).map((each) => each.line),
  };
}

function observedMeetings(lines: readonly VisitLine[]): ObservedMeeting[] {
  const byMeeting = groupBy(
    lines.filter((each) => each.visit.form !== null),
    (each) => each.meeting.id,
  );
  return [...byMeeting.values()].flatMap((group): ObservedMeeting[] => {
    const forms = group.flatMap(({ line, visit }) => (visit.form ? [{ line, ...visit.form }] : []));
    const [first] = forms.toSorted((a, b) => compareText(a.submissionId, b.submissionId));
    const [head] = group;
    if (!first || !head) return [];
    const { meeting, branch, area } = head;
    return [
      {
        meeting,
        branch,
        area,
        answers: first.answers,
        score: first.score,
        rating: meeting.official?.rating ?? first.score.rating,
        forms: forms.map(({ line, answers }) => ({ line, answers })),
        sources: forms.map(({ line }) => line),
      },
    ];
  });
}

export function groupBy<T, K>(items: readonly T[], keyOf: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

/** The number of branches: a branch may meet twice in a month. */
export function branchesOf(observed: readonly ObservedMeeting[]): number {
  return new Set(observed.map((each) => each.branch.id)).size;
}

export function compareNames(a: string, b: string): number {
  return order.compare(a, b);
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** A missing meeting is a programming error, never a user's. */
function known<T>(value: T | undefined, kind: string, id: string): T {
  if (value === undefined) throw new Error(`briefing input has no ${kind} ${id}`);
  return value;
}
