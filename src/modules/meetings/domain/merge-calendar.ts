import { newId } from '../../../kernel/id.ts';
import { instantOf, type Month, monthOf } from '../../../kernel/month.ts';
import type { CalendarBranch, CalendarFault, CalendarFaultCode, WantedMeetingRow } from './calendar-workbook.ts';
import {
  cancel,
  type ChangedMeetingFacts,
  extraMeeting,
  isMovedTo,
  type Meeting,
  minutesOf,
  move,
  restore,
} from './meeting.ts';

export interface MergedCalendar {
  readonly added: readonly Meeting[];
  readonly changed: readonly { readonly before: Meeting; readonly after: Meeting }[];
  readonly unchanged: number;
  readonly faults: readonly CalendarFault[];
}

export interface CalendarGround {
  readonly month: Month;
  readonly stored: readonly Meeting[];
  /** By code. */
  readonly branches: ReadonlyMap<string, CalendarBranch>;
  readonly zone: string;
}

/**
 * What a workbook adds to a month's calendar and changes in it. Meetings keep their ids, and what is not in the workbook
 * stays. A row without an id is the branch's meeting at that time where there is one, so that the same file again
 * changes nothing.
 */
export function mergeCalendar(
  rows: readonly WantedMeetingRow[],
  { month, stored, branches, zone }: CalendarGround,
): MergedCalendar {
  const faults: CalendarFault[] = [];
  const added: Meeting[] = [];
  const changed: { before: Meeting; after: Meeting }[] = [];
  const taken = new Set<string>();
  let unchanged = 0;
  const byId = new Map<string, Meeting>(stored.map((meeting) => [meeting.id, meeting]));
  const wrong = ({ row }: WantedMeetingRow, column: CalendarFault['column'], code: CalendarFaultCode, value: string) =>
    faults.push({ row, column, code, value });
  for (const wanted of rows) {
    const branch = branches.get(wanted.branchCode);
    const known = wanted.id === null ? null : byId.get(wanted.id);
    if (!branch || (!branch.isInUse && !known)) wrong(wanted, 'branch', 'unknown_branch', wanted.branchCode);
    else if (known === undefined) wrong(wanted, 'id', 'unknown_meeting', wanted.id ?? '');
    else if (known && known.branchId !== branch.id) wrong(wanted, 'branch', 'other_branch', wanted.branchCode);
    else if (monthOf(wanted.day) !== month) wrong(wanted, 'day', 'outside_month', wanted.day);
    else {
      const at = instantOf(wanted.day, wanted.time, zone).getTime();
      const isIt = (one: Meeting) =>
        one.branchId === branch.id && one.kind === wanted.kind && one.startsAt.getTime() === at;
      const meeting = known ?? stored.find(isIt) ?? null;
      const key = meeting?.id ?? `${branch.id} ${wanted.kind} ${at}`;
      if (taken.has(key)) {
        wrong(wanted, wanted.id === null ? 'day' : 'id', 'listed_twice', wanted.id ?? wanted.day);
        continue;
      }
      taken.add(key);
      const to = factsIn(wanted);
      if (meeting === null) {
        const branchId = branch.id as Meeting['branchId'];
        const extra = extraMeeting({ id: newId(), branchId, month, kind: to.kind }, to, zone);
        added.push(wanted.isCancelled ? { ...cancel(extra, wanted.note), revision: 1 } : extra);
        continue;
      }
      const after = withRow(meeting, wanted, to, zone);
      if (after === meeting) unchanged += 1;
      else if (known && wanted.revision !== null && wanted.revision !== meeting.revision) {
        wrong(wanted, 'revision', 'changed_since', String(wanted.revision));
      } else changed.push({ before: meeting, after: { ...after, revision: meeting.revision + 1 } });
    }
  }
  return { added, changed, unchanged, faults };
}

function factsIn({ kind, day, time, minutes, place, note }: WantedMeetingRow): Required<ChangedMeetingFacts> {
  return { kind, day, time, minutes, place, note };
}

/** The same object where the row says what the calendar says. */
function withRow(meeting: Meeting, wanted: WantedMeetingRow, to: ChangedMeetingFacts, zone: string): Meeting {
  const isSame =
    meeting.kind === to.kind &&
    meeting.startsAt.getTime() === instantOf(to.day, to.time, zone).getTime() &&
    minutesOf(meeting) === to.minutes &&
    meeting.place === to.place &&
    meeting.note === to.note;
  const isStateSame = (meeting.state === 'cancelled') === wanted.isCancelled;
  if (isSame && isStateSame) return meeting;
  const open = restore(meeting);
  const moved = isSame || isMovedTo(open, to, zone) ? open : move(open, to, zone);
  return wanted.isCancelled ? cancel(moved, to.note) : moved;
}
