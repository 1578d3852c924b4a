import { timeIn } from '../../kernel/month.ts';
import {
  factsAfter,
  type MonthMeeting,
  type SeenMeeting,
  type SharedEdit,
  type WorkCalendar,
} from '../../modules/meetings/index.ts';
import type { Sentence } from '../../platform/i18n/messages.ts';
import { previewedEdit } from './edit-many-form.ts';
import type { EditManyPreview } from './edit-meetings.view.ts';
import { meetingDifferences } from './meeting-differences.ts';
import { meetingDoubts } from './meeting-doubts.ts';
import { isOfOneKind } from './meeting-flags.ts';

export interface EditGround {
  readonly meetings: readonly MonthMeeting[];
  readonly workdays: WorkCalendar;
  readonly zone: string;
  readonly hasDraft: boolean;
}

/** What an edit makes of the chosen meetings, in the order of the calendar. */
export function previewEdit(
  chosen: readonly SeenMeeting[],
  edit: SharedEdit,
  { meetings, workdays, zone, hasDraft }: EditGround,
): EditManyPreview {
  const ids = new Set(chosen.map(({ id }) => id));
  const after = meetings.map((meeting) => {
    if (!ids.has(meeting.id) || meeting.state === 'cancelled') return meeting;
    const { place, ...facts } = factsAfter({ ...meeting, place: meeting.ownPlace }, edit, zone);
    return { ...meeting, ...facts, ownPlace: place };
  });
  const edits = meetings.flatMap((before, index) => {
    const meeting = after[index];
    if (!meeting || !ids.has(before.id)) return [];
    const changes = meetingDifferences(
      { ...before, place: before.ownPlace },
      { ...meeting, place: meeting.ownPlace },
      zone,
    );
    if (changes.length === 0) return [];
    const { id, branch, day, kind } = meeting;
    const time = timeIn(zone, meeting.startsAt);
    const wanted = { id, branchId: branch.id, kind, day, time };
    const doubts = [...meetingDoubts(wanted, after, workdays, zone), ...secondOfKind(before, meeting, after)];
    const hour = timeIn(zone, before.startsAt);
    return { branch: branch.name, organisation: branch.organisation, day, hour, changes, doubts };
  });
  return { edits, staying: ids.size - edits.length, confirmed: previewedEdit(chosen, edit), hasDraft };
}

/** A meeting whose new kind its branch has on another day of the month already. */
function secondOfKind(before: MonthMeeting, meeting: MonthMeeting, all: readonly MonthMeeting[]): Sentence[] {
  if (before.kind === meeting.kind) return [];
  const second = all.find(
    ({ id, branch, state, kind, day }) =>
      id !== meeting.id &&
      branch.id === meeting.branch.id &&
      state === 'scheduled' &&
      day !== meeting.day &&
      isOfOneKind(kind, meeting.kind),
  );
  return second ? [{ key: 'calendar.doubt.second', params: { day: second.day } }] : [];
}
