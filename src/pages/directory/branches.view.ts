import type { Month } from '../../kernel/month.ts';
import type { BranchRef } from '../../kernel/id.ts';
import type { Option, Pagination } from '../../platform/views/page-context.ts';
import type { SortHead } from './page-rows.ts';
import type { Sentence } from '../../platform/i18n/messages.ts';

/** `pages/branches` */
export interface BranchesPage {
  readonly filters: {
    readonly q: string;
    readonly types: readonly Option[];
    /** Organisations with several branches, such as the committees of wards. */
    readonly organisations: readonly Option[];
    /** In use, or out of use. */
    readonly uses: readonly Option[];
    readonly sort: string;
    readonly isActive: boolean;
  };
  readonly heads: Readonly<Record<'name' | 'type' | 'rule' | 'place' | 'members' | 'last', SortHead>>;
  /** Null for people who may only read. */
  readonly addHref: string | null;
  readonly total: number;
  readonly branches: readonly BranchRow[];
  readonly pagination: Pagination | null;
}

export interface BranchRow {
  readonly branchId: BranchRef;
  readonly href: string;
  readonly code: string;
  readonly short: string;
  readonly name: string;
  readonly organisation: string;
  readonly type: string;
  readonly place: string;
  readonly members: number | null;
  /** Its rule, such as “the 3rd at 19:30”. */
  readonly rule: Sentence;
  readonly weakFields: readonly string[];
  readonly lastVisit: Month | null;
}
