import type { MeetingRef } from '../../../kernel/id.ts';
import type { Assignment } from '../../../solver/index.ts';

/** A meeting with other people than in the previous draft. */
export interface MeetingDifference {
  readonly meetingId: MeetingRef;
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/** The differences between a draft and the draft that it replaced. */
export interface DraftDifference {
  readonly visitsBefore: number;
  readonly visitsAfter: number;
  /** Meetings to which somebody else, nobody or somebody more is sent. */
  readonly meetings: readonly MeetingDifference[];
}

type Duty = Pick<Assignment, 'specialistId' | 'meetingId'>;

export function draftDifference(before: readonly Duty[], after: readonly Duty[]): DraftDifference {
  const [former, now] = [peopleOf(before), peopleOf(after)];
  const meetings = [...new Set([...former.keys(), ...now.keys()])]
    .sort()
    .map((meetingId) => ({ meetingId, before: former.get(meetingId) ?? [], after: now.get(meetingId) ?? [] }))
    .filter((one) => one.before.join() !== one.after.join());
  return { visitsBefore: before.length, visitsAfter: after.length, meetings };
}

function peopleOf(duties: readonly Duty[]): Map<string, string[]> {
  const people = new Map<string, string[]>();
  for (const { meetingId, specialistId } of duties) {
    people.set(meetingId, [...(people.get(meetingId) ?? []), specialistId].sort());
  }
  return people;
}
