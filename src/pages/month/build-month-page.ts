import { daysOf, weekday } from '../../kernel/month.ts';
import { searchKey } from '../../kernel/search-key.ts';
import type { JobProgress, Option } from '../../platform/views/page-context.ts';
import type { Sentence } from '../../platform/i18n/messages.ts';
import type { FieldWeights, Solve } from '../../modules/planning/index.ts';
import type { DeliveryView } from '../mails/delivery.view.ts';
import type { MonthScreen, ScreenPerson } from './month-screen-read-model.ts';
import { conflictSentence } from './conflict-sentence.ts';
import { awayOn, spanOf, type CurrentAssignments, currentAssignments } from './current-assignments.ts';
import type { MonthDay, MonthFilters, MonthPage, PersonRow, PlanFigures, PlanState } from './month.view.ts';

/** From this weight on a field of weakness makes a branch one of the weak ones. */
const WEAK_FROM = 0.6;

export interface MonthQuery {
  readonly q: string;
  readonly department: string;
  readonly view: 'people' | 'days';
}

/** What the reader of a month may do. */
export interface MonthRights {
  readonly plans: boolean;
}

/** `since`: what the page will have seen, where it may say that it has changed. */
export function buildMonthPage(
  screen: MonthScreen,
  query: MonthQuery,
  rights: MonthRights,
  since: string | null = null,
  delivery: DeliveryView | null = null,
): MonthPage {
  const assignments = currentAssignments(screen);
  const state = stateOf(screen);
  const days = monthDays(screen, assignments);
  const base = `/months/${screen.month}`;
  const publishedAt = screen.plan?.publishedAt ?? null;
  return {
    monthProgress: screen.monthProgress,
    state,
    published: publishedAt ? { at: publishedAt, by: screen.publishedBy ?? '' } : null,
    delivery: publishedAt && rights.plans ? delivery : null,
    changesHref:
      state === 'solving' || since === null
        ? null
        : `/events?about=month/${screen.month}&since=${encodeURIComponent(since)}`,
    progress: state === 'solving' && screen.solve ? progressOf(screen.solve) : null,
    trouble: troubleOf(screen),
    conflicts: screen.plan?.plan.conflict.map((fact) => conflictSentence(screen, fact)) ?? [],
    figures: state === 'draft' || state === 'published' ? figuresOf(screen, assignments) : null,
    view: query.view,
    filters: filtersOf(screen, query),
    days,
    people: screen.people
      .filter((person) => matches(person, assignments, query))
      .map((person) => rowOf(screen, assignments, days, person)),
    agenda: days
      .filter(({ day }) => screen.meetings.some((meeting) => meeting.day === day))
      .map(({ day }) => ({
        day,
        meetings: screen.meetings
          .filter((meeting) => meeting.day === day)
          .filter(
            (meeting) =>
              query.q === '' ||
              searchKey(meeting.branch).includes(searchKey(query.q)) ||
              (assignments.peopleOf.get(meeting.id) ?? []).some((person) => matches(person, assignments, query)),
          )
          .map((meeting) => ({
            meetingId: meeting.id,
            ...spanOf(meeting),
            branch: meeting.branch,
            place: meeting.place,
            kind: meeting.kind,
            people: (assignments.peopleOf.get(meeting.id) ?? []).map(({ name, department }) => ({ name, department })),
            reason: assignments.uncovered.get(meeting.id) ?? null,
          })),
      })),
    uncovered: screen.meetings.flatMap((meeting) => {
      const reason = assignments.uncovered.get(meeting.id);
      return reason ? [{ meetingId: meeting.id, ...spanOf(meeting), branch: meeting.branch, reason }] : [];
    }),
    actions: {
      calendarAction:
        rights.plans && screen.meetings.length === 0 && screen.people.length > 0 ? `${base}/calendar` : null,
      planAction:
        rights.plans && !publishedAt && state !== 'solving' && screen.meetings.length > 0 ? `${base}/plan` : null,
      publishHref: rights.plans && state === 'draft' ? `${base}/publish` : null,
      noticeHref: screen.plan?.noticeId ? `/documents/${screen.plan.noticeId}/pdf` : null,
    },
  };
}

export function stateOf({ solve, plan }: Pick<MonthScreen, 'solve' | 'plan'>): PlanState {
  if (plan?.state === 'published') return 'published';
  if (solve?.state === 'waiting' || solve?.state === 'running') return 'solving';
  if (!plan || plan.plan.status === 'unknown') return 'empty';
  return plan.plan.status === 'infeasible' ? 'infeasible' : 'draft';
}

function troubleOf({ solve, plan, people, meetings }: MonthScreen): Sentence | null {
  if (plan?.state === 'published') return null;
  if (solve?.state === 'failed') {
    const contradictions = solve.failure?.contradictions ?? [];
    if (contradictions.length === 0) return { key: 'month.solve_failed' };
    const names = new Map([
      ...people.map(({ id, name }) => [id, name] as const),
      ...meetings.map(({ id, branch }) => [id, branch] as const),
    ]);
    const whose = contradictions.flatMap(({ of }) => (of ? [names.get(of.id) ?? of.id] : []));
    return { key: 'month.solve_contradicts', params: { whose: [...new Set(whose)].join(', ') } };
  }
  if (solve?.state === 'cancelled') return { key: 'month.solve_stopped' };
  return solve?.state === 'done' && plan?.plan.status === 'unknown' ? { key: 'month.solve_late' } : null;
}

export function progressOf({ id, month, share, progress, startedAt }: Solve): JobProgress {
  return {
    label: { key: 'month.solving' },
    share,
    detail: progress && { key: 'month.solving_phase', params: { ...progress } },
    startedAt,
    streamHref: `/events?about=job/${id}`,
    cancelHref: `/months/${month}/plan/${id}/stop`,
  };
}

function monthDays(screen: MonthScreen, assignments: CurrentAssignments): MonthDay[] {
  return daysOf(screen.month).map((day) => {
    const holiday = screen.holidays.get(day) ?? null;
    const meetings = screen.meetings.filter((meeting) => meeting.day === day);
    return {
      day,
      kind: holiday !== null ? 'holiday' : weekday(day) > 5 ? 'weekend' : 'work',
      holiday,
      meetings: meetings.length,
      uncovered: meetings.filter(({ id }) => assignments.uncovered.has(id)).length,
    };
  });
}

function rowOf(
  screen: MonthScreen,
  assignments: CurrentAssignments,
  days: readonly MonthDay[],
  person: ScreenPerson,
): PersonRow {
  const meetings = assignments.meetingsOf.get(person.id) ?? [];
  const asked = screen.plan?.problem.specialists.find(({ id }) => id === person.id);
  return {
    specialistId: person.id,
    name: person.name,
    department: person.department,
    visits: meetings.length,
    target: Math.round((asked?.target ?? 0) / 100),
    max: asked?.maxVisits ?? meetings.length,
    cells: days.map(({ day, kind, meetings: count }) => ({
      kind,
      away: awayOn(person, day),
      isThin: count === 0,
      meetings: meetings
        .filter((meeting) => meeting.day === day)
        .map((meeting) => ({
          meetingId: meeting.id,
          short: meeting.short,
          branch: meeting.branch,
          from: meeting.from,
          kind: meeting.kind,
          isPinned: screen.pins.has(`${meeting.id}/${person.id}`),
        })),
    })),
  };
}

function figuresOf(screen: MonthScreen, { peopleOf, meetingsOf, wanted }: CurrentAssignments): PlanFigures | null {
  if (!screen.plan) return null;
  const { plan, problem, isVerified } = screen.plan;
  const inRound = screen.meetings.filter(({ id }) => (wanted.get(id)?.min ?? 0) > 0);
  const covered = (id: string) => (peopleOf.get(id)?.length ?? 0) > 0;
  const isWeak = (fields: FieldWeights) => Object.values(fields).some((weight) => weight >= WEAK_FROM);
  const weak = inRound.filter(({ weakFields }) => isWeak(weakFields));
  const loads = screen.people.map(({ id }) => meetingsOf.get(id)?.length ?? 0);
  const targets = problem.specialists.reduce((sum, { target }) => sum + target, 0);
  const perKilometre = problem.policy.weights.travel;
  const travelled = plan.assignments.reduce((sum, { costs }) => sum + (costs['travel'] ?? 0), 0);
  return {
    meetings: { part: inRound.filter(({ id }) => covered(id)).length, whole: inRound.length },
    outsideCycle: screen.meetings.length - inRound.length,
    load: {
      average: loads.reduce((sum, load) => sum + load, 0) / Math.max(1, loads.length),
      least: loads.length > 0 ? Math.min(...loads) : 0,
      most: loads.length > 0 ? Math.max(...loads) : 0,
      target: Math.round(targets / Math.max(1, problem.specialists.length) / 10) / 10,
    },
    weakBranches: { part: weak.filter(({ id }) => covered(id)).length, whole: weak.length },
    matchedFields: weak.filter(({ id, weakFields }) =>
      peopleOf.get(id)?.some(({ fields }) => Object.keys(weakFields).some((code) => (fields[code] ?? 0) >= 0.5)),
    ).length,
    kilometres: perKilometre > 0 ? travelled / perKilometre : null,
    quality: {
      status: plan.status === 'optimal' ? 'optimal' : plan.stoppedBy === 'proof' ? 'feasible' : 'stopped',
      gap: plan.status === 'optimal' ? 0 : null,
      isVerified,
      seconds: plan.effort.elapsedMs / 1000,
    },
  };
}

export function filtersOf({ people }: MonthScreen, { q, department }: MonthQuery): MonthFilters {
  const names = [...new Set(people.map((person) => person.department))].sort((a, b) => a.localeCompare(b, 'vi'));
  const departments: Option[] = names.map((name) => ({ value: name, label: name, selected: name === department }));
  return { q, departments, isActive: q !== '' || department !== '' };
}

/** By name, department, or a branch that the person goes to. */
export function matches(person: ScreenPerson, assignments: CurrentAssignments, { q, department }: MonthQuery): boolean {
  if (department !== '' && person.department !== department) return false;
  if (q === '') return true;
  const places = assignments.meetingsOf.get(person.id)?.flatMap(({ branch, short }) => [branch, short]) ?? [];
  return [person.name, ...places].some((text) => searchKey(text).includes(searchKey(q)));
}
