import type { MeetingKind } from '../../kernel/meeting-kind.ts';
import { addMonths, type Day, daysOf, type Month, weekday } from '../../kernel/month.ts';
import type { MeetingRef, PlanRef, SpecialistRef } from '../../kernel/id.ts';
import type { Sentence } from '../../platform/i18n/messages.ts';
import type { PlanState } from '../../modules/planning/index.ts';
import type { VisitState } from '../../modules/visits/index.ts';
import { type CurrentAssignments, currentAssignments, type Standing } from '../month/current-assignments.ts';
import { fairShares, isAwayAllMonth, offShare } from '../month/fair-share.ts';
import type { MonthScreen, ScreenMeeting, ScreenPerson } from '../month/month-screen-read-model.ts';

/**
 * What the files of a month's plan hold: the figures and sentences of its pages. The words in which somebody explained
 * why they do not go are left out for everybody, because files are passed on.
 */
export interface MonthExport {
  readonly committee: string;
  readonly board: string;
  readonly month: Month;
  readonly state: Exclude<PlanState, 'superseded'>;
  /** Facts have changed since the draft was made. */
  readonly isOutdated: boolean;
  readonly planId: PlanRef;
  readonly revision: number;
  readonly publishedAt: Date | null;
  readonly takenAt: Date;
  readonly zone: string;
  /** Weekends on which nobody works in exchange, and days off. */
  readonly daysOff: ReadonlySet<Day>;
  /** In order of time. */
  readonly meetings: readonly ExportedMeeting[];
  /** By given name. */
  readonly people: readonly ExportedPerson[];
}

export interface ExportedMeeting {
  readonly id: MeetingRef;
  readonly day: Day;
  /** `HH:mm` in the committee's zone. */
  readonly from: string;
  readonly to: string;
  readonly branchCode: string;
  readonly branch: string;
  readonly short: string;
  readonly organisation: string;
  readonly kind: MeetingKind;
  readonly place: string;
  /** Null where the plan does not have this meeting. */
  readonly wanted: { readonly min: number; readonly max: number } | null;
  readonly lastVisit: Month | null;
  readonly coverage: Standing['state'];
  /** Why nobody or too few people go; null where enough do. */
  readonly reason: Sentence | null;
  readonly people: readonly ExportedVisitor[];
}

export interface ExportedVisitor {
  readonly id: SpecialistRef;
  readonly code: string;
  readonly name: string;
  readonly department: string;
  /** Null in a draft. */
  readonly state: VisitState | null;
}

export interface ExportedPerson {
  readonly id: SpecialistRef;
  readonly code: string;
  readonly name: string;
  readonly department: string;
  readonly visits: number;
  /** In visits: of this month by itself, and with what earlier months left over. */
  readonly target: number;
  readonly share: number;
  /** Visits above (+) or below (−) the shares of earlier months. */
  readonly balance: number;
  /** Visits above (+) or below (−) the share of this month. */
  readonly difference: number;
  readonly min: number;
  readonly max: number;
  readonly isAwayAllMonth: boolean;
  readonly meetingIds: readonly MeetingRef[];
}

/** What a file needs beside the month's screen. */
export interface ExportNames {
  readonly committee: string;
  /** The body that plans, which the plan for the wall names. */
  readonly board: string;
  /** By meeting. */
  readonly branchCodes: ReadonlyMap<string, string>;
  readonly people: ReadonlyMap<string, { readonly code: string; readonly department: string }>;
}

/** Null where no plan is made, or none was found. */
export function buildMonthExport(screen: MonthScreen, names: ExportNames, takenAt: Date): MonthExport | null {
  const { plan, month } = screen;
  if (!plan || plan.state === 'superseded') return null;
  if (plan.plan.status === 'infeasible' || plan.plan.status === 'unknown') return null;
  const assignments = currentAssignments(screen);
  return {
    committee: names.committee,
    board: names.board,
    month,
    state: plan.state,
    isOutdated: screen.ground.changes.length > 0,
    planId: plan.id,
    revision: plan.revision,
    publishedAt: plan.publishedAt,
    takenAt,
    zone: screen.zone,
    daysOff: new Set(
      daysOf(month).filter((day) => screen.holidays.has(day) || (weekday(day) > 5 && !screen.worked.has(day))),
    ),
    meetings: screen.meetings.map((meeting) => exportedMeeting(screen, assignments, names, meeting)),
    people: exportedPeople(screen, assignments, names),
  };
}

/** Whether it may still change before anybody is told of it. */
export function isDraft({ state }: Pick<MonthExport, 'state'>): boolean {
  return state !== 'published';
}

function exportedMeeting(
  { month, visits }: MonthScreen,
  { peopleOf, standings, wanted }: CurrentAssignments,
  names: ExportNames,
  meeting: ScreenMeeting,
): ExportedMeeting {
  const { id, day, from, to, branch, short, organisation, kind, place, monthsSince } = meeting;
  const standing = standings.get(id);
  return {
    id,
    day,
    from,
    to,
    branchCode: names.branchCodes.get(id) ?? '',
    branch,
    short,
    organisation,
    kind,
    place,
    wanted: wanted.get(id) ?? null,
    lastVisit: monthsSince === null ? null : addMonths(month, -monthsSince),
    coverage: standing?.state ?? 'unplanned',
    reason: standing?.reason ?? null,
    people: (peopleOf.get(id) ?? []).map((person) => ({
      ...named(person, names),
      state: visits.get(`${id}/${person.id}`)?.state ?? null,
    })),
  };
}

function exportedPeople(
  screen: MonthScreen,
  { meetingsOf }: CurrentAssignments,
  names: ExportNames,
): readonly ExportedPerson[] {
  const shares = fairShares(screen);
  return screen.people.map((person) => {
    const meetings = meetingsOf.get(person.id) ?? [];
    const { min = 0, max = 0, target = 0, share = 0, balance = 0 } = shares.get(person.id) ?? {};
    return {
      ...named(person, names),
      visits: meetings.length,
      target,
      share,
      balance,
      difference: offShare({ min, max, target, share, balance }, meetings.length),
      min,
      max,
      isAwayAllMonth: isAwayAllMonth(person, screen.month),
      meetingIds: meetings.map(({ id }) => id),
    };
  });
}

function named({ id, name, department }: ScreenPerson, { people }: ExportNames) {
  const known = people.get(id);
  return { id, code: known?.code ?? '', name, department: known?.department ?? department };
}
