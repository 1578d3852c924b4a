import { type Day, daysOf, weekday } from '../../kernel/month.ts';
import { searchKey } from '../../kernel/search-key.ts';
import type { SpecialistRef } from '../../kernel/id.ts';
import type { JobProgress, Option } from '../../platform/views/page-context.ts';
import type { Sentence } from '../../platform/i18n/messages.ts';
import type { ReviewStanding, Solve } from '../../modules/planning/index.ts';
import type { DeliveryView } from '../mails/delivery.view.ts';
import type { MonthScreen, ScreenMeeting, ScreenPerson } from './month-screen-read-model.ts';
import { type MonthReview, monthReview } from './review-lines.ts';
import { conflictSentences } from './conflict-sentences.ts';
import {
  awayOn,
  isAwayDuring,
  type CurrentAssignments,
  currentAssignments,
  type Standing,
} from './current-assignments.ts';
import { agendaDays } from './agenda-days.ts';
import { differenceView } from './difference-view.ts';
import { leftOutPart } from './left-out-part.ts';
import { noticeLinks } from './notice-links.ts';
import { outdatedDraft } from './outdated-draft.ts';
import { type FairShare, fairShares, isHigh } from './fair-share.ts';
import { ownChoices } from './own-choices.ts';
import { planFigures } from './plan-figures.ts';
import { repairOfMeeting } from './repair-of-meeting.ts';
import { waitingMeetings } from './waiting-meetings.ts';
import { warningGroups } from './warnings-view.ts';
import type { AgendaDay, MonthDay, MonthFilters, MonthPage, PersonRow, PlanState } from './month.view.ts';

/** More uncovered meetings would push the rest of the page out of view. */
const SHOWN_UNCOVERED = 8;

export interface PeopleQuery {
  readonly q: string;
  readonly department: string;
}

export interface MonthQuery extends PeopleQuery {
  readonly view: 'people' | 'days';
  readonly show: MeetingFilter;
}

/** The filters of the list by day. */
export const MEETING_FILTERS = ['all', 'uncovered', 'not_due'] as const;
export type MeetingFilter = (typeof MEETING_FILTERS)[number];

/** What the reader may do in the month. */
export interface MonthRights {
  readonly plans: boolean;
}

/** `since`: the state that the page will have seen; set where it can announce changes. */
export function buildMonthPage(
  screen: MonthScreen,
  query: MonthQuery,
  rights: MonthRights,
  since: string | null = null,
  delivery: DeliveryView | null = null,
  reviewed: ReviewStanding | null = null,
): MonthPage {
  const assignments = currentAssignments(screen);
  const state = stateOf(screen);
  const days = monthDays(screen, assignments);
  const base = `/months/${screen.month}`;
  const publishedAt = screen.plan?.publishedAt ?? null;
  const outdated = state === 'draft' || state === 'infeasible' ? outdatedDraft(screen, rights) : null;
  const shares = fairShares(screen);
  const shown = screen.people.filter((person) => matches(person, assignments, query));
  const waiting = (...states: readonly Standing['state'][]) =>
    waitingMeetings(screen.meetings, assignments, states, (meeting) =>
      rights.plans ? repairOfMeeting(screen, assignments, meeting) : null,
    );
  const isShown = state === 'draft' || state === 'published';
  const review = screen.plan && reviewed && monthReview(screen.plan, reviewed);
  const isDraft = screen.plan?.state === 'draft';
  const uncovered = isShown ? waiting('partial', 'uncovered') : [];
  const isAhead = rights.plans && publishedAt !== null && screen.meetings.some(({ startsAt }) => startsAt > screen.now);
  const mayGoOn = rights.plans && state === 'draft' && outdated === null;
  const wantsApproval = reviewed?.rule.needsApproval ?? false;
  return {
    monthProgress: screen.monthProgress,
    state,
    published: publishedAt ? { at: publishedAt, by: screen.publishedBy ?? '', onBehalfOf: screen.publishedFor } : null,
    delivery: publishedAt && rights.plans ? delivery : null,
    changesHref:
      state === 'solving' || since === null
        ? null
        : `/events?about=month/${screen.month}&since=${encodeURIComponent(since)}`,
    ownChoices: isShown && screen.plan ? ownChoices(screen.plan) : [],
    progress: state === 'solving' && screen.solve ? progressOf(screen.solve) : null,
    review: review && isTold(review) ? review : null,
    outdated,
    proposal: screen.proposedAt && rights.plans ? { at: screen.proposedAt, href: `${base}/desk` } : null,
    difference: state === 'draft' ? differenceView(screen, screen.plan?.difference ?? null) : null,
    leftOut: screen.leftOut.map(({ register, id, name }) => ({ name, href: `/${register}/${id}` })),
    missingListOf: screen.isListOfHolidaysMissing ? Number(screen.month.slice(0, 4)) : null,
    warnings: state === 'draft' ? warningGroups(screen).reduce((sum, { count }) => sum + count, 0) : 0,
    trouble: troubleOf(screen),
    conflicts:
      state === 'infeasible' && screen.plan ? conflictSentences(screen, screen.plan.problem, screen.plan.plan) : [],
    figures: isShown ? planFigures(screen, assignments) : null,
    view: query.view,
    filters: filtersOf(screen, query),
    days,
    people: shown.map((person) => rowOf(screen, assignments, shares, days, query, person)),
    totals: days.map(({ day }) => shown.reduce((sum, { id }) => sum + meetingsOn(assignments, id, day).length, 0)),
    agenda: agendaOf(screen, assignments, query),
    uncoveredCount: uncovered.length,
    uncovered: uncovered.slice(0, SHOWN_UNCOVERED),
    moreUncovered: uncovered.slice(SHOWN_UNCOVERED),
    notDue: isShown ? waiting('not_due') : [],
    over: isShown
      ? waitingMeetings(
          screen.meetings,
          assignments,
          ['over'],
          () => null,
          ({ id, endsAt }) =>
            rights.plans && publishedAt && endsAt <= screen.now ? `${base}/outside?meeting=${id}` : null,
        )
      : [],
    leftOutDuties: isShown ? leftOutPart(screen) : null,
    actions: {
      calendarAction:
        rights.plans && screen.meetings.length === 0 && screen.people.length > 0 ? `${base}/calendar` : null,
      planAction:
        rights.plans && (isDraft || !screen.plan) && state !== 'solving' && screen.meetings.length > 0
          ? `${base}/plan`
          : null,
      deskHref: rights.plans && state === 'draft' && isDraft ? `${base}/desk` : null,
      variantsHref: state === 'draft' ? `${base}/variants` : null,
      submitHref: mayGoOn && isDraft && wantsApproval ? `${base}/plan/review` : null,
      publishHref: mayGoOn && (isDraft ? !wantsApproval : screen.plan?.state === 'approved') ? `${base}/publish` : null,
      amendHref: isAhead ? `${base}/amend` : null,
      replanHref: isAhead ? `${base}/replan` : null,
      outsideHref: rights.plans && publishedAt ? `${base}/outside` : null,
      amendmentsHref: publishedAt ? `${base}/amendments` : null,
      notice: screen.plan?.noticeId ? noticeLinks(screen.month, screen.plan.noticeId) : null,
      exportHref: isShown ? `${base}/export` : null,
    },
  };
}

/** Of a month that nobody approves or has submitted there is nothing to tell. */
function isTold({ standing, history }: MonthReview): boolean {
  return history.length > 0 || !['no_approval', 'to_submit', 'published'].includes(standing);
}

export function stateOf({ solve, plan }: Pick<MonthScreen, 'solve' | 'plan'>): PlanState {
  if (plan?.state === 'published') return 'published';
  if (isUnderWay(solve)) return 'solving';
  if (!plan || plan.plan.status === 'unknown') return 'empty';
  return plan.plan.status === 'infeasible' ? 'infeasible' : 'draft';
}

export function isUnderWay(solve: Solve | null): solve is Solve {
  return solve !== null && (solve.state === 'waiting' || solve.state === 'running') && !solve.isAbandoned;
}

function troubleOf({ solve, plan, people, meetings }: MonthScreen): Sentence | null {
  // A plan that is published or under review takes no other one.
  if (plan && plan.state !== 'draft') return null;
  if (solve?.isAbandoned) return { key: 'month.solve_abandoned' };
  if (solve?.state === 'failed') {
    if (solve.failure?.isLate === true)
      return { key: plan && plan.plan.status !== 'unknown' ? 'month.solve_late_kept' : 'month.solve_late' };
    const contradictions = solve.failure?.contradictions ?? [];
    if (contradictions.length === 0) return { key: 'month.solve_failed' };
    const names = new Map<string, string>([
      ...people.map(({ id, name }) => [id, name] as const),
      ...meetings.map(({ id, branch }) => [id, branch] as const),
    ]);
    const whose = contradictions.flatMap(({ of }) => (of ? [names.get(of.id) ?? of.id] : []));
    return { key: 'month.solve_contradicts', params: { whose: [...new Set(whose)].join(', ') } };
  }
  if (solve?.state === 'cancelled') return { key: 'month.solve_stopped' };
  // An earlier release kept such an answer as an empty draft.
  return solve?.state === 'done' && plan?.plan.status === 'unknown' ? { key: 'month.solve_late' } : null;
}

/** `stopHref` takes a POST. */
export function progressOf(
  { id, month, share, progress, isStopping, startedAt }: Solve,
  stopHref = `/months/${month}/plan/${id}/stop`,
): JobProgress {
  const label: Sentence = { key: progress?.hasPlan === true ? 'month.stop_with_plan' : 'month.stop_without_plan' };
  return {
    label: { key: isStopping ? 'month.solving_stops' : 'month.solving' },
    share,
    detail: progress && detailOf(progress),
    startedAt,
    streamHref: `/events?about=job/${id}`,
    cancel: isStopping ? null : { href: stopHref, label },
  };
}

/** Which goal is worked on, what the best plan so far comes to, and how far the best plan so far can be from the best there is, where both are known. */
function detailOf({ tierIndex, tierCount, incumbent, bound, elapsedMs }: NonNullable<Solve['progress']>): Sentence {
  const goal = { tierIndex, tierCount, seconds: Math.round(elapsedMs / 1000) };
  if (incumbent === null) return { key: 'month.solving_phase', params: goal };
  if (bound === null) return { key: 'month.solving_found', params: { ...goal, incumbent } };
  const gap = Math.abs(bound - incumbent) / Math.max(1, Math.abs(incumbent));
  return { key: 'month.solving_gap', params: { ...goal, incumbent, bound, gap } };
}

function agendaOf(screen: MonthScreen, assignments: CurrentAssignments, query: MonthQuery): AgendaDay[] {
  const { peopleOf, standings } = assignments;
  const shown = screen.meetings.filter((meeting) => {
    const people = peopleOf.get(meeting.id) ?? [];
    const isSearched = query.q === '' || searchKey(meeting.branch).includes(searchKey(query.q));
    const isHis = people.some((person) => matches(person, assignments, query));
    if (query.department === '' ? !isSearched && !isHis : !isHis) return false;
    const state = standings.get(meeting.id)?.state ?? 'unplanned';
    return query.show === 'all' || (query.show === 'not_due' ? state === 'not_due' : isShort(state));
  });
  return agendaDays(shown, assignments);
}

/** Whether observers are missing. */
function isShort(state: Standing['state']): boolean {
  return state === 'uncovered' || state === 'partial';
}

function monthDays(screen: MonthScreen, assignments: CurrentAssignments): MonthDay[] {
  return daysOf(screen.month).map((day) => {
    const holiday = screen.holidays.get(day) ?? null;
    const meetings = screen.meetings.filter((meeting) => meeting.day === day);
    return {
      day,
      isToday: day === screen.today,
      kind: holiday !== null ? 'holiday' : weekday(day) > 5 && !screen.worked.has(day) ? 'weekend' : 'work',
      holiday,
      meetings: meetings.length,
      uncovered: meetings.filter(({ id }) => isShort(assignments.standings.get(id)?.state ?? 'unplanned')).length,
    };
  });
}

function rowOf(
  screen: MonthScreen,
  assignments: CurrentAssignments,
  shares: ReadonlyMap<string, FairShare>,
  days: readonly MonthDay[],
  { q }: PeopleQuery,
  person: ScreenPerson,
): PersonRow {
  const meetings = assignments.meetingsOf.get(person.id) ?? [];
  const share = shares.get(person.id);
  return {
    specialistId: person.id,
    name: person.name,
    department: person.department,
    visits: meetings.length,
    share: share?.share ?? 0,
    isHigh: share ? isHigh(share, meetings.length) : false,
    max: share?.max ?? meetings.length,
    cells: days.map(({ day, kind, meetings: count }) => ({
      kind,
      away: awayOn(person, day),
      isThin: count === 0,
      meetings: meetingsOn(assignments, person.id, day).map((meeting) => ({
        meetingId: meeting.id,
        short: meeting.short,
        branch: meeting.branch,
        from: meeting.from,
        kind: meeting.kind,
        isPinned: screen.pins.has(`${meeting.id}/${person.id}`),
        state: screen.visits.get(`${meeting.id}/${person.id}`)?.state ?? null,
        isFound: q !== '' && isNamed(meeting, q),
        isClash: isAwayDuring(person, meeting),
      })),
    })),
  };
}

function meetingsOn({ meetingsOf }: CurrentAssignments, personId: SpecialistRef, day: Day): ScreenMeeting[] {
  return (meetingsOf.get(personId) ?? []).filter((meeting) => meeting.day === day);
}

/** Whether a search matches this branch. */
function isNamed({ branch, short }: ScreenMeeting, q: string): boolean {
  return [branch, short].some((text) => searchKey(text).includes(searchKey(q)));
}

/** The filters of the lists of people. */
export function peopleFilters({ people }: MonthScreen, { q, department }: PeopleQuery): Omit<MonthFilters, 'show'> {
  const names = [...new Set(people.map((person) => person.department))].sort((a, b) => a.localeCompare(b, 'vi'));
  const departments: Option[] = names.map((name) => ({ value: name, label: name, selected: name === department }));
  return { q, departments, isActive: q !== '' || department !== '' };
}

function filtersOf(screen: MonthScreen, query: MonthQuery): MonthFilters {
  const filters = peopleFilters(screen, query);
  return {
    ...filters,
    show: MEETING_FILTERS.map((value) => ({ value, selected: value === query.show })),
    isActive: filters.isActive || query.show !== 'all',
  };
}

/** Matches by name, department, or a branch that the person visits. */
export function matches(
  person: ScreenPerson,
  assignments: CurrentAssignments,
  { q, department }: PeopleQuery,
): boolean {
  if (department !== '' && person.department !== department) return false;
  if (q === '') return true;
  const places = assignments.meetingsOf.get(person.id)?.flatMap(({ branch, short }) => [branch, short]) ?? [];
  return [person.name, ...places].some((text) => searchKey(text).includes(searchKey(q)));
}
