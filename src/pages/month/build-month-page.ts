import { daysOf, weekday } from '../../kernel/month.ts';
import { searchKey } from '../../kernel/search-key.ts';
import type { JobProgress, Option, Sentence } from '../../platform/views/page-context.ts';
import type { Solve } from '../../modules/planning/application/ports.ts';
import type { Desk, DeskPerson } from './month-screen-read-model.ts';
import type { FieldWeights } from '../../modules/planning/domain/month-facts.ts';
import { conflictSentence } from './conflict-sentence.ts';
import { awayOn, spanOf, type Standing, standingOf } from './current-assignments.ts';
import type { MonthDay, MonthFilters, MonthPage, PersonRow, PlanFigures, PlanState } from './month.view.ts';

/** From this weight on a field of weakness makes a branch one of the weak ones. */
const WEAK_FROM = 0.6;

export interface DeskQuery {
  readonly q: string;
  readonly department: string;
  readonly view: 'people' | 'days';
}

/** What the reader of a month may do. */
export interface DeskRights {
  readonly plans: boolean;
}

export function monthPage(desk: Desk, query: DeskQuery, rights: DeskRights): MonthPage {
  const standing = standingOf(desk);
  const state = stateOf(desk);
  const days = monthDays(desk, standing);
  const base = `/months/${desk.month}`;
  const publishedAt = desk.plan?.publishedAt ?? null;
  return {
    road: desk.road,
    state,
    published: publishedAt ? { at: publishedAt, by: desk.publishedBy ?? '' } : null,
    progress: state === 'solving' && desk.solve ? progressOf(desk.solve) : null,
    trouble: troubleOf(desk),
    conflicts: desk.plan?.plan.conflict.map((fact) => conflictSentence(desk, fact)) ?? [],
    figures: state === 'draft' || state === 'published' ? figuresOf(desk, standing) : null,
    view: query.view,
    filters: filtersOf(desk, query),
    days,
    people: desk.people
      .filter((person) => matches(person, standing, query))
      .map((person) => rowOf(desk, standing, days, person)),
    agenda: days
      .filter(({ day }) => desk.meetings.some((meeting) => meeting.day === day))
      .map(({ day }) => ({
        day,
        meetings: desk.meetings
          .filter((meeting) => meeting.day === day)
          .filter(
            (meeting) =>
              query.q === '' ||
              searchKey(meeting.branch).includes(searchKey(query.q)) ||
              (standing.peopleOf.get(meeting.id) ?? []).some((person) => matches(person, standing, query)),
          )
          .map((meeting) => ({
            meetingId: meeting.id,
            ...spanOf(meeting),
            branch: meeting.branch,
            place: meeting.place,
            kind: meeting.kind,
            people: (standing.peopleOf.get(meeting.id) ?? []).map(({ name, department }) => ({ name, department })),
            reason: standing.uncovered.get(meeting.id) ?? null,
          })),
      })),
    uncovered: desk.meetings.flatMap((meeting) => {
      const reason = standing.uncovered.get(meeting.id);
      return reason ? [{ meetingId: meeting.id, ...spanOf(meeting), branch: meeting.branch, reason }] : [];
    }),
    actions: {
      calendarAction: rights.plans && desk.meetings.length === 0 && desk.people.length > 0 ? `${base}/calendar` : null,
      planAction:
        rights.plans && !publishedAt && state !== 'solving' && desk.meetings.length > 0 ? `${base}/plan` : null,
      publishHref: rights.plans && state === 'draft' ? `${base}/publish` : null,
      noticeHref: desk.plan?.noticeId ? `/documents/${desk.plan.noticeId}/pdf` : null,
    },
  };
}

export function stateOf({ solve, plan }: Pick<Desk, 'solve' | 'plan'>): PlanState {
  if (plan?.state === 'published') return 'published';
  if (solve?.state === 'waiting' || solve?.state === 'running') return 'solving';
  if (!plan || plan.plan.status === 'unknown') return 'empty';
  return plan.plan.status === 'infeasible' ? 'infeasible' : 'draft';
}

function troubleOf({ solve, plan }: Pick<Desk, 'solve' | 'plan'>): Sentence | null {
  if (plan?.state === 'published') return null;
  if (solve?.state === 'failed') return { key: 'month.solve_failed' };
  if (solve?.state === 'cancelled') return { key: 'month.solve_stopped' };
  return solve?.state === 'done' && plan?.plan.status === 'unknown' ? { key: 'month.solve_late' } : null;
}

/** The share of a solve that is done: its tiers, which is all that is known beforehand. */
export function progressOf({ id, month, progress, startedAt }: Solve): JobProgress {
  const share =
    progress && progress.tierCount > 0 ? Math.min(0.97, (progress.tierIndex + 0.5) / progress.tierCount) : null;
  return {
    label: { key: 'month.solving' },
    share,
    detail: progress && { key: 'month.solving_phase', params: { ...progress } },
    startedAt,
    streamHref: `/months/${month}/plan/${id}/progress`,
    cancelHref: `/months/${month}/plan/${id}/stop`,
  };
}

function monthDays(desk: Desk, standing: Standing): MonthDay[] {
  return daysOf(desk.month).map((day) => {
    const holiday = desk.holidays.get(day) ?? null;
    const meetings = desk.meetings.filter((meeting) => meeting.day === day);
    return {
      day,
      kind: holiday !== null ? 'holiday' : weekday(day) > 5 ? 'weekend' : 'work',
      holiday,
      meetings: meetings.length,
      uncovered: meetings.filter(({ id }) => standing.uncovered.has(id)).length,
    };
  });
}

function rowOf(desk: Desk, standing: Standing, days: readonly MonthDay[], person: DeskPerson): PersonRow {
  const meetings = standing.meetingsOf.get(person.id) ?? [];
  const asked = desk.plan?.problem.specialists.find(({ id }) => id === person.id);
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
          isPinned: desk.pins.has(`${meeting.id}/${person.id}`),
        })),
    })),
  };
}

function figuresOf(desk: Desk, { peopleOf, meetingsOf, wanted }: Standing): PlanFigures | null {
  if (!desk.plan) return null;
  const { plan, problem, isVerified } = desk.plan;
  const inRound = desk.meetings.filter(({ id }) => (wanted.get(id)?.min ?? 0) > 0);
  const covered = (id: string) => (peopleOf.get(id)?.length ?? 0) > 0;
  const isWeak = (fields: FieldWeights) => Object.values(fields).some((weight) => weight >= WEAK_FROM);
  const weak = inRound.filter(({ weak_fields }) => isWeak(weak_fields));
  const loads = desk.people.map(({ id }) => meetingsOf.get(id)?.length ?? 0);
  const targets = problem.specialists.reduce((sum, { target }) => sum + target, 0);
  const perKilometre = problem.policy.weights.travel;
  const travelled = plan.assignments.reduce((sum, { costs }) => sum + (costs['travel'] ?? 0), 0);
  return {
    meetings: { part: inRound.filter(({ id }) => covered(id)).length, whole: inRound.length },
    outsideCycle: desk.meetings.length - inRound.length,
    load: {
      average: loads.reduce((sum, load) => sum + load, 0) / Math.max(1, loads.length),
      least: loads.length > 0 ? Math.min(...loads) : 0,
      most: loads.length > 0 ? Math.max(...loads) : 0,
      target: Math.round(targets / Math.max(1, problem.specialists.length) / 10) / 10,
    },
    weakBranches: { part: weak.filter(({ id }) => covered(id)).length, whole: weak.length },
    matchedFields: weak.filter(({ id, weak_fields }) =>
      peopleOf.get(id)?.some(({ fields }) => Object.keys(weak_fields).some((code) => (fields[code] ?? 0) >= 0.5)),
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

export function filtersOf({ people }: Desk, { q, department }: DeskQuery): MonthFilters {
  const names = [...new Set(people.map((person) => person.department))].sort((a, b) => a.localeCompare(b, 'vi'));
  const departments: Option[] = names.map((name) => ({ value: name, label: name, selected: name === department }));
  return { q, departments, isActive: q !== '' || department !== '' };
}

/** By name, department, or a branch that the person goes to. */
export function matches(person: DeskPerson, standing: Standing, { q, department }: DeskQuery): boolean {
  if (department !== '' && person.department !== department) return false;
  if (q === '') return true;
  const places = standing.meetingsOf.get(person.id)?.flatMap(({ branch, short }) => [branch, short]) ?? [];
  return [person.name, ...places].some((text) => searchKey(text).includes(searchKey(q)));
}
