import type { MeetingRef, SpecialistRef } from '../../kernel/id.ts';
import { type PairOfIds, pairKey } from '../model/pair-key.ts';
import type { Meeting, PlanProblem, Specialist } from '../problem.ts';

/** Assignments by person and meeting. What names nobody or nothing of the month, or stands twice, is kept apart. */
export class AssignedVisits {
  readonly pairs = new Map<string, { readonly specialist: Specialist; readonly meeting: Meeting }>();
  readonly unknown: PairOfIds[] = [];
  readonly twice: PairOfIds[] = [];
  private readonly months = new Map<string, Meeting[]>();
  private readonly teams = new Map<string, Specialist[]>();

  constructor(month: MonthIds, assignments: readonly PairOfIds[]) {
    for (const { specialistId, meetingId } of assignments) {
      const pair = { specialistId, meetingId };
      const key = pairKey(pair);
      const [specialist, meeting] = [month.specialists.get(specialistId), month.meetings.get(meetingId)];
      if (specialist === undefined || meeting === undefined) this.unknown.push(pair);
      else if (this.pairs.has(key)) this.twice.push(pair);
      else {
        this.pairs.set(key, { specialist, meeting });
        listOf(this.months, specialistId).push(meeting);
        listOf(this.teams, meetingId).push(specialist);
      }
    }
  }

  has(pair: PairOfIds): boolean {
    return this.pairs.has(pairKey(pair));
  }

  monthOf(specialistId: SpecialistRef): readonly Meeting[] {
    return this.months.get(specialistId) ?? [];
  }

  teamAt(meetingId: MeetingRef): readonly Specialist[] {
    return this.teams.get(meetingId) ?? [];
  }
}

/** What is asked of assignments. */
export type Visits = Pick<AssignedVisits, 'has' | 'monthOf' | 'teamAt' | 'unknown' | 'twice'>;

/** The same with one more visit, which does not stand there yet; nothing is copied. */
export function withVisit(visits: Visits, specialist: Specialist, meeting: Meeting): Visits {
  const { id: specialistId } = specialist;
  const { id: meetingId } = meeting;
  const [month, team] = [
    [...visits.monthOf(specialistId), meeting],
    [...visits.teamAt(meetingId), specialist],
  ];
  return {
    unknown: visits.unknown,
    twice: visits.twice,
    has: (pair) => (pair.specialistId === specialistId && pair.meetingId === meetingId) || visits.has(pair),
    monthOf: (id) => (id === specialistId ? month : visits.monthOf(id)),
    teamAt: (id) => (id === meetingId ? team : visits.teamAt(id)),
  };
}

/** Everybody and every meeting of a month by id. */
export interface MonthIds {
  readonly specialists: ReadonlyMap<string, Specialist>;
  readonly meetings: ReadonlyMap<string, Meeting>;
}

export function monthIds({ specialists, meetings }: PlanProblem): MonthIds {
  return {
    specialists: new Map(specialists.map((one) => [one.id, one])),
    meetings: new Map(meetings.map((one) => [one.id, one])),
  };
}

function listOf<T>(lists: Map<string, T[]>, key: string): T[] {
  const list = lists.get(key) ?? [];
  lists.set(key, list);
  return list;
}
