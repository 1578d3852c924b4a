import type { Locale, Role } from '../../kernel/actor.ts';
import type { Catalogue, Sentence } from '../i18n/messages.ts';

/** One page of the main navigation. */
export interface NavigationItem {
  /** The message `nav.<key>` names it. */
  readonly key: string;
  readonly href: string;
  readonly current: boolean;
  /** How much waits there for this person; 0 shows nothing. */
  readonly waiting: number;
}

/** What every page needs to know besides its own model. */
export interface PageContext {
  readonly locale: Locale;
  readonly catalogue: Catalogue;
  /** Null before the first-run set-up. */
  readonly committee: { readonly name: string; readonly isSample: boolean } | null;
  /** The office's now; `moved` when a demo's clock is not the machine's, and then every page says so. */
  readonly clock: { readonly officeNow: Date; readonly moved: boolean };
  readonly user: SignedIn | null;
  readonly nav: readonly NavigationItem[];
  readonly csrfToken: string;
  /** The address of this page with its query: where the language switch comes back to. */
  readonly path: string;
  readonly flash: readonly Flash[];
  /** The committee's time zone. */
  readonly zone: string;
}

export interface SignedIn {
  readonly name: string;
  readonly roles: readonly Role[];
  readonly activeRole: Role;
}

/** One sentence about what the last step did, already in the reader's language. */
export interface Flash {
  readonly kind: 'done' | 'note' | 'warning' | 'error';
  readonly text: string;
}

/** A sentence per field of a form, by the field's name; what is absent is in order. */
export type FieldErrors = Readonly<Record<string, string>>;

/** One choice of a select, a segmented control or a filter. */
export interface Option {
  readonly value: string;
  readonly label: string;
  readonly selected: boolean;
}

/** Where a list goes on; null where it does not. */
export interface Pagination {
  readonly from: number;
  readonly to: number;
  readonly total: number;
  readonly previousHref: string | null;
  readonly nextHref: string | null;
}

/** A job that the page follows: live by server-sent events from `streamHref`, else by loading the page again. */
export interface JobProgress {
  /** Says what is going on. */
  readonly label: Sentence;
  /** Between 0 and 1; null while nothing is known yet. */
  readonly share: number | null;
  /** For example the objective and the bound so far. */
  readonly detail: Sentence | null;
  readonly startedAt: Date;
  readonly streamHref: string;
  readonly cancelHref: string | null;
}
