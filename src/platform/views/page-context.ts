import type { Locale, Role } from '../../kernel/actor.ts';
import type { Catalogue, Sentence } from '../i18n/messages.ts';

/** One page of the main navigation. */
export interface NavigationItem {
  /** The message `nav.<key>` names it. */
  readonly key: string;
  readonly href: string;
  readonly current: boolean;
  /** How many items there wait for this person; 0 shows nothing. */
  readonly waiting: number;
  /** It stands in the menu of the account, away from the pages of everyday work. */
  readonly isAside: boolean;
}

/** What every page needs to know besides its own model. */
export interface PageContext {
  readonly locale: Locale;
  readonly catalogue: Catalogue;
  /** Null before the first-run set-up. */
  readonly committee: { readonly name: string; readonly isSample: boolean } | null;
  /** The office's time; `moved` when it differs from the machine's, which every page of a demo then says. */
  readonly clock: { readonly officeNow: Date; readonly moved: boolean };
  readonly user: SignedIn | null;
  /** The roles that the reader holds as a deputy only, and for whom they act. */
  readonly actingFor: readonly ActingForLine[];
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

export interface ActingForLine {
  readonly role: Role;
  readonly name: string;
  /** Carried by each form, so that what is done is recorded for whom the page has named. */
  readonly choice: string;
  readonly others: readonly { readonly id: string; readonly name: string }[];
}

/** One sentence about what the last request did, already in the reader's language. */
export interface Flash {
  readonly kind: 'done' | 'note' | 'warning' | 'error';
  readonly text: string;
}

/** A sentence for each wrong field of a form, by the field's name. */
export type FieldErrors = Readonly<Record<string, string>>;

/** One choice of a select, a segmented control or a filter. */
export interface Option {
  readonly value: string;
  readonly label: string;
  readonly selected: boolean;
}

/** The addresses of the neighbouring pages of a list; null where there is none. */
export interface Pagination {
  readonly from: number;
  readonly to: number;
  readonly total: number;
  readonly previousHref: string | null;
  readonly nextHref: string | null;
}

/**
 * A job whose progress the page shows: live by server-sent events from `streamHref`, else when the page is loaded
 * again.
 */
export interface JobProgress {
  /** Says what is going on. */
  readonly label: Sentence;
  /** Between 0 and 1; null while nothing is known yet. */
  readonly share: number | null;
  /** For example the objective and the bound so far. */
  readonly detail: Sentence | null;
  readonly startedAt: Date;
  readonly streamHref: string;
  /** What stops it takes a POST; null where it stops already. */
  readonly cancel: { readonly href: string; readonly label: Sentence } | null;
}
