import type { Sentence } from '../../platform/views/page-context.ts';
import { type Candidate, COST_TERMS, type OtherCandidate, shortageWitnesses, whyHere } from '../../solver/index.ts';
import type { Desk, DeskMeeting } from './month-screen-read-model.ts';
import { spanOf, type Standing, standingOf } from './current-assignments.ts';
import type { AssignedPerson, MeetingPage, WhyCandidate, WhyTable } from './meeting.view.ts';

const CANDIDATES = 4;
const FREE_CANDIDATES = 2;

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
    ...spanOf(meeting),
    place: meeting.place,
    kind: meeting.kind,
    wanted: standing.wanted.get(meetingId) ?? { min: 0, max: 1 },
    isMandatory: desk.plan?.problem.meetings.find(({ id }) => id === meetingId)?.mandatory ?? false,
    state: reason ? (people.length > 0 ? 'partial' : 'uncovered') : 'covered',
    grounds: groundsOf(desk, meeting),
    people: [
      ...people.map(({ id, name, department }) => ({
        name,
        department,
        state: desk.visits.get(`${meetingId}/${id}`)?.state ?? null,
        reason: null,
        isPinned: desk.pins.has(`${meetingId}/${id}`),
      })),
      ...declinedOf(desk, meetingId),
    ],
    why: people.flatMap(({ id, name }) => whyTable(desk, meetingId, id, name) ?? []),
    uncovered: reason
      ? {
          reason,
          count: countOf(desk, meeting),
          candidates: (unmet?.candidates ?? []).map(({ specialistId, situation }) => ({
            ...nameOf(desk, specialistId),
            doing: doingOf(desk, standing, situation),
          })),
        }
      : null,
  };
}

/** Who was to go and cannot, with the reason given. */
function declinedOf(desk: Desk, meetingId: string): AssignedPerson[] {
  return [...desk.visits.values()]
    .filter(({ meeting_id, state }) => meeting_id === meetingId && state === 'declined')
    .map(({ specialist_id, state, decline_reason }) => ({
      ...nameOf(desk, specialist_id),
      state,
      reason: decline_reason,
      isPinned: false,
    }));
}

/** How many are wanted at that hour, or in the month, and how many may go. */
function countOf({ plan }: Desk, { id, day, from }: DeskMeeting): Sentence | null {
  if (!plan) return null;
  const found = shortageWitnesses(plan.problem, plan.plan).find(({ meetingId }) => meetingId === id)?.witness;
  if (!found) return null;
  const { kind, wanted, mayGo, meetingIds, specialistIds } = found;
  const people = kind === 'hour' ? mayGo : specialistIds.length;
  const params = { wanted, branches: meetingIds.length, people };
  return kind === 'hour'
    ? { key: 'conflict.meetings_at_once', params: { ...params, day: `${day.slice(8)}/${day.slice(5, 7)}`, from } }
    : { key: 'conflict.visits_too_few', params: { ...params, visits: mayGo } };
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

function whyTable(desk: Desk, meetingId: string, specialistId: string, name: string): WhyTable | null {
  if (!desk.plan) return null;
  const why = whyHere(desk.plan.problem, desk.plan.plan, { specialistId, meetingId }, Infinity);
  if (!why) return null;
  const others = worthShowing(why.others);
  const shown = [{ specialistId, costs: why.costs }, ...others];
  const chosen: WhyCandidate = { ...nameOf(desk, specialistId), change: { kind: 'chosen' } };
  return {
    name,
    candidates: [chosen, ...others.map((other) => ({ ...nameOf(desk, other.specialistId), change: changeOf(other) }))],
    rows: [
      ...COST_TERMS.filter((term) => shown.some(({ costs }) => (costs[term] ?? 0) !== 0)).map((term) => ({
        term,
        values: shown.map(({ costs }): Sentence => ({ key: 'why.cost', params: { cost: costs[term] ?? 0 } })),
      })),
      {
        term: 'load' as const,
        values: shown.map(({ specialistId: id }): Sentence => {
          const load = desk.plan?.plan.loads.find((item) => item.specialistId === id);
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

function doingOf(desk: Desk, { meetingsOf }: Standing, situation: Candidate['situation']): Sentence {
  if (situation.kind !== 'elsewhere') return { key: `why.kept.${situation.kind}` };
  const [first] = situation.meetingIds;
  const meeting = [...meetingsOf.values()].flat().find(({ id }) => id === first);
  if (!meeting) return { key: 'why.kept.elsewhere' };
  return { key: 'why.doing.meeting', params: { branch: meeting.branch, from: meeting.from } };
}

function nameOf({ people }: Desk, specialistId: string): { name: string; department: string } {
  const person = people.find(({ id }) => id === specialistId);
  return { name: person?.name ?? '', department: person?.department ?? '' };
}
