import { addMonths } from '../../kernel/month.ts';
import type { MeetingRef, SpecialistRef } from '../../kernel/id.ts';
import type { Sentence } from '../../platform/i18n/messages.ts';
import { candidatesFor, type PricedCandidate, shortageWitnesses, type WhyNot } from '../../solver/index.ts';
import { buildWhyNotAnswer } from './build-why-not-answer.ts';
import { buildWhyTable } from './build-why-table.ts';
import type { CalendarReplyRow } from '../mails/mails.view.ts';
import { spanOf, type CurrentAssignments, currentAssignments } from './current-assignments.ts';
import { outdatedDraft } from './outdated-draft.ts';
import type { AskWhyNot, AssignedPerson, BusyCandidate, MeetingPage } from './meeting.view.ts';
import type { MonthScreen, ScreenMeeting } from './month-screen-read-model.ts';
import { personNamed } from './person-named.ts';
import { repairOfMeeting } from './repair-of-meeting.ts';
import { witnessSentence } from './witness-sentence.ts';

/** Further candidates are folded. */
const SHOWN_CANDIDATES = 8;

/** How the choices of a change are called. */
export interface MeetingNames {
  readonly kind: (kind: EditKind) => string;
  readonly meeting: (meeting: Pick<ScreenMeeting, 'day' | 'from' | 'branch'>) => string;
}

/** The person that the reader asks about, with the engine's answer. */
export interface AskedPerson {
  readonly specialistId: SpecialistRef;
  /** Null where there is no plan to ask about. */
  readonly answer: WhyNot | null;
}

/** One meeting, who goes there and why; null where the meeting is not on the screen. */
export function buildMeetingPage(
  screen: MonthScreen,
  meetingId: MeetingRef,
  rights: { readonly plans: boolean; readonly edits: boolean },
  asked: AskedPerson | null = null,
  named: MeetingNames,
  replies: readonly CalendarReplyRow[] = [],
): MeetingPage | null {
  const meeting = screen.meetings.find(({ id }) => id === meetingId);
  if (!meeting) return null;
  const assignments = currentAssignments(screen);
  const people = assignments.peopleOf.get(meetingId) ?? [];
  const standing = assignments.standings.get(meetingId);
  const candidates = standing?.reason ? candidatesOf(screen, assignments, meetingId) : [];
  return {
    month: screen.month,
    monthHref: `/months/${screen.month}`,
    meetingId,
    branch: meeting.branch,
    organisation: meeting.organisation,
    ...spanOf(meeting),
    place: meeting.place,
    kind: meeting.kind,
    wanted: assignments.wanted.get(meetingId) ?? { min: 0, max: 1 },
    isMandatory: screen.plan?.problem.meetings.find(({ id }) => id === meetingId)?.mandatory ?? false,
    state: standing?.state ?? 'unplanned',
    outdated: outdatedDraft(screen, rights),
    grounds: groundsOf(screen, meeting),
    people: [
      ...people.map(({ id, name, department }) => ({
        name,
        department,
        state: screen.visits.get(`${meetingId}/${id}`)?.state ?? null,
        kind: null,
        reason: null,
        isPinned: screen.pins.has(`${meetingId}/${id}`),
        isOutside: screen.visits.get(`${meetingId}/${id}`)?.isOutside ?? false,
        overruledFor: screen.pins.get(`${meetingId}/${id}`) ?? null,
      })),
      ...goneOf(screen, meetingId),
    ],
    replies,
    why: people.flatMap(({ id, name }) => buildWhyTable(screen, meetingId, id, name) ?? []),
    uncovered: standing?.reason
      ? {
          reason: standing.reason,
          count: countOf(screen, meeting),
          candidates: candidates.slice(0, SHOWN_CANDIDATES),
          moreCandidates: candidates.slice(SHOWN_CANDIDATES),
          moveHref:
            rights.edits && screen.plan?.state !== 'published' ? `/months/${screen.month}/calendar/${meetingId}` : null,
        }
      : null,
    ask: askOf(screen, meetingId, asked),
    amendHref:
      rights.plans && screen.plan?.state === 'published' && meeting.startsAt > screen.now
        ? `/months/${screen.month}/amend?meeting=${meetingId}`
        : null,
    recordHref:
      rights.plans && screen.plan?.state === 'published' && standing?.state === 'over' && meeting.endsAt <= screen.now
        ? `/months/${screen.month}/outside?meeting=${meetingId}`
        : null,
    repairsHref: rights.plans ? repairOfMeeting(screen, assignments, meeting) : null,
    changeHref:
      rights.edits && screen.plan?.state === 'published' ? `/months/${screen.month}/calendar/${meetingId}` : null,
    byHand:
      rights.plans && screen.plan?.state === 'draft' && meeting.startsAt > screen.now
        ? byHandOf(screen, meetingId, named)
        : null,
  };
}

/** What can be done about somebody at a meeting without the desk. */
export const EDIT_KINDS = ['assign', 'unassign', 'pin', 'forbid', 'release'] as const;
export type EditKind = (typeof EDIT_KINDS)[number];

/** Those who go there come first: they are who is most often changed. */
function byHandOf(screen: MonthScreen, meetingId: MeetingRef, named: MeetingNames): MeetingPage['byHand'] {
  const going = new Set(
    screen.plan?.plan.assignments.flatMap((one) => (one.meetingId === meetingId ? [one.specialistId] : [])),
  );
  const people = [...screen.people].sort((a, b) => Number(going.has(b.id)) - Number(going.has(a.id)));
  const options = people.map(({ id, name, department }) => ({
    value: id,
    label: `${name} – ${department}`,
    selected: false,
  }));
  const [from, to] = [true, false].map((goes) => options.filter(({ value }) => going.has(value) === goes));
  const others = screen.meetings
    .filter(({ id }) => id !== meetingId && screen.plan?.problem.meetings.some((one) => one.id === id))
    .map((one) => ({ value: one.id, label: named.meeting(one), selected: false }));
  return {
    action: `/months/${screen.month}/desk/edit`,
    people: options,
    handOver: from?.length && to?.length ? { from, to } : null,
    moveTo: from?.length && others.length > 0 ? { from, to: others } : null,
    kinds: EDIT_KINDS.map((kind) => ({
      value: kind,
      label: named.kind(kind),
      selected: kind === (going.size > 0 ? 'unassign' : 'assign'),
    })),
  };
}

/** People who declined or were taken off, with the reasons. */
function goneOf(screen: MonthScreen, meetingId: MeetingRef): AssignedPerson[] {
  return [...screen.visits.values()]
    .filter((visit) => visit.meetingId === meetingId && (visit.state === 'declined' || visit.state === 'released'))
    .map(({ specialistId, state, declineKind, declineReason, isOutside }) => ({
      ...personNamed(screen, specialistId),
      state,
      kind: declineKind,
      reason: declineReason,
      isPinned: false,
      isOutside,
      overruledFor: null,
    }));
}

/** What a reader of this meeting will probably ask: why not the first candidate; null where there is none. */
export function likelyQuestion(
  { plan }: Pick<MonthScreen, 'plan'>,
  meetingId: MeetingRef,
): { readonly specialistId: SpecialistRef; readonly meetingId: MeetingRef } | null {
  if (!plan) return null;
  const [next] = candidatesFor(plan.problem, plan.plan, meetingId);
  return next ? { specialistId: next.specialistId, meetingId } : null;
}

/** Those who could go, as things are now. */
function candidatesOf(screen: MonthScreen, assignments: CurrentAssignments, meetingId: MeetingRef): BusyCandidate[] {
  if (!screen.plan) return [];
  const current = [...assignments.peopleOf].flatMap(([id, people]) =>
    people.map((person) => ({
      specialistId: person.id,
      meetingId: id,
      costs: {},
      cost: 0,
      pinned: false,
      published: null,
    })),
  );
  return candidatesFor(screen.plan.problem, { assignments: current }, meetingId).map(({ specialistId, situation }) => ({
    ...personNamed(screen, specialistId),
    doing: doingOf(assignments, situation),
    askHref: `/meetings/${meetingId}?ask=${specialistId}#ask`,
  }));
}

/** How many observers are wanted at that hour, or in the month, and how many people are eligible. */
function countOf({ plan }: MonthScreen, meeting: ScreenMeeting): Sentence | null {
  if (!plan) return null;
  const found = shortageWitnesses(plan.problem, plan.plan).find(({ meetingId }) => meetingId === meeting.id)?.witness;
  return !found || found.meetingIds.length < 2 ? null : witnessSentence(found, meeting);
}

function groundsOf({ fieldNames, month }: MonthScreen, { monthsSince, weakFields }: ScreenMeeting): Sentence[] {
  return [
    monthsSince === null
      ? { key: 'ground.never_visited' }
      : { key: 'ground.last_visit', params: { last: addMonths(month, -monthsSince) } },
    ...Object.keys(weakFields).map((code): Sentence => ({
      key: 'ground.weak_field',
      params: { field: fieldNames.get(code) ?? code },
    })),
  ];
}

function doingOf({ meetingsOf }: CurrentAssignments, situation: PricedCandidate['situation']): Sentence {
  if (situation.kind !== 'elsewhere') return { key: `why.kept.${situation.kind}` };
  const [first] = situation.meetingIds;
  const meeting = [...meetingsOf.values()].flat().find(({ id }) => id === first);
  if (!meeting) return { key: 'why.kept.elsewhere' };
  return { key: 'why.doing.meeting', params: { branch: meeting.branch, from: meeting.from } };
}

/** Anybody who does not go can be asked about. */
function askOf(screen: MonthScreen, meetingId: MeetingRef, asked: AskedPerson | null): AskWhyNot | null {
  const known = new Set(screen.plan?.problem.specialists.map(({ id }) => id));
  if (!screen.plan || !screen.plan.problem.meetings.some(({ id }) => id === meetingId)) return null;
  return {
    action: `/meetings/${meetingId}`,
    people: screen.people
      .filter(({ id }) => known.has(id))
      .map(({ id, name, department }) => ({
        value: id,
        label: `${name} – ${department}`,
        selected: id === asked?.specialistId,
      })),
    answer: asked?.answer ? buildWhyNotAnswer(screen, asked.specialistId, asked.answer) : null,
  };
}
