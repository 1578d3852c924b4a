import type { Month } from '../../kernel/month.ts';
import type { SpecialistRef } from '../../kernel/id.ts';
import type { ChartView } from '../../platform/charts/chart.ts';
import type { Sentence } from '../../platform/i18n/messages.ts';
import type { Option } from '../../platform/views/page-context.ts';
import type { SortHead } from '../directory/page-rows.ts';
import type { Year } from './year.ts';

/** `pages/year`: branches × months, and the load of each person over a year. */
export interface YearPage {
  readonly year: Year;
  readonly previousHref: string;
  readonly nextHref: string;
  /** The month that "due" is said of: this month, or the last of a year that is over. */
  readonly asOf: Month;
  /** Null: the policy has no cycle, so that nobody is due. */
  readonly cycleMonths: number | null;
  readonly figures: {
    readonly branches: number;
    /** Seen at least once in the year. */
    readonly seen: number;
    readonly due: number;
    readonly visits: number;
    readonly months: number;
    /** Kilometres one way, over the ways that are known; null where none is. */
    readonly kilometres: number | null;
    readonly waysUnknown: number;
  };
  readonly charts: readonly ChartView[];
  readonly filters: YearFilters;
  readonly months: readonly { readonly month: Month; readonly href: string; readonly isAhead: boolean }[];
  /** With a branch that is due first. */
  readonly organisations: readonly OrganisationYear[];
  /** Those where nobody is due, folded; empty where all are shown. */
  readonly others: readonly OrganisationYear[];
  readonly branchHeads: Readonly<Record<BranchOrder, SortHead>>;
  readonly peopleHeads: Readonly<Record<PersonOrder, SortHead>>;
  readonly people: readonly PersonYear[];
  /** Folded until somebody asks for it, because the list is long. */
  readonly isPeopleOpen: boolean;
  /** Visits of the listed people that count towards no share. */
  readonly uncounted: number;
  readonly backtestHref: string | null;
}

export const BRANCH_ORDERS = ['due', 'name'] as const;
export type BranchOrder = (typeof BRANCH_ORDERS)[number];
export const PERSON_ORDERS = ['person', 'load', 'share', 'difference', 'km', 'declined', 'missed', 'released'] as const;
export type PersonOrder = (typeof PERSON_ORDERS)[number];

export interface YearFilters {
  readonly organisations: readonly Option[];
  readonly types: readonly Option[];
  readonly departments: readonly Option[];
  readonly sort: string;
  readonly isActive: boolean;
  readonly clearHref: string;
}

export interface OrganisationYear {
  readonly name: string;
  readonly branches: number;
  readonly seen: number;
  readonly due: number;
  readonly isOpen: boolean;
  readonly rows: readonly BranchRow[];
}

export interface BranchRow {
  readonly name: string;
  readonly short: string;
  readonly isDue: boolean;
  readonly isInUse: boolean;
  readonly cells: readonly HeatCell[];
}

export interface HeatCell {
  readonly href: string;
  /** `heat-<tone>`: visited, then darker the longer nobody was there. */
  readonly tone: 'seen' | 'low' | 'middle' | 'due' | 'ahead';
  /** What the cell shows: a mark or a number. */
  readonly text: string;
  readonly label: Sentence;
}

export interface PersonYear {
  readonly specialistId: SpecialistRef;
  readonly name: string;
  readonly department: string;
  readonly visits: number;
  readonly share: number;
  /** Made outside the plan, towards no share. */
  readonly uncounted: number;
  readonly difference: number;
  readonly accepted: number;
  readonly declined: number;
  readonly missed: number;
  readonly released: number;
  readonly kilometres: number | null;
}
