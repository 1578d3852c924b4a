import type { Day } from '../../kernel/month.ts';
import type { AbsenceKind } from '../../kernel/vocabulary.ts';
import type { Sentence } from '../../platform/i18n/messages.ts';
import type { UnmetMeeting } from '../../solver/index.ts';
import { holdsSeat, type VisitState } from '../../modules/visits/index.ts';
import type { MonthScreen, ScreenMeeting, ScreenPerson } from './month-screen-read-model.ts';

/** Who goes where, as it stands now: by the draft, or by the visits that came of the published plan. */
export interface CurrentAssignments {
  /** Those who go, by meeting. */
  readonly peopleOf: ReadonlyMap<string, readonly ScreenPerson[]>;
  /** Where each person goes, in order of time. */
  readonly meetingsOf: ReadonlyMap<string, readonly ScreenMeeting[]>;
  /** Meetings that want somebody and have too few, each with its reason. */
  readonly uncovered: ReadonlyMap<string, Sentence>;
  readonly wanted: ReadonlyMap<string, { readonly min: number; readonly max: number }>;
}

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
  const wanted = new Map(
    screen.plan?.problem.meetings.map(({ id, minObservers, maxObservers }) => [
      id,
      { min: minObservers, max: maxObservers },
    ]),
  );
  const unmet = new Map(screen.plan?.plan.unmet.map((meeting) => [meeting.meetingId, meeting]));
  const uncovered = new Map<string, Sentence>();
  for (const { id } of screen.meetings) {
    if ((peopleOf.get(id)?.length ?? 0) >= (wanted.get(id)?.min ?? 0)) continue;
    const name = declined.get(id);
    uncovered.set(id, name === undefined ? whyUnmet(unmet.get(id)) : { key: 'uncovered.declined', params: { name } });
  }
  return { peopleOf, meetingsOf, uncovered, wanted };
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

/** The reason that weighs most with those who could go. */
export function whyUnmet(unmet: UnmetMeeting | undefined): Sentence {
  const situations = unmet?.candidates.map(({ situation }) => situation.kind) ?? [];
  if (situations.length === 0) return { key: 'uncovered.nobody' };
  const elsewhere = situations.filter((kind) => kind === 'elsewhere').length;
  if (elsewhere === situations.length) return { key: 'uncovered.all_busy', params: { count: elsewhere } };
  const full = situations.filter((kind) => kind === 'full').length;
  if (elsewhere + full === situations.length) {
    return { key: 'uncovered.busy_or_full', params: { busy: elsewhere, full } };
  }
  return { key: 'uncovered.others_first' };
}

/** When a meeting is, in the committee's local time. */
export function spanOf({ day, from, to }: ScreenMeeting): { day: Day; from: string; to: string } {
  return { day, from, to };
}

/** Why a person is away on a day. */
export function awayOn({ absences }: ScreenPerson, day: Day): AbsenceKind | null {
  return absences.find(({ from, before }) => from <= day && day < before)?.kind ?? null;
}
