import type { Sentence } from '../../platform/i18n/messages.ts';
import { type Candidate, COST_TERMS, type OtherCandidate, shortageWitnesses, whyHere } from '../../solver/index.ts';
import type { MonthScreen, ScreenMeeting } from './month-screen-read-model.ts';
import { spanOf, type CurrentAssignments, currentAssignments } from './current-assignments.ts';
import type { AssignedPerson, MeetingPage, WhyCandidate, WhyTable } from './meeting.view.ts';

const CANDIDATES = 4;
const FREE_CANDIDATES = 2;

/** One meeting, who goes there and why; null where the meeting is not on the screen. */
export function buildMeetingPage(screen: MonthScreen, meetingId: string): MeetingPage | null {
  const meeting = screen.meetings.find(({ id }) => id === meetingId);
  if (!meeting) return null;
  const assignments = currentAssignments(screen);
  const people = assignments.peopleOf.get(meetingId) ?? [];
  const reason = assignments.uncovered.get(meetingId);
  const unmet = screen.plan?.plan.unmet.find((item) => item.meetingId === meetingId);
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
    state: reason ? (people.length > 0 ? 'partial' : 'uncovered') : 'covered',
    grounds: groundsOf(screen, meeting),
    people: [
      ...people.map(({ id, name, department }) => ({
        name,
        department,
        state: screen.visits.get(`${meetingId}/${id}`)?.state ?? null,
        reason: null,
        isPinned: screen.pins.has(`${meetingId}/${id}`),
      })),
      ...declinedOf(screen, meetingId),
    ],
    why: people.flatMap(({ id, name }) => whyTable(screen, meetingId, id, name) ?? []),
    uncovered: reason
      ? {
          reason,
          count: countOf(screen, meeting),
          candidates: (unmet?.candidates ?? []).map(({ specialistId, situation }) => ({
            ...nameOf(screen, specialistId),
            doing: doingOf(screen, assignments, situation),
          })),
        }
      : null,
  };
}

/** Who was to go and cannot, with the reason given. */
function declinedOf(screen: MonthScreen, meetingId: string): AssignedPerson[] {
  return [...screen.visits.values()]
    .filter((visit) => visit.meetingId === meetingId && visit.state === 'declined')
    .map(({ specialistId, state, declineReason }) => ({
      ...nameOf(screen, specialistId),
      state,
      reason: declineReason,
      isPinned: false,
    }));
}

/** How many are wanted at that hour, or in the month, and how many may go. */
function countOf({ plan }: MonthScreen, { id, day, from }: ScreenMeeting): Sentence | null {
  if (!plan) return null;
  const found = shortageWitnesses(plan.problem, plan.plan).find(({ meetingId }) => meetingId === id)?.witness;
  if (!found) return null;
  const { kind, wanted, mayGo, meetingIds, specialistIds } = found;
  const people = kind === 'hour' ? mayGo : specialistIds.length;
  const params = { wanted, branches: meetingIds.length, people };
  if (kind === 'hour') {
    return { key: 'conflict.meetings_at_once', params: { ...params, day: `${day.slice(8)}/${day.slice(5, 7)}`, from } };
  }
  return kind === 'visits'
    ? { key: 'conflict.visits_too_few', params: { ...params, visits: mayGo } }
    : { key: 'conflict.window_too_few', params: { ...params, visits: mayGo } };
}

function groundsOf({ fieldNames }: MonthScreen, { monthsSince, weakFields }: ScreenMeeting): Sentence[] {
  return [
    monthsSince === null
      ? { key: 'ground.never_visited' }
      : { key: 'ground.months_since', params: { months: monthsSince } },
    ...Object.keys(weakFields).map((code) => ({
      key: 'ground.weak_field' as const,
      params: { field: fieldNames.get(code) ?? code },
    })),
  ];
}

function whyTable(screen: MonthScreen, meetingId: string, specialistId: string, name: string): WhyTable | null {
  if (!screen.plan) return null;
  const why = whyHere(screen.plan.problem, screen.plan.plan, { specialistId, meetingId }, Infinity);
  if (!why) return null;
  const others = worthShowing(why.others);
  const shown = [{ specialistId, costs: why.costs }, ...others];
  const chosen: WhyCandidate = { ...nameOf(screen, specialistId), change: { kind: 'chosen' } };
  return {
    name,
    candidates: [
      chosen,
      ...others.map((other) => ({ ...nameOf(screen, other.specialistId), change: changeOf(other) })),
    ],
    rows: [
      ...COST_TERMS.filter((term) => shown.some(({ costs }) => (costs[term] ?? 0) !== 0)).map((term) => ({
        term,
        values: shown.map(({ costs }): Sentence => ({ key: 'why.cost', params: { cost: costs[term] ?? 0 } })),
      })),
      {
        term: 'load' as const,
        values: shown.map(({ specialistId: id }): Sentence => {
          const load = screen.plan?.plan.loads.find((item) => item.specialistId === id);
          return { key: 'why.visits', params: { visits: load?.visits ?? 0, target: (load?.target ?? 0) / 100 } };
        }),
      },
    ],
  };
}

/** The next best whatever keeps them, and of those who could really come the cheapest two: their price is the answer. */
function worthShowing(others: readonly OtherCandidate[]): OtherCandidate[] {
  const free = others.filter(({ situation }) => situation.kind === 'free').slice(0, FREE_CANDIDATES);
  const busy = others.filter((other) => !free.includes(other)).slice(0, CANDIDATES - free.length);
  return others.filter((other) => free.includes(other) || busy.includes(other));
}

function changeOf({ situation, difference }: OtherCandidate): WhyCandidate['change'] {
  if (situation.kind === 'free') return { kind: 'cost', cost: difference };
  return { kind: 'ineligible', reason: { key: `why.kept.${situation.kind}` } };
}

function doingOf(screen: MonthScreen, { meetingsOf }: CurrentAssignments, situation: Candidate['situation']): Sentence {
  if (situation.kind !== 'elsewhere') return { key: `why.kept.${situation.kind}` };
  const [first] = situation.meetingIds;
  const meeting = [...meetingsOf.values()].flat().find(({ id }) => id === first);
  if (!meeting) return { key: 'why.kept.elsewhere' };
  return { key: 'why.doing.meeting', params: { branch: meeting.branch, from: meeting.from } };
}

function nameOf({ people }: MonthScreen, specialistId: string): { name: string; department: string } {
  const person = people.find(({ id }) => id === specialistId);
  return { name: person?.name ?? '', department: person?.department ?? '' };
}
