import { addMonths, type Day, type Month } from '../../kernel/month.ts';
import type { AbsenceKind } from '../../kernel/vocabulary.ts';
import type { MeetingRef, SpecialistRef } from '../../kernel/id.ts';
import type { Sentence } from '../../platform/i18n/messages.ts';
import { holdsSeat, type VisitState } from '../../modules/visits/index.ts';
import type { PlanScreen, ScreenMeeting, ScreenPerson } from './month-screen-read-model.ts';
import { unmetReason } from './unmet-reason.ts';

/** Who goes where at present: by the draft, or by the visits of the published plan. */
export interface CurrentAssignments {
  /** The people who go, by meeting. */
  readonly peopleOf: ReadonlyMap<string, readonly ScreenPerson[]>;
  /** Where each person goes, in order of time. */
  readonly meetingsOf: ReadonlyMap<string, readonly ScreenMeeting[]>;
  /** For each meeting, whether enough people go there. */
  readonly standings: ReadonlyMap<string, Standing>;
  readonly wanted: ReadonlyMap<string, { readonly min: number; readonly max: number }>;
}

/**
 * `not_due`: nobody goes, and nobody is wanted this month. `unplanned`: the plan does not contain this meeting. `over`:
 * nobody goes, and it had begun before anybody was told of the plan. The reason says why nobody or too few people go.
 */
export type Standing =
  | { readonly state: 'covered'; readonly reason: null }
  | { readonly state: 'partial' | 'uncovered' | 'not_due' | 'over' | 'unplanned'; readonly reason: Sentence };

export function currentAssignments(screen: PlanScreen): CurrentAssignments {
  const people = new Map(screen.people.map((person) => [person.id, person]));
  const peopleOf = new Map<string, ScreenPerson[]>();
  const meetingsOf = new Map<string, ScreenMeeting[]>();
  const left = new Map<string, Sentence>();
  const meetings = new Map(screen.meetings.map((meeting) => [meeting.id, meeting]));
  for (const { meetingId, specialistId, state } of dutiesOf(screen)) {
    const person = people.get(specialistId);
    const meeting = meetings.get(meetingId);
    if (!person || !meeting) continue;
    if (state && !holdsSeat(state)) {
      const key = state === 'released' ? 'uncovered.released' : 'uncovered.declined';
      left.set(meetingId, { key, params: { name: person.name } });
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
  const hasBegun = begunBefore(screen, answer);
  const leftOut = leftOutAt(screen, people);
  const unmet = new Map(answer?.plan.unmet.map((meeting) => [meeting.meetingId, meeting]));
  const standings = new Map<string, Standing>();
  for (const { id, monthsSince, startsAt, isVisited } of screen.meetings) {
    const present = peopleOf.get(id)?.length ?? 0;
    const asked = wanted.get(id);
    const lost = left.get(id);
    const standing = (): Standing => {
      if (present > 0 && present >= (asked?.min ?? 0)) return { state: 'covered', reason: null };
      const state = present > 0 ? 'partial' : 'uncovered';
      if (lost) return { state, reason: lost };
      if (answer && hasBegun(id, startsAt)) {
        const names = (leftOut.get(id) ?? []).join(', ');
        if (names !== '') return { state: 'over', reason: { key: 'uncovered.left_out', params: { names, isVisited } } };
        return { state: 'over', reason: { key: 'uncovered.over', params: { isVisited } } };
      }
      if (!answer) return { state: 'unplanned', reason: { key: 'uncovered.no_plan' } };
      if (!asked) return { state, reason: { key: 'uncovered.added_later' } };
      if (asked.min === 0) return { state: 'not_due', reason: notDue(screen.month, monthsSince) };
      const found = unmet.get(id);
      // The engine would have weighed them against others; people have only not sent them.
      const free = found?.candidates.filter(({ situation }) => situation.kind === 'free').length ?? 0;
      if (answer.plan.stoppedBy === 'by_hand' && free > 0) {
        return { state, reason: { key: 'uncovered.free_by_hand', params: { free } } };
      }
      return { state, reason: unmetReason(found) };
    };
    standings.set(id, standing());
  }
  return { peopleOf, meetingsOf, standings, wanted };
}

/** The plan with its problem, if it is a solved one. */
function answerOf({ plan }: PlanScreen): PlanScreen['plan'] {
  return plan && plan.plan.status !== 'infeasible' && plan.plan.status !== 'unknown' ? plan : null;
}

/** Whether a meeting had begun before the plan was made, or published; of a draft, whether it has begun by now. */
function begunBefore({ now }: PlanScreen, answer: PlanScreen['plan']): (id: MeetingRef, startsAt: Date) => boolean {
  const before = answer?.problem.published?.settledBefore ?? -Infinity;
  const over = new Set(answer?.problem.meetings.flatMap(({ id, start }) => (start < before ? [id] : [])));
  const told = answer?.publishedAt ?? now;
  return (id, startsAt) => over.has(id) || startsAt <= told;
}

/** By meeting, the names of those whom the plan would have sent there. */
function leftOutAt(
  { leftOutDuties }: PlanScreen,
  people: ReadonlyMap<string, ScreenPerson>,
): ReadonlyMap<string, readonly string[]> {
  const names = new Map<string, readonly string[]>();
  for (const { meetingId, specialistId } of leftOutDuties) {
    names.set(meetingId, [...(names.get(meetingId) ?? []), people.get(specialistId)?.name ?? '…']);
  }
  return names;
}

/** For a meeting that is not due: the month of the last visit. */
function notDue(month: Month, monthsSince: number | null): Sentence {
  return monthsSince === null
    ? { key: 'uncovered.not_due' }
    : { key: 'uncovered.not_due_since', params: { last: addMonths(month, -monthsSince) } };
}

interface Duty {
  readonly meetingId: MeetingRef;
  readonly specialistId: SpecialistRef;
  /** Null in a draft. */
  readonly state: VisitState | null;
}

/** What of a plan people are told, or were. */
export function assignmentsToSend({ plan, leftOutDuties }: Pick<PlanScreen, 'plan' | 'leftOutDuties'>) {
  const keyOf = ({ meetingId, specialistId }: Pick<Duty, 'meetingId' | 'specialistId'>) =>
    `${meetingId}/${specialistId}`;
  const leftOut = new Set(leftOutDuties.map(keyOf));
  return (plan?.plan.assignments ?? []).filter((duty) => !leftOut.has(keyOf(duty)));
}

/**
 * For a published month its visits, whichever of its plans they come from; else whom the draft sends to what has not
 * begun.
 */
export function dutiesOf(screen: PlanScreen): Duty[] {
  const { plan, visits } = screen;
  if (plan?.state !== 'published') return assignmentsToSend(screen).map((duty) => ({ ...duty, state: null }));
  return Array.from(visits.values(), ({ meetingId, specialistId, state }) => ({ meetingId, specialistId, state }));
}

/** The time of a meeting in the committee's zone. */
export function spanOf({ day, from, to }: ScreenMeeting): { day: Day; from: string; to: string } {
  return { day, from, to };
}

/** Why a person is away on a whole day. */
export function awayOn({ absences }: ScreenPerson, day: Day): AbsenceKind | null {
  return absences.find(({ from, before, hours }) => !hours && from <= day && day < before)?.kind ?? null;
}

/** Whether a person is away during a meeting, also if only for some hours. */
export function isAwayDuring(
  { absences }: Pick<ScreenPerson, 'absences'>,
  { day, from: begins, to: ends }: Pick<ScreenMeeting, 'day' | 'from' | 'to'>,
): boolean {
  const last = ends <= begins ? '24:00' : ends;
  return absences.some(
    ({ from, before, hours }) => from <= day && day < before && (!hours || (begins < hours.to && hours.from < last)),
  );
}
