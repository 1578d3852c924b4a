import { addDays, type Day, dayIn, timeIn, weekday } from '../../../kernel/month.ts';
import type { MeetingRef, SpecialistRef } from '../../../kernel/id.ts';
import { type Assignment, type PlanProblem, setsOutFrom, wayTo } from '../../../solver/index.ts';

/** From when on something is to be looked at; null: never. */
export interface WarningPolicy {
  /** So many visits of one person are many. */
  readonly day: number | null;
  readonly evening: number | null;
  readonly week: number | null;
  /** A way of more km is long. */
  readonly km: number | null;
  readonly newcomerAlone: boolean;
}

/** What somebody should look at before publication, although no rule is broken. */
export type PlanWarning =
  | {
      readonly kind: 'many_in_day' | 'many_in_evening' | 'many_in_week';
      readonly specialistId: SpecialistRef;
      /** For a week, its Monday. */
      readonly day: Day;
      readonly count: number;
    }
  | {
      readonly kind: 'long_way';
      readonly specialistId: SpecialistRef;
      readonly meetingId: MeetingRef;
      readonly km: number;
    }
  /** On a person's very first visit nobody goes along. */
  | { readonly kind: 'newcomer_alone'; readonly specialistId: SpecialistRef; readonly meetingId: MeetingRef }
  /** A meeting without a known place, so that the way cannot be counted, and the number of visits to it. */
  | { readonly kind: 'place_unknown'; readonly meetingId: MeetingRef; readonly count: number }
  | { readonly kind: 'base_unknown'; readonly specialistId: SpecialistRef; readonly count: number };
export type PlanWarningKind = PlanWarning['kind'];

interface Visit {
  readonly specialist: PlanProblem['specialists'][number];
  readonly meeting: PlanProblem['meetings'][number];
  readonly day: Day;
  readonly isEvening: boolean;
  readonly isAlone: boolean;
}

/** Sorted by person and time. */
export function planWarnings(
  problem: PlanProblem,
  assignments: readonly Pick<Assignment, 'specialistId' | 'meetingId'>[],
  policy: WarningPolicy,
): readonly PlanWarning[] {
  const visits = visitsOf(problem, assignments);
  const isHistoryKnown = problem.specialists.some(({ lastVisits }) => lastVisits.length > 0);
  const perPerson = [...groups(visits, ({ specialist }) => specialist.id).values()].flatMap((own) => [
    ...crowded(own, policy),
    ...(isHistoryKnown && policy.newcomerAlone ? firstVisitAlone(own) : []),
    ...own.flatMap((visit) => longWay(visit, problem.policy, policy.km)),
    ...startUnknown(own, problem.policy),
  ]);
  const places = [...groups(visits, ({ meeting }) => meeting.id).values()].flatMap((there): PlanWarning[] =>
    there[0] && there[0].meeting.place === null
      ? [{ kind: 'place_unknown', meetingId: there[0].meeting.id, count: there.length }]
      : [],
  );
  return [...perPerson, ...places];
}

function visitsOf(
  { specialists, meetings, policy }: PlanProblem,
  assignments: readonly Pick<Assignment, 'specialistId' | 'meetingId'>[],
): Visit[] {
  const people = new Map(specialists.map((specialist) => [specialist.id, specialist]));
  const places = new Map(meetings.map((meeting) => [meeting.id, meeting]));
  const { timeZone, eveningFrom } = policy.calendar;
  return assignments
    .flatMap(({ specialistId, meetingId }) => {
      const [specialist, meeting] = [people.get(specialistId), places.get(meetingId)];
      if (!specialist || !meeting) return [];
      const at = new Date(meeting.start * 60_000);
      const [hour = 0, minute = 0] = timeIn(timeZone, at).split(':').map(Number);
      const isAlone = assignments.every(
        (other) => other.meetingId !== meetingId || other.specialistId === specialistId,
      );
      return [{ specialist, meeting, day: dayIn(timeZone, at), isEvening: hour * 60 + minute >= eveningFrom, isAlone }];
    })
    .sort((a, b) => a.meeting.start - b.meeting.start);
}

function crowded(own: readonly Visit[], many: WarningPolicy): PlanWarning[] {
  const inEvening = own.filter(({ isEvening }) => isEvening);
  return [
    ...crowds('many_in_day', own, ({ day }) => day, many.day),
    ...crowds('many_in_evening', inEvening, ({ day }) => day, many.evening),
    ...crowds('many_in_week', own, ({ day }) => addDays(day, 1 - weekday(day)), many.week),
  ];
}

function crowds(
  kind: 'many_in_day' | 'many_in_evening' | 'many_in_week',
  own: readonly Visit[],
  dayOf: (visit: Visit) => Day,
  many: number | null,
): PlanWarning[] {
  return [...groups(own, dayOf)].flatMap(([day, { length: count, 0: first }]) =>
    first && many !== null && count >= many ? [{ kind, specialistId: first.specialist.id, day, count }] : [],
  );
}

function firstVisitAlone([first]: readonly Visit[]): PlanWarning[] {
  if (!first || first.specialist.lastVisits.length > 0 || !first.isAlone) return [];
  return [{ kind: 'newcomer_alone', specialistId: first.specialist.id, meetingId: first.meeting.id }];
}

function longWay({ specialist, meeting }: Visit, policy: PlanProblem['policy'], most: number | null): PlanWarning[] {
  const metres = wayTo(specialist, meeting, policy);
  if (metres === null) return [];
  const km = Math.round(metres / 100) / 10;
  return most !== null && km > most
    ? [{ kind: 'long_way', specialistId: specialist.id, meetingId: meeting.id, km }]
    : [];
}

function startUnknown(own: readonly Visit[], policy: PlanProblem['policy']): PlanWarning[] {
  const lost = own.filter(({ specialist, meeting }) => setsOutFrom(specialist, meeting, policy) === null);
  return lost[0] ? [{ kind: 'base_unknown', specialistId: lost[0].specialist.id, count: lost.length }] : [];
}

function groups<K, V>(items: readonly V[], keyOf: (item: V) => K): Map<K, V[]> {
  const found = new Map<K, V[]>();
  for (const item of items) {
    const group = found.get(keyOf(item));
    if (group) group.push(item);
    else found.set(keyOf(item), [item]);
  }
  return found;
}
