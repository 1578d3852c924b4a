import { wayTo } from '../../solver/index.ts';
import type { ChartView } from '../../platform/charts/chart.ts';
import type { Option } from '../../platform/views/page-context.ts';
import { isFiltered, type ListAddress, orderIn, sortHeads } from '../directory/page-rows.ts';
import { type BranchMonth, type BranchYear, branchYears, isBranchWithin, isPersonWithin } from './branch-year.ts';
import type { YearPerson, YearScope, YearScreen } from './year-read-model.ts';
import { monthsOfYear } from './year.ts';
import {
  BRANCH_ORDERS,
  type HeatCell,
  type OrganisationYear,
  PERSON_ORDERS,
  type PersonOrder,
  type PersonYear,
  type YearPage,
} from './year.view.ts';

/** So many organisations are listed at once; the others are folded. */
const SHOWN_ORGANISATIONS = 8;

export interface YearContext {
  readonly address: ListAddress;
  readonly charts: readonly ChartView[];
  readonly mayReplay: boolean;
  /** In the reader's language. */
  readonly all: { readonly organisations: string; readonly types: string; readonly departments: string };
}

export function buildYearPage(screen: YearScreen, { address, charts, mayReplay, all }: YearContext): YearPage {
  const { year, thisMonth, rules, people } = screen;
  const months = monthsOfYear(year);
  const years = branchYears(screen);
  const scope = scopeOf(address);
  const { organisation, type, department } = scope;
  const shown = years.filter(({ branch }) => isBranchWithin(branch, scope));
  const hasAllBranches = organisation === '' && type === '';
  const listedPeople = people.filter((person) => isPersonWithin(person, scope));
  const ofDepartment = new Set(listedPeople.map(({ id }) => id));
  const asOf = thisMonth > months[11] ? months[11] : thisMonth;
  const groups = organisationsOf(shown, orderIn(address, BRANCH_ORDERS), rules.cycleMonths);
  const isNarrow = organisation !== '' || groups.length <= 2;
  const first = groups.filter(({ due }, index) => isNarrow || (due > 0 && index < SHOWN_ORGANISATIONS));
  const listed = first.length > 0 ? first : groups.slice(0, SHOWN_ORGANISATIONS);
  const ways = waysOf({ ...screen, ways: screen.ways.filter(({ specialistId }) => ofDepartment.has(specialistId)) });
  const known = [...ways.values()].flatMap(({ metres }) => (metres === null ? [] : [metres]));
  return {
    year,
    previousHref: `/years/${Number(year) - 1}`,
    nextHref: `/years/${Number(year) + 1}`,
    asOf,
    cycleMonths: rules.cycleMonths,
    figures: {
      branches: shown.filter(({ branch }) => branch.isInUse).length,
      seen: shown.filter(({ branch, visits }) => branch.isInUse && visits > 0).length,
      due: shown.filter(({ isDue }) => isDue).length,
      visits: shown.reduce((sum, { visits }) => sum + visits, 0),
      months: screen.months.filter(({ isPublished }) => isPublished).length,
      // Ways are counted by person, so that they cannot be told of some branches.
      kilometres: hasAllBranches && known.length > 0 ? known.reduce((sum, metres) => sum + metres, 0) / 1000 : null,
      waysUnknown: [...ways.values()].reduce((sum, { unknown }) => sum + unknown, 0),
    },
    charts,
    filters: {
      organisations: options(
        all.organisations,
        years.map(({ branch }) => [branch.organisationId, branch.organisation]),
        organisation,
      ),
      types: options(
        all.types,
        years.map(({ branch }) => [branch.type, branch.typeName]),
        type,
      ),
      departments: options(
        all.departments,
        people.map((person) => [person.department, person.department]),
        department,
      ),
      sort: address.filters['sort'] ?? '',
      isActive: isFiltered(address),
      clearHref: `/years/${year}`,
    },
    months: months.map((month) => ({ month, href: `/months/${month}`, isAhead: month > thisMonth })),
    organisations: isNarrow ? listed.map((group) => ({ ...group, isOpen: true })) : listed,
    others: groups.filter((group) => !listed.includes(group)),
    branchHeads: sortHeads(address, BRANCH_ORDERS),
    peopleHeads: sortHeads(address, PERSON_ORDERS),
    people: inOrder(
      listedPeople.map((one) => personOf(one, ways)),
      orderIn(address, PERSON_ORDERS),
    ),
    uncounted: listedPeople.reduce((sum, { uncounted }) => sum + uncounted, 0),
    isPeopleOpen: department !== '' || orderIn(address, PERSON_ORDERS) !== '',
    backtestHref: mayReplay ? '/backtests' : null,
  };
}

/** What the filters of the page leave. */
export function scopeOf({ filters }: ListAddress): YearScope {
  const { organisation = '', type = '', department = '' } = filters;
  return { organisation, type, department };
}

function organisationsOf(
  years: readonly BranchYear[],
  order: string,
  cycleMonths: number | null,
): readonly OrganisationYear[] {
  const groups = new Map<string, BranchYear[]>();
  for (const one of years) {
    const group = groups.get(one.branch.organisationId);
    if (group) group.push(one);
    else groups.set(one.branch.organisationId, [one]);
  }
  const waited = ({ since }: BranchYear) => since ?? Infinity;
  const found = [...groups.values()].map((group): OrganisationYear => {
    const rows =
      order === '' || order.endsWith('due') ? group.toSorted((a, b) => compare(waited(b), waited(a))) : group;
    return {
      name: group[0]?.branch.organisation ?? '',
      branches: group.length,
      seen: group.filter(({ visits }) => visits > 0).length,
      due: group.filter(({ isDue }) => isDue).length,
      isOpen: false,
      rows: rows.map(({ branch, months, isDue }) => ({
        name: branch.name,
        short: branch.short,
        isDue,
        isInUse: branch.isInUse,
        cells: months.map((month) => heatCell(branch.name, month, cycleMonths)),
      })),
    };
  });
  const byName = found.toSorted((a, b) => a.name.localeCompare(b.name, 'vi', { numeric: true }));
  if (order === 'name') return byName;
  if (order === '-name') return byName.reverse();
  const byDue = byName.toSorted((a, b) => b.due - a.due);
  return order === 'due' ? byDue.reverse() : byDue;
}

/** Two infinities are equal, which their difference does not say. */
function compare(a: number, b: number): number {
  return a === b ? 0 : a < b ? -1 : 1;
}

/** A month with a meeting that was visited leads there, any other to the branch in its month. */
function heatCell(branch: string, at: BranchMonth, cycleMonths: number | null): HeatCell {
  const { month } = at;
  const href = `/months/${month}?view=days&q=${encodeURIComponent(branch)}`;
  switch (at.kind) {
    case 'visited':
      return {
        href: at.meetingId === null ? href : `/meetings/${at.meetingId}`,
        tone: 'seen',
        text: at.visits > 1 ? `✓${at.visits}` : '✓',
        label: { key: 'year.cell_seen', params: { month, visits: at.visits } },
      };
    case 'ahead':
      return { href, tone: 'ahead', text: '·', label: { key: 'year.cell_ahead', params: { month } } };
    case 'waiting':
      if (at.since === null) {
        return {
          href,
          tone: at.isDue ? 'due' : 'middle',
          text: '–',
          label: { key: 'year.cell_never', params: { month } },
        };
      }
      return {
        href,
        tone: at.isDue ? 'due' : at.since * 2 >= (cycleMonths ?? 12) ? 'middle' : 'low',
        text: String(at.since),
        label: { key: 'year.cell_waiting', params: { month, since: at.since } },
      };
  }
}

interface Ways {
  /** One way; null where no way is known. */
  readonly metres: number | null;
  readonly unknown: number;
}

function waysOf({ ways, rules }: YearScreen): ReadonlyMap<string, Ways> {
  const found = new Map<string, Ways>();
  for (const { specialistId, visits, base, home, place, start } of ways) {
    const { metres, unknown } = found.get(specialistId) ?? { metres: null, unknown: 0 };
    const way = wayTo({ base, ...(home && { home }) }, { start, place }, rules);
    found.set(
      specialistId,
      way === null ? { metres, unknown: unknown + visits } : { metres: (metres ?? 0) + visits * way, unknown },
    );
  }
  return found;
}

function personOf(
  { id, name, department, visits, share, uncounted, accepted, declined, missed, released }: YearPerson,
  ways: ReadonlyMap<string, Ways>,
): PersonYear {
  const metres = ways.get(id)?.metres ?? null;
  return {
    specialistId: id,
    name,
    department,
    visits,
    share: share / 100,
    uncounted,
    difference: (100 * visits - share) / 100,
    accepted,
    declined,
    missed,
    released,
    kilometres: metres === null ? null : metres / 1000,
  };
}

const VALUES: Readonly<Record<Exclude<PersonOrder, 'person'>, (person: PersonYear) => number>> = {
  load: ({ visits }) => visits,
  share: ({ share }) => share,
  difference: ({ difference }) => difference,
  km: ({ kilometres }) => kilometres ?? -1,
  declined: ({ declined }) => declined,
  missed: ({ missed }) => missed,
  released: ({ released }) => released,
};

/** They come in order of given names. */
function inOrder(people: readonly PersonYear[], order: string): readonly PersonYear[] {
  const isDown = order.startsWith('-');
  const column = PERSON_ORDERS.find((each) => each === order.replace(/^-/, '')) ?? 'person';
  if (column === 'person') return isDown ? people.toReversed() : people;
  const value = VALUES[column];
  return people.toSorted((a, b) => (isDown ? value(b) - value(a) : value(a) - value(b)));
}

/** Each choice once, by name, with that for all of them first. */
function options(all: string, pairs: readonly (readonly [string, string])[], chosen: string): Option[] {
  const names = [...new Map(pairs)].sort(([, a], [, b]) => a.localeCompare(b, 'vi', { numeric: true }));
  return [['', all] as const, ...names].map(([value, label]) => ({ value, label, selected: value === chosen }));
}
