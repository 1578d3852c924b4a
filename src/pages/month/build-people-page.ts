import { addDays, daysBetween, type Month } from '../../kernel/month.ts';
import type { SpecialistRef } from '../../kernel/id.ts';
import type { CarriedBalance } from '../../modules/planning/index.ts';
import { type PeopleQuery, matches, peopleFilters } from './build-month-page.ts';
import { type CurrentAssignments, currentAssignments } from './current-assignments.ts';
import { outdatedDraft } from './outdated-draft.ts';
import { type FairShare, fairShares, isAwayAllMonth, isHigh, isLow, offShare } from './fair-share.ts';
import type { MonthScreen, ScreenPerson } from './month-screen-read-model.ts';
import type { BalanceOrigin, PeoplePage, PeopleSort, PersonLoad } from './people.view.ts';
import { type ListAddress, listAddress, orderIn, sortHeads } from '../directory/page-rows.ts';
import { type SortValue, sortRows } from '../directory/sort-rows.ts';
import { balanceMonths } from './balance-months.ts';

/** Columns with figures are read from the largest. */
const FIGURES = ['load', 'target', 'bounds', 'balance', 'away', 'meetings'] as const satisfies readonly PeopleSort[];
const PEOPLE_SORTS = ['name', 'fields', ...FIGURES] as const satisfies readonly PeopleSort[];

const NOTHING_ASKED: FairShare = { min: 0, max: 0, target: 0, share: 0, balance: 0 };

export function buildPeoplePage(
  screen: MonthScreen,
  query: PeopleQuery & { readonly sort?: string },
  rights: { readonly plans: boolean },
): PeoplePage {
  const assignments = currentAssignments(screen);
  const shares = fairShares(screen);
  const loadOf = (person: ScreenPerson) => personLoad(screen, assignments, person, shares.get(person.id));
  const matching = screen.people.filter((person) => matches(person, assignments, query));
  const isAway = (person: ScreenPerson) => isAwayAllMonth(person, screen.month);
  const there = screen.people.filter((person) => !isAway(person));
  const visitsOf = ({ id }: ScreenPerson) => countedVisits(screen, assignments, id).counted;
  const visits = there.map(visitsOf);
  const all = screen.people.reduce((sum, person) => sum + visitsOf(person), 0);
  const compared = there.map((person) => ({ share: shares.get(person.id) ?? NOTHING_ASKED, visits: visitsOf(person) }));
  const isPlanned = screen.plan !== null;
  const address = peopleAddress(screen.month, query);
  const sort = orderIn(address, PEOPLE_SORTS);
  return {
    monthProgress: screen.monthProgress,
    yearHref: `/years/${screen.month.slice(0, 4)}`,
    filters: peopleFilters(screen, query),
    heads: sortHeads(address, PEOPLE_SORTS, FIGURES),
    sort,
    summary: {
      people: screen.people.length,
      isPlanned,
      visits: all,
      average: visits.reduce((sum, count) => sum + count, 0) / Math.max(1, there.length),
      least: visits.length > 0 ? Math.min(...visits) : 0,
      most: visits.length > 0 ? Math.max(...visits) : 0,
      off: Math.max(0, ...compared.map((one) => Math.abs(offShare(one.share, one.visits)))),
      above: compared.filter((one) => isHigh(one.share, one.visits)).length,
      below: compared.filter((one) => isLow(one.share, one.visits)).length,
      away: screen.people.filter(({ absences }) => absences.length > 0).length,
      awayAllMonth: screen.people.length - there.length,
    },
    outdated: outdatedDraft(screen, rights),
    people: inOrder(matching.filter((person) => !isAway(person)).map(loadOf), sort),
    awayAllMonth: matching.filter(isAway).map(loadOf),
  };
}

/** By name means by given name, the order of the register. */
export function inOrder(people: readonly PersonLoad[], order: string): PersonLoad[] {
  return order === '-name' ? people.toReversed() : sortRows(people, order, VALUES);
}

const VALUES: Readonly<Record<Exclude<PeopleSort, 'name'>, (person: PersonLoad) => SortValue>> = {
  load: ({ visits }) => visits,
  target: ({ target }) => target,
  bounds: ({ min, max }) => max * 1000 + min,
  balance: ({ balance }) => balance,
  fields: ({ fields }) => fields.toSorted().join('; ') || null,
  away: ({ away }) => away.reduce((days, { from, to }) => days + daysBetween(from, to) + 1, 0),
  meetings: ({ meetings }) => meetings.length,
};

function peopleAddress(month: Month, { q, department, sort }: PeopleQuery & { readonly sort?: string }): ListAddress {
  return listAddress(`/months/${month}/people`, { q, department, sort }, ['q', 'department', 'sort']);
}

function personLoad(
  screen: MonthScreen,
  assignments: CurrentAssignments,
  person: ScreenPerson,
  share: FairShare = NOTHING_ASKED,
): PersonLoad {
  const meetings = assignments.meetingsOf.get(person.id) ?? [];
  const { counted, besides } = countedVisits(screen, assignments, person.id);
  return {
    specialistId: person.id,
    name: person.name,
    department: person.department,
    fields: Object.keys(person.fields).map((code) => screen.fieldNames.get(code) ?? code),
    visits: screen.plan ? counted : null,
    besides,
    target: share.target,
    share: share.share,
    isHigh: isHigh(share, counted),
    min: share.min,
    max: share.max,
    balance: share.balance,
    origin: originOf(screen.ground.balances.get(person.id), share.balance),
    away: person.absences.map(({ from, before, kind, hours }) => ({
      from,
      to: addDays(before, -1),
      reason: kind,
      hours,
    })),
    meetings: meetings.map((meeting) => ({
      meetingId: meeting.id,
      day: meeting.day,
      from: meeting.from,
      branch: meeting.branch,
      state: screen.visits.get(`${meeting.id}/${person.id}`)?.state ?? null,
    })),
  };
}

/** What somebody carries of their share, and what they go to besides. */
function countedVisits(
  { visits }: MonthScreen,
  { meetingsOf }: CurrentAssignments,
  specialistId: SpecialistRef,
): { readonly counted: number; readonly besides: number } {
  const meetings = meetingsOf.get(specialistId) ?? [];
  const besides = meetings.filter(({ id }) => visits.get(`${id}/${specialistId}`)?.isBesides).length;
  return { counted: meetings.length - besides, besides };
}

function originOf(balance: CarriedBalance | undefined, planned: number): BalanceOrigin {
  if (!balance) return { carriedIn: 0, months: [], today: null };
  const today = balance.total / 100;
  return {
    carriedIn: balance.carriedIn / 100,
    months: balanceMonths(balance),
    today: today === planned ? null : today,
  };
}
