import { addMonths, type Day, type Month } from '../../kernel/month.ts';
import type { AbsenceKind } from '../../kernel/vocabulary.ts';
import type { Sentence } from '../../platform/i18n/messages.ts';
import { holdsSeat, type VisitState } from '../../modules/visits/index.ts';
import type { MonthScreen, ScreenMeeting, ScreenPerson } from './month-screen-read-model.ts';
import { unmetReason } from './unmet-reason.ts';

/** Who goes where, as it stands now: by the draft, or by the visits that came of the published plan. */
export interface CurrentAssignments {
  /** Those who go, by meeting. */
  readonly peopleOf: ReadonlyMap<string, readonly ScreenPerson[]>;
  /** Where each person goes, in order of time. */
  readonly meetingsOf: ReadonlyMap<string, readonly ScreenMeeting[]>;
  /** Of each meeting whether enough people go there. */
  readonly standings: ReadonlyMap<string, Standing>;
  readonly wanted: ReadonlyMap<string, { readonly min: number; readonly max: number }>;
}

/**
 * `not_due`: nobody goes, and nobody is missed this month. `unplanned`: no plan knows this meeting yet. The reason says
 * why nobody or too few go.
 */
export type Standing =
  | { readonly state: 'covered'; readonly reason: null }
  | { readonly state: 'partial' | 'uncovered' | 'not_due' | 'unplanned'; readonly reason: Sentence };

export function currentAssignments(screen: MonthScreen): CurrentAssignments {
  const people = new Map(screen.people.map((person) => [person.id, person]));
  const peopleOf = new Map<string, ScreenPerson[]>();
  const meetingsOf = new Map<string, ScreenMeeting[]>();
  const declined = new Map<string, string>();
  const meetings = new Map(screen.meetings.map((meeting) => [meeting.id, meeting]));
  for (const { meetingId, specialistId, state } of dutiesOf(screen)) {
    const person = people.get(specialistId);
    const meeting = meetings.get(meetingId);
    if (!person || !meeting) continue;
    if (state && !holdsSeat(state)) {
      declined.set(meetingId, person.name);
      continue;
    }
    peopleOf.set(meetingId, [...(peopleOf.get(meetingId) ?? []), person]);
    meetingsOf.set(specialistId, [...(meetingsOf.get(specialistId) ?? []), meeting]);
  }
  for (const list of meetingsOf.values()) list.sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime());
  const answer = answerOf(screen);
  const wanted = new Map(
    answer?.problem.meetings.map(({ id, minObservers, maxObservers }) => [
      id,
      { min: minObservers, max: maxObservers },
    ]),
  );
  const unmet = new Map(answer?.plan.unmet.map((meeting) => [meeting.meetingId, meeting]));
  const standings = new Map<string, Standing>();
  for (const { id, monthsSince } of screen.meetings) {
    const present = peopleOf.get(id)?.length ?? 0;
    const asked = wanted.get(id);
    const name = declined.get(id);
    const standing = (): Standing => {
      if (present > 0 && present >= (asked?.min ?? 0)) return { state: 'covered', reason: null };
      const state = present > 0 ? 'partial' : 'uncovered';
      if (name !== undefined) return { state, reason: { key: 'uncovered.declined', params: { name } } };
      if (!answer) return { state: 'unplanned', reason: { key: 'uncovered.no_plan' } };
      if (!asked) return { state, reason: { key: 'uncovered.added_later' } };
      if (asked.min === 0) return { state: 'not_due', reason: notDue(screen.month, monthsSince) };
      return { state, reason: unmetReason(unmet.get(id)) };
    };
    standings.set(id, standing());
  }
  return { peopleOf, meetingsOf, standings, wanted };
}

/** The plan with what it was asked, where it is an answer at all. */
function answerOf({ plan }: MonthScreen): MonthScreen['plan'] {
  return plan && plan.plan.status !== 'infeasible' && plan.plan.status !== 'unknown' ? plan : null;
}

/** Whose turn comes later, with the month in which somebody was there last. */
function notDue(month: Month, monthsSince: number | null): Sentence {
  return monthsSince === null
    ? { key: 'uncovered.not_due' }
    : { key: 'uncovered.not_due_since', params: { last: addMonths(month, -monthsSince) } };
}

interface Duty {
  readonly meetingId: string;
  readonly specialistId: string;
  /** Null in a draft. */
  readonly state: VisitState | null;
}

/** A published month's are its visits, from whichever of its plans they came. */
function dutiesOf({ plan, visits }: MonthScreen): Duty[] {
  if (plan?.state !== 'published') return (plan?.plan.assignments ?? []).map((duty) => ({ ...duty, state: null }));
  return Array.from(visits.values(), ({ meetingId, specialistId, state }) => ({ meetingId, specialistId, state }));
}

/** When a meeting is, in the committee's local time. */
export function spanOf({ day, from, to }: ScreenMeeting): { day: Day; from: string; to: string } {
  return { day, from, to };
}

/** Why a person is away on a day, all of it. */
export function awayOn({ absences }: ScreenPerson, day: Day): AbsenceKind | null {
  return absences.find(({ from, before, hours }) => !hours && from <= day && day < before)?.kind ?? null;
}

/** Whether a person is away while a meeting is held, be it for hours. */
export function isAwayDuring(
  { absences }: Pick<ScreenPerson, 'absences'>,
  { day, from: begins, to: ends }: Pick<ScreenMeeting, 'day' | 'from' | 'to'>,
): boolean {
  const last = ends <= begins ? '24:00' : ends;
  return absences.some(
    ({ from, before, hours }) => from <= day && day < before && (!hours || (begins < hours.to && hours.from < last)),
  );
}
