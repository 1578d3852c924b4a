import type { SpecialistRef } from '../../kernel/id.ts';
import type { Option, Pagination } from '../../platform/views/page-context.ts';
import type { SortHead } from './page-rows.ts';

/** `pages/specialists` */
export interface SpecialistsPage {
  readonly filters: {
    readonly q: string;
    readonly departments: readonly Option[];
    /** In use, or out of use. */
    readonly uses: readonly Option[];
    readonly sort: string;
    readonly isActive: boolean;
  };
  readonly heads: Readonly<Record<'name' | 'department' | 'visits' | 'lead', SortHead>>;
  /** Null for people who may only read. */
  readonly addHref: string | null;
  readonly total: number;
  readonly specialists: readonly SpecialistRow[];
  readonly pagination: Pagination | null;
}

export interface SpecialistRow {
  readonly specialistId: SpecialistRef;
  readonly href: string;
  readonly name: string;
  readonly title: string | null;
  readonly department: string;
  readonly email: string | null;
  readonly fields: readonly string[];
  readonly min: number;
  readonly max: number;
  readonly target: number | null;
  readonly mayLead: boolean;
  /** Branches that this person never visits: own, of residence, of relatives. */
  readonly conflicts: readonly string[];
}
