import type { Sentence } from '../../../platform/views/page-context.ts';
import type { Candidate } from '../../../solver/index.ts';
import type { Desk, DeskMeeting } from '../infra/month-desk.ts';
import { spanOf, type Standing, standingOf } from './desk-view.ts';
import type { MeetingPage } from './meeting.page.ts';

/** One meeting, who goes there and why; null where the meeting is not on the desk. */
export function meetingPage(desk: Desk, meetingId: string): MeetingPage | null {
  const meeting = desk.meetings.find(({ id }) => id === meetingId);
  if (!meeting) return null;
  const standing = standingOf(desk);
  const people = standing.peopleOf.get(meetingId) ?? [];
  const reason = standing.uncovered.get(meetingId);
  const unmet = desk.plan?.plan.unmet.find((item) => item.meetingId === meetingId);
  return {
    month: desk.month,
    monthHref: `/months/${desk.month}`,
    meetingId,
    branch: meeting.branch,
    organisation: meeting.organisation,
    ...spanOf(desk, meeting),
    place: meeting.place,
    kind: meeting.kind,
    wanted: standing.wanted.get(meetingId) ?? { min: 0, max: 1 },
    isMandatory: desk.plan?.problem.meetings.find(({ id }) => id === meetingId)?.mandatory ?? false,
    state: reason ? (people.length > 0 ? 'partial' : 'uncovered') : 'covered',
    grounds: groundsOf(desk, meeting),
    people: people.map(({ id, name, department }) => ({
      name,
      department,
      state: desk.visits.get(`${meetingId}/${id}`)?.state ?? null,
      isPinned: desk.pins.has(`${meetingId}/${id}`),
    })),
    why: [],
    uncovered: reason
      ? {
          reason,
          candidates: (unmet?.candidates ?? []).map(({ specialistId, situation }) => ({
            ...nameOf(desk, specialistId),
            doing: doingOf(desk, standing, situation),
          })),
        }
      : null,
  };
}

function groundsOf({ fieldNames }: Desk, { months_since, weak_fields }: DeskMeeting): Sentence[] {
  return [
    months_since === null
      ? { key: 'ground.never_visited' }
      : { key: 'ground.months_since', params: { months: months_since } },
    ...Object.keys(weak_fields).map((code) => ({
      key: 'ground.weak_field',
      params: { field: fieldNames.get(code) ?? code },
    })),
  ];
}

function doingOf(desk: Desk, { meetingsOf }: Standing, situation: Candidate['situation']): Sentence {
  if (situation.kind !== 'elsewhere') return { key: `why.kept.${situation.kind}` };
  const [first] = situation.meetingIds;
  const meeting = [...meetingsOf.values()].flat().find(({ id }) => id === first);
  if (!meeting) return { key: 'why.kept.elsewhere' };
  return { key: 'why.doing.meeting', params: { branch: meeting.branch, from: spanOf(desk, meeting).from } };
}

function nameOf({ people }: Desk, specialistId: string): { name: string; department: string } {
  const person = people.find(({ id }) => id === specialistId);
  return { name: person?.name ?? '', department: person?.department ?? '' };
}
